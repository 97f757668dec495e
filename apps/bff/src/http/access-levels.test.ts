import { type Contract, contract } from '@mailward/shared/contract/contract.ts';
import type { Endpoint, Requirement } from '@mailward/shared/contract/endpoint.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../storage/test-databases.ts';
import type { Answer, Browser } from '../testing/browser.ts';
import { createTestApp, origin, type TestApp } from '../testing/test-app.ts';
import { hour, minute } from '../time/clock.ts';

/** What each level fulfils; written out here, independently of the code that decides it. */
const levels = {
	'signed-out': ['nobody'],
	'awaiting-second-factor': ['nobody', 'password-verified'],
	'awaiting-set-up': ['nobody', 'set-up-due'],
	'verified long ago': ['nobody', 'signed-in'],
	'freshly verified': ['nobody', 'signed-in', 'recently-verified'],
} as const satisfies Record<string, readonly Requirement[]>;
type Level = keyof typeof levels;

const sessionRefusals = [
	'session.sign_in_needed',
	'session.second_factor_needed',
	'session.set_up_needed',
	'session.verification_needed',
	'session.already_past',
];

const endpoints = Object.entries(contract).map(([key, endpoint]): [keyof Contract, Endpoint] => [
	key as keyof Contract,
	endpoint,
]);
const mayCall = (endpoint: Endpoint, level: Level) =>
	endpoint.requires.some((all) => all.every((each) => (levels[level] as readonly Requirement[]).includes(each)));
const refusedCalls = (Object.keys(levels) as Level[]).flatMap((level) =>
	endpoints.filter(([, endpoint]) => !mayCall(endpoint, level)).map(([key]) => [level, key] as const),
);

/** Bodies that would do something if the session were let through. */
const bodies: Partial<Record<keyof Contract, object>> = {
	'POST /api/challenges': {},
	'POST /api/challenges/{id}/answer': { code: '123456' },
	'POST /api/re-verification/password': { password: 'plum-blossom-in-snow' },
	'POST /api/enrolments': { kind: 'totp' },
	'POST /api/enrolments/{id}/answer': { code: '123456' },
	'POST /api/client-passwords': { name: 'Phone', idempotencyKey: 'b5b4a0ad-4d4c-4b9f-a1ee-2f4d8a3c1e55' },
};

describe('every endpoint from every level below its own (promises 7 and 8; Nextcloud CVE-2026-45690, logto #6892)', () => {
	// The attack: with the password alone, or with nothing, call the endpoints that the pages would not show yet.
	let app: TestApp;
	const browsers: Partial<Record<Level, Browser>> = {};
	const methodIds: Partial<Record<Level, string>> = {};

	beforeAll(async () => {
		app = createTestApp({ db: (await createTestDatabase()).db });
		const stale = await app.addPersonWithTotp();
		app.clock.advance(11 * minute);
		const pending = await app.addPersonWithTotp();
		const due = await app.addPerson({ twoFactorRequiredFrom: app.clock.now() - hour });
		const fresh = await app.addPersonWithTotp();
		browsers['signed-out'] = app.browser();
		browsers['awaiting-second-factor'] = await app.passwordStep(pending.address);
		browsers['awaiting-set-up'] = await app.passwordStep(due);
		browsers['verified long ago'] = stale.browser;
		browsers['freshly verified'] = fresh.browser;
		const [pendingMethod] = (await pending.browser.must('GET /api/methods')).methods;
		methodIds['awaiting-second-factor'] = pendingMethod?.id ?? '';
		const [staleMethod] = (await stale.browser.must('GET /api/methods')).methods;
		methodIds['verified long ago'] = staleMethod?.id ?? '';
	});

	const browserAt = (level: Level): Browser => {
		const browser = browsers[level];
		if (browser === undefined) throw new Error(`no browser at ${level}`);
		return browser;
	};
	const send = (browser: Browser, key: keyof Contract, id: string, headers: Record<string, string> = {}) => {
		const [method = '', path = ''] = key.split(' ');
		const body = bodies[key];
		return browser.send(path.replace('{id}', id), {
			method,
			headers: { Origin: origin, ...(body && { 'Content-Type': 'application/json' }), ...headers },
			...(body && { body: JSON.stringify(body) }),
		});
	};
	const stored = async () => {
		const tables = ['credentials', 'client_passwords', 'enrolments', 'accounts', 'sessions'] as const;
		return JSON.stringify(await Promise.all(tables.map((table) => app.db.selectFrom(table).selectAll().execute())));
	};
	const expectRefused = (answer: Answer) => {
		expect([401, 403, 409]).toContain(answer.status);
		expect(sessionRefusals).toContain(answer.code);
		expect(answer.json).toEqual({ error: { code: answer.code, details: {} } });
		expect(answer.headers.getSetCookie()).toEqual([]);
	};

	it('holds for a good number of them', () => {
		expect(refusedCalls.length).toBeGreaterThan(30);
	});

	it.each(refusedCalls)('%s: %s is refused, tells nothing and changes nothing', async (level, key) => {
		const before = await stored();
		expectRefused(await send(browserAt(level), key, methodIds[level] ?? 'some-id'));
		// Whoever may not call learns nothing of the form either: a malformed body gets the same refusal.
		if ((contract[key] as Endpoint).body !== undefined) {
			const [method = '', path = ''] = key.split(' ');
			const headers = { Origin: origin, 'Content-Type': 'application/json' };
			expectRefused(await browserAt(level).send(path.replace('{id}', 'x'), { method, headers, body: '[' }));
		}
		expect(await stored()).toBe(before);
	});

	it('lets every endpoint be called from some level', () => {
		for (const [key, endpoint] of endpoints) {
			expect([key, (Object.keys(levels) as Level[]).some((level) => mayCall(endpoint, level))]).toEqual([key, true]);
		}
	});

	it('asks a fresh verification for what changes how one gets in (promise 17)', () => {
		const sensitive = endpoints.filter(([, { requires }]) => requires.flat().includes('recently-verified'));
		expect(sensitive.map(([key]) => key).toSorted()).toEqual([
			'DELETE /api/client-passwords/{id}',
			'DELETE /api/methods/{id}',
			'POST /api/client-passwords',
			'POST /api/enrolments',
			'POST /api/enrolments/{id}/answer',
		]);
		for (const [, { requires }] of sensitive) expect(requires.flat()).not.toContain('signed-in');
	});

	describe('the cookie of a sign-in that awaits its second step', () => {
		// The attack: API back doors that take the same token by another road (Nextcloud CVE-2026-45691).
		const guarded = endpoints.filter(([, { requires }]) => !requires.flat().includes('nobody')).map(([key]) => key);

		it.each(guarded)('is worth nothing as Bearer, Basic, query or plain cookie at %s', async (key) => {
			const token = browserAt('awaiting-second-factor').token() ?? '';
			const stranger = app.browser();
			for (const headers of [
				{ Authorization: `Bearer ${token}` },
				{ Authorization: `Basic ${Buffer.from(`mailward:${token}`).toString('base64')}` },
				{ Authorization: `Basic ${Buffer.from(`${token}:`).toString('base64')}` },
				{ Cookie: `mailward=${token}` },
				{ Cookie: `__Secure-mailward=${token}` },
			]) {
				const answer = await send(stranger, key, 'some-id', headers);
				expect([answer.status, answer.code]).toEqual([401, 'session.sign_in_needed']);
			}
		});

		it.each(guarded)('is worth no more with a stolen fresh one beside it at %s', async (key) => {
			const pending = browserAt('awaiting-second-factor').token() ?? '';
			const answer = await send(app.browser(), key, 'some-id', {
				Authorization: `Bearer ${browserAt('freshly verified').token()}`,
				Cookie: `__Host-mailward=${pending}`,
			});
			expect([200, 204]).not.toContain(key === 'POST /api/challenges' ? 0 : answer.status);
		});
	});

	it('tells a browser at the second step its challenge, and nothing else of the account', async () => {
		const answer = await browserAt('awaiting-second-factor').send('/api/session');
		expect(Object.keys(answer.json as object).toSorted()).toEqual(['address', 'challenge', 'passwordAt', 'state']);
	});

	it('serves no endpoint that the contract does not name', async () => {
		for (const path of [
			'/api',
			'/api/',
			'/api/accounts',
			'/api/methods/',
			'/api/session/',
			'/API/methods',
			'/api//methods',
		]) {
			const answer = await browserAt('freshly verified').send(path);
			expect([path, answer.status]).toEqual([path, 404]);
		}
	});
});
