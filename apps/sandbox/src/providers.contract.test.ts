import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIdentityProviders, readScanSettings } from '@mailward/bff/adapters/scan/scan-settings.ts';
import { systemRandom } from '@mailward/bff/crypto/random.ts';
import type { IdentityProvider } from '@mailward/bff/scans/identity-provider.ts';
import { createSettableClock } from '@mailward/bff/testing/settable-clock.ts';
import { minute } from '@mailward/bff/time/clock.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from './sandbox.ts';
import { type Person, platforms } from './testing/platforms.ts';

const portalOrigin = 'http://localhost:8080';
const state = 'a5'.repeat(32);
const clock = createSettableClock();

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox({ port: 0, portalOrigin, clock, random: systemRandom });
});
afterEach(() => sandbox.stop());

const never = new AbortController().signal;

describe.each(platforms)('$kind', ({ kind, secretSetting, apiSetting, ownBrowser, otherBrowsers, visit, people }) => {
	/** The production adapter, with the settings that the sandbox gives its customers but for these. */
	const providerWith = (settings: Record<string, string> = {}, deadline = () => never): IdentityProvider => {
		const { platforms: configured, problems } = readScanSettings({ ...sandbox.settings, ...settings });
		expect(problems).toEqual([]);
		const provider = createIdentityProviders(configured, deadline)[kind];
		if (provider === undefined) throw new Error(`${kind} is not configured`);
		return provider;
	};
	const codeOf = async (person: Person): Promise<string> => {
		const { code } = await visit(
			providerWith().authorisationUrl({ state, returnTo: `${portalOrigin}/scan/return` }),
			person,
		);
		expect(code).toMatch(/.{16,}/);
		return code ?? '';
	};
	/** A detail tells neither the code nor a secret. */
	const expectDiscreet = (told: object, code: string) => {
		const text = JSON.stringify(told);
		expect(text).not.toContain(code);
		for (const [name, value] of Object.entries(sandbox.settings)) {
			if (name.endsWith('_SECRET')) expect(text).not.toContain(value);
		}
	};

	it('names the person who holds the phone, and gives the state back', async () => {
		const provider = providerWith();
		const returned = await visit(
			provider.authorisationUrl({ state, returnTo: `${portalOrigin}/scan/return` }),
			people.own,
		);
		expect(returned).toMatchObject({ address: `${portalOrigin}/scan/return`, state });
		expect(await provider.identify(returned.code ?? '')).toEqual({ result: 'identified', ...people.own.identity });
	});

	it('names different people differently, and the same one always alike', async () => {
		const provider = providerWith();
		const first = await provider.identify(await codeOf(people.own));
		const again = await provider.identify(await codeOf(people.own));
		const other = await provider.identify(await codeOf(people.other));
		expect(again).toEqual(first);
		expect(other).toEqual({ result: 'identified', ...people.other.identity });
	});

	it('refuses a code the second time, however close the two come', async () => {
		const provider = providerWith();
		const code = await codeOf(people.own);
		const both = await Promise.all([provider.identify(code), provider.identify(code)]);
		expect(both.map(({ result }) => result).toSorted()).toEqual(['code-refused', 'identified']);
		const late = await provider.identify(code);
		expect(late.result).toBe('code-refused');
		expectDiscreet(late, code);
	});

	it('refuses a code that the platform hands out twice, the second time', async () => {
		const provider = providerWith();
		const code = await codeOf(people.own);
		sandbox.faults.set(kind, 'duplicate-callback', { once: true });
		expect(await codeOf(people.own)).toBe(code);
		expect((await provider.identify(code)).result).toBe('identified');
		expect((await provider.identify(code)).result).toBe('code-refused');
	});

	it('refuses a code that was never given, is empty, or is older than five minutes', async () => {
		const provider = providerWith();
		const code = await codeOf(people.own);
		clock.advance(5 * minute);
		for (const bad of ['never-given', '', code]) {
			expect((await provider.identify(bad)).result).toBe('code-refused');
		}
	});

	it('fails with the wrong secret and does not tell it', async () => {
		const secret = 'a-secret-that-is-not-the-one';
		const provider = providerWith({ [secretSetting]: secret });
		const code = await codeOf(people.own);
		const told = await provider.identify(code);
		expect(told).toMatchObject({ result: 'failed', detail: expect.stringMatching(/40125|idOrSecret/) });
		expect(JSON.stringify(told)).not.toContain(secret);
		expectDiscreet(told, code);
	});

	it.each(['error-500', 'rate-limit-429', 'error-in-200', 'garbage'] as const)('fails at %s', async (fault) => {
		const code = await codeOf(people.own);
		sandbox.faults.set(kind, fault, { once: true });
		const told = await providerWith().identify(code);
		expect(told.result).toBe('failed');
		expectDiscreet(told, code);
		expect((await providerWith().identify(code)).result).toBe('identified');
	});

	it('fails when the answer takes too long', async () => {
		const code = await codeOf(people.own);
		sandbox.faults.set(kind, 'slow', { once: true });
		const deadline = AbortSignal.timeout(200);
		const told = await providerWith({}, () => deadline).identify(code);
		expect(told).toMatchObject({ result: 'failed', detail: expect.stringContaining('no answer in time') });
		expectDiscreet(told, code);
	});

	it('fails when nobody is there', async () => {
		const code = await codeOf(people.own);
		const provider = providerWith();
		await sandbox.stop();
		const told = await provider.identify(code);
		expect(told).toMatchObject({ result: 'failed', detail: expect.stringMatching(/no answer: \w+/) });
		expectDiscreet(told, code);
		sandbox = await startSandbox({ port: 0, portalOrigin, clock, random: systemRandom });
	});

	it.each([
		['a redirect to somebody else', 302, ''],
		['an answer that has no end', 200, `"${'x'.repeat(100_000)}"`],
		['null', 200, 'null'],
		['nothing', 200, ''],
		['what was asked for, in another form', 200, '{"openid":{},"accessToken":7,"corpId":[]}'],
	])('fails at %s', async (_, status, body) => {
		let asked = 0;
		const server = createServer((_request, response) => {
			asked += 1;
			response.writeHead(status, { Location: '/elsewhere', 'Content-Type': 'application/json' }).end(body);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const provider = providerWith({ [apiSetting]: `http://127.0.0.1:${port}` });
		expect((await provider.identify('some-code-or-other')).result).toBe('failed');
		expect(asked).toBe(1);
		server.close();
	});

	it('knows its own browser from others', () => {
		const provider = providerWith();
		expect(provider.isOwnBrowser(ownBrowser)).toBe(true);
		for (const other of otherBrowsers) expect(provider.isOwnBrowser(other)).toBe(false);
	});

	it('is sent back to the address that is registered and to no other', async () => {
		const url = providerWith().authorisationUrl({ state, returnTo: 'https://elsewhere.example/scan/return' });
		expect(await visit(url, people.own)).toEqual({ refused: true });
	});
});

describe('wechat', () => {
	const [wechat] = platforms;
	const provider = () => {
		const { wechat: own } = createIdentityProviders(readScanSettings(sandbox.settings).platforms, () => never);
		if (own === undefined) throw new Error('wechat is not configured');
		return own;
	};
	const returnTo = `${portalOrigin}/scan/return`;

	it('does not take an identity that was made up for the preview mode', async () => {
		const { code } = await wechat.visit(provider().authorisationUrl({ state, returnTo }), wechat.people.preview);
		expect(await provider().identify(code ?? '')).toEqual({ result: 'preview-mode' });
	});

	it('refuses parameters in another order, a state with other letters, and other apps than WeChat', async () => {
		const url = provider().authorisationUrl({ state, returnTo });
		const swapped = url.replace(/(response_type=code)&(scope=snsapi_base)/, '$2&$1');
		expect(swapped).not.toBe(url);
		expect(await wechat.visit(swapped, wechat.people.own)).toEqual({ refused: true });
		const dashed = provider().authorisationUrl({ state: 'a-b_c', returnTo });
		expect(await wechat.visit(dashed, wechat.people.own)).toEqual({ refused: true });
		const desktop = await fetch(url, { headers: { 'User-Agent': 'Mozilla/5.0 Firefox/130.0' }, redirect: 'manual' });
		expect(desktop.status).toBe(400);
	});
});

describe('dingtalk', () => {
	const [, dingtalk] = platforms;
	const provider = (settings: Record<string, string> = {}) => {
		const { platforms: configured } = readScanSettings({ ...sandbox.settings, ...settings });
		const { dingtalk: own } = createIdentityProviders(configured, () => never);
		if (own === undefined) throw new Error('dingtalk is not configured');
		return own;
	};
	const returnTo = `${portalOrigin}/scan/return`;

	it('lets in nobody of another organisation, also not one of ours who chose the other', async () => {
		for (const person of [dingtalk.people.guest, dingtalk.people.elsewhere]) {
			const { code } = await dingtalk.visit(provider().authorisationUrl({ state, returnTo }), person);
			expect(await provider().identify(code ?? '')).toEqual({ result: 'foreign-organisation' });
		}
	});

	it('lets in nobody whose organisation was not asked for', async () => {
		const url = provider().authorisationUrl({ state, returnTo }).replace('openid%20corpid', 'openid');
		const { code } = await dingtalk.visit(url, dingtalk.people.own);
		expect(await provider().identify(code ?? '')).toEqual({ result: 'foreign-organisation' });
	});

	it('comes back without a code when its person says no', async () => {
		const url = provider().authorisationUrl({ state, returnTo });
		const returned = await dingtalk.visit(url, { ...dingtalk.people.own, decision: 'cancel' });
		expect(returned).toEqual({ address: returnTo, state, code: undefined });
	});

	it('fails when the second question fails', async () => {
		const { code } = await dingtalk.visit(provider().authorisationUrl({ state, returnTo }), dingtalk.people.own);
		const asked: string[] = [];
		const server = createServer((request, response) => {
			asked.push(request.url ?? '');
			const isFirst = request.method === 'POST';
			response.end(
				JSON.stringify(
					isFirst
						? { accessToken: 'token-of-the-person', corpId: sandbox.settings.MAILWARD_DINGTALK_CORP_ID }
						: { code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied', message: 'token-of-the-person' },
				),
			);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const told = await provider({ MAILWARD_DINGTALK_API_ORIGIN: `http://127.0.0.1:${port}` }).identify(code ?? '');
		expect(told).toEqual({
			result: 'failed',
			detail: 'users/me: HTTP 200, Forbidden.AccessDenied.AccessTokenPermissionDenied',
		});
		expect(asked).toEqual(['/v1.0/oauth2/userAccessToken', '/v1.0/contact/users/me']);
		server.close();
	});
});

describe('the settings of the platforms', () => {
	it('are none where none is given', () => {
		expect(readScanSettings({ MAILWARD_WECHAT_API_ORIGIN: 'https://api.weixin.qq.com' })).toEqual({
			platforms: { wechat: undefined, dingtalk: undefined },
			problems: [],
		});
	});

	it('name each one that is missing', () => {
		const { problems } = readScanSettings({ MAILWARD_WECHAT_APP_ID: 'wx1', MAILWARD_DINGTALK_CORP_ID: 'ding1' });
		expect(problems).toEqual([
			'MAILWARD_WECHAT_APP_SECRET is missing',
			'MAILWARD_DINGTALK_CLIENT_ID is missing',
			'MAILWARD_DINGTALK_CLIENT_SECRET is missing',
		]);
	});

	it('ask the platforms themselves unless told otherwise, and nobody without TLS', () => {
		const given = { MAILWARD_WECHAT_APP_ID: 'wx1', MAILWARD_WECHAT_APP_SECRET: 'secret' };
		expect(readScanSettings(given).platforms.wechat).toEqual({
			appId: 'wx1',
			appSecret: 'secret',
			authoriseOrigin: 'https://open.weixin.qq.com',
			apiOrigin: 'https://api.weixin.qq.com',
		});
		for (const origin of ['http://api.weixin.qq.com', 'https://api.weixin.qq.com/', 'api.weixin.qq.com']) {
			expect(readScanSettings({ ...given, MAILWARD_WECHAT_API_ORIGIN: origin }).problems).toEqual([
				'MAILWARD_WECHAT_API_ORIGIN must be an origin: https://HOST, no path',
			]);
		}
	});
});
