import { systemRandom } from '@mailward/bff/crypto/random.ts';
import { createSettableClock } from '@mailward/bff/testing/settable-clock.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from './sandbox.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({
		port: 0,
		portalOrigin: 'http://localhost:8080',
		clock: createSettableClock(),
		random: systemRandom,
	});
	sandbox.inbox.add({ to: '+8613800138000', text: 'first', via: 'aliyun' });
	sandbox.inbox.add({ to: '+8613900139000', text: 'other', via: 'aliyun' });
	sandbox.inbox.add({ to: '+8613800138000', text: 'second', via: 'webhook' });
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.faults.clear());

const json = async (path: string, init?: RequestInit) => (await fetch(`${sandbox.origin}${path}`, init)).json();

describe('the sandbox', () => {
	it.each(['13800138000', '+8613800138000', '%2B8613800138000', '+86%20138%200013%208000'])(
		'tells the texts of %s, newest first',
		async (to) => {
			expect(await json(`/messages?to=${to}`)).toMatchObject([{ text: 'second' }, { text: 'first' }]);
		},
	);

	it('tells all texts, and none of a number without any', async () => {
		expect(await json('/messages')).toHaveLength(3);
		expect(await json('/messages?to=13700137000')).toEqual([]);
		expect(await json('/messages?to=')).toEqual([]);
	});

	it('sets faults and ends them', async () => {
		const body = JSON.stringify({ vendor: 'wechat', fault: 'error-500', once: true });
		const set = [{ vendor: 'wechat', fault: 'error-500', once: true }];
		expect(await json('/faults', { method: 'POST', body })).toEqual(set);
		expect(await json('/faults')).toEqual(set);
		expect(await json('/faults', { method: 'DELETE' })).toEqual([]);
	});

	it('says which faults there are when asked for another', async () => {
		const answer = await fetch(`${sandbox.origin}/faults`, { method: 'POST', body: '{"vendor":"wechat"}' });
		expect(answer.status).toBe(400);
		expect(await answer.json()).toMatchObject({ fault: expect.arrayContaining(['slow']) });
	});

	it('tells who can be acted as', async () => {
		const people = (await json('/people')) as Record<string, { id: string }[]>;
		expect(people.wechat?.map(({ id }) => id)).toEqual(['lin', 'chen', 'wang', 'stranger', 'preview']);
		expect(people.dingtalk?.map(({ id }) => id)).toEqual(['lin', 'chen', 'wang', 'guest']);
	});

	it('serves the phone with all its files, in both languages', async () => {
		for (const [lang, title] of [
			['zh', '演示手机'],
			['en', 'Demo phone'],
		]) {
			const page = await fetch(`${sandbox.origin}/?lang=${lang}`);
			expect(await page.text()).toContain(title);
		}
		const loaded = new Set<string>();
		const load = async (name: string): Promise<void> => {
			if (loaded.has(name)) return;
			loaded.add(name);
			const answer = await fetch(`${sandbox.origin}/phone/${name}`);
			expect([name, answer.status, answer.headers.get('content-type')]).toEqual([
				name,
				200,
				expect.stringMatching(/javascript|css/),
			]);
			const text = await answer.text();
			if (name.endsWith('.ts')) for (const [, other = ''] of text.matchAll(/from '\.\/([\w.-]+)'/g)) await load(other);
		};
		for (const name of ['phone.ts', 'phone.css', 'jsQR.js']) await load(name);
		expect(loaded.size).toBeGreaterThan(8);
		expect((await fetch(`${sandbox.origin}/phone/..%2Fapps.ts`)).status).toBe(404);
	});

	it("sends the frame on its page to the phone's browser", async () => {
		const path = '/connect/oauth2/authorize?appid=1';
		const framed = await fetch(`${sandbox.origin}${path}`, {
			headers: { 'Sec-Fetch-Dest': 'iframe' },
			redirect: 'manual',
		});
		expect(framed.headers.get('location')).toBe(`${sandbox.phoneOrigin}${path}`);
	});

	it('gives the portal settings for every gateway and platform', () => {
		expect(Object.keys(sandbox.settings)).toEqual(
			expect.arrayContaining(['MAILWARD_SMS_GATEWAYS', 'MAILWARD_WECHAT_APP_ID', 'MAILWARD_DINGTALK_CORP_ID']),
		);
	});
});
