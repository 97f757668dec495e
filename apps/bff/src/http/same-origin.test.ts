import { type Contract, contract } from '@mailward/shared/contract/contract.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../storage/test-databases.ts';
import type { Browser } from '../testing/browser.ts';
import { createTestApp, origin, type TestApp, webPassword } from '../testing/test-app.ts';

const unsafe = Object.keys(contract).filter((key) => !key.startsWith('GET ')) as (keyof Contract)[];

describe('requests that do not come from our own pages (promise 15; OWASP ASVS 3.5)', () => {
	// The attack: another site has the person's browser send a request, cookies and all.
	let app: TestApp;
	let browser: Browser;
	beforeAll(async () => {
		app = createTestApp({ db: (await createTestDatabase()).db });
		({ browser } = await app.addPersonWithTotp());
	});

	const send = (key: keyof Contract, headers: Record<string, string>, body = '{}') => {
		const [method = '', path = ''] = key.split(' ');
		return browser.send(path.replace('{id}', 'some-id'), {
			method,
			headers: { 'Content-Type': 'application/json', ...headers },
			...(method !== 'DELETE' && { body }),
		});
	};
	const foreign: Record<string, string>[] = [
		{},
		{ Origin: 'https://evil.example' },
		{ Origin: 'null' },
		{ Origin: '' },
		{ Origin: `${origin}.evil.example` },
		{ Origin: `${origin}:8443` },
		{ Origin: origin.replace('https', 'http') },
		{ Origin: origin.toUpperCase() },
		{ Origin: `${origin}/` },
		{ Origin: `${origin}, https://evil.example` },
		{ 'Sec-Fetch-Site': 'cross-site' },
		{ 'Sec-Fetch-Site': 'same-site' },
		{ 'Sec-Fetch-Site': 'none' },
		{ Origin: origin, 'Sec-Fetch-Site': 'cross-site' },
		{ Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
		{ Referer: `${origin}/sign-in` },
		{ Host: 'evil.example', Origin: 'https://evil.example' },
		{ 'X-Forwarded-Host': 'evil.example', Origin: 'https://evil.example' },
	];

	it.each(unsafe.flatMap((key) => foreign.map((headers) => [key, headers] as const)))(
		'%s with %j is refused',
		async (key, headers) => {
			const answer = await send(key, headers);
			expect([answer.status, answer.code]).toEqual([403, 'request.foreign_origin']);
			expect(answer.headers.getSetCookie()).toEqual([]);
		},
	);

	it('end no session', async () => {
		await send('POST /api/sign-out', { Origin: 'https://evil.example' });
		expect((await browser.must('GET /api/session')).state).toBe('signed-in');
	});

	it.each([
		{ Origin: origin },
		{ 'Sec-Fetch-Site': 'same-origin' },
		{ Origin: origin, 'Sec-Fetch-Site': 'same-origin' },
	])('our own pages say %j', async (headers) => {
		expect((await send('POST /api/challenges', headers)).status).toBe(200);
	});

	it.each([
		'text/plain',
		'application/x-www-form-urlencoded',
		'multipart/form-data; boundary=x',
		'text/plain; application/json',
	])('a form of type %s signs nobody in, not even from our own origin', async (type) => {
		// The attack: a plain form can post JSON look-alikes as text/plain without a preflight.
		const address = await app.addPerson();
		const body = JSON.stringify({ address, password: webPassword });
		const answer = await send('POST /api/sign-in', { Origin: origin, 'Content-Type': type }, body);
		expect([answer.status, answer.code]).toEqual([400, 'request.malformed']);
	});

	it.each(['GET', 'HEAD'])('%s changes nothing', async (method) => {
		for (const path of ['/api/sign-out', '/api/client-passwords/some-id', '/api/challenges']) {
			expect([404, 405]).toContain((await browser.send(path, { method })).status);
		}
		expect((await browser.must('GET /api/session')).state).toBe('signed-in');
	});

	it('get no permission from us to read across origins', async () => {
		const answer = await browser.send('/api/session', {
			method: 'OPTIONS',
			headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' },
		});
		const read = await browser.send('/api/session', { headers: { Origin: 'https://evil.example' } });
		for (const { headers } of [answer, read]) {
			expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
		}
	});
});
