import { type Contract, contract } from '@mailward/shared/contract/contract.ts';
import type { Endpoint, Requirement } from '@mailward/shared/contract/endpoint.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Tables } from '../storage/tables.ts';
import { createTestDatabase } from '../storage/test-databases.ts';
import type { Answer, Browser } from '../testing/browser.ts';
import { createLevels, type Level, levelNames, levels, type Standing } from '../testing/levels.ts';
import { createTestApp, origin, type TestApp, webPassword } from '../testing/test-app.ts';

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
const refusedCalls = levelNames.flatMap((level) =>
	endpoints.filter(([, endpoint]) => !mayCall(endpoint, level)).map(([key]) => [level, key] as const),
);

const wishes = { name: 'Phone', protocols: ['imap'], expiresAt: null };

/** Bodies that would do something if the session were let through. */
const bodies: Partial<Record<keyof Contract, object>> = {
	'POST /api/sign-in/invitation': { code: 'aaaaa-aaaaa' },
	'POST /api/challenges': {},
	'POST /api/challenges/{id}/message': { number: 'some-id' },
	'POST /api/challenges/{id}/answer': { code: '123456' },
	'POST /api/re-verification/password': { password: webPassword },
	'PUT /api/methods/{id}': { name: 'Renamed' },
	'POST /api/enrolments': { kind: 'totp', personName: 'Somebody' },
	'POST /api/enrolments/{id}/message': { number: '138 0013 8000' },
	'POST /api/enrolments/{id}/answer': { code: '123456' },
	'POST /api/client-passwords': { ...wishes, app: null, idempotencyKey: 'b5b4a0ad-4d4c-4b9f-a1ee-2f4d8a3c1e55' },
	'PUT /api/client-passwords/{id}': wishes,
	'POST /api/apple-profiles': { ...wishes, app: 'iphone', idempotencyKey: 'b5b4a0ad-4d4c-4b9f-a1ee-2f4d8a3c1e56' },
	'POST /api/trusted-devices': {},
	'PUT /api/web-password': { current: webPassword, next: 'persimmons-by-the-gate' },
	'POST /api/people': { name: 'Somebody' },
	'PUT /api/people/{id}': { name: 'Renamed' },
};

describe('every endpoint from every level below its own (promises 7 and 8; Nextcloud CVE-2026-45690, logto #6892)', () => {
	// The attack: with the password alone, or with nothing, call the endpoints that the pages would not show yet.
	let app: TestApp;
	let standing: Record<Level, Standing>;
	beforeAll(async () => {
		app = createTestApp({ db: (await createTestDatabase()).db });
		standing = await createLevels(app);
	});

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
		const tables = (await app.db.introspection.getTables()).map(({ name }) => name as keyof Tables);
		return JSON.stringify(await Promise.all(tables.map((table) => app.db.selectFrom(table).selectAll().execute())));
	};
	const expectRefused = (answer: Answer) => {
		expect([401, 403, 409]).toContain(answer.status);
		expect(sessionRefusals).toContain(answer.code);
		expect(answer.json).toEqual({ error: { code: answer.code, details: {} } });
		expect(answer.headers.getSetCookie()).toEqual([]);
	};

	it('holds for a good number of them', () => {
		expect(refusedCalls.length).toBeGreaterThan(150);
	});

	it.each([
		['signed-out', { state: 'signed-out' }],
		['password shown', { state: 'awaiting-second-factor' }],
		['set-up due', { state: 'awaiting-set-up', remaining: 'method' }],
		['recovery codes due', { state: 'awaiting-set-up', remaining: 'recovery-codes' }],
		['invited', { state: 'awaiting-set-up', remaining: 'method', person: { name: 'Newcomer' } }],
		['trusted device', { state: 'signed-in', verifiedAt: null, trustOffer: null }],
		['verified long ago', { state: 'signed-in', verifiedAt: expect.any(String) }],
		['recovery code used', { state: 'signed-in', verifiedAt: expect.any(String), trustOffer: null }],
		['freshly verified', { state: 'signed-in', verifiedAt: expect.any(String) }],
	] as const)('%s is where it says it is', async (level, state) => {
		expect(await standing[level].browser.must('GET /api/session')).toMatchObject(state);
	});

	it.each(refusedCalls)('%s: %s is refused, tells nothing and changes nothing', async (level, key) => {
		const before = await stored();
		const { browser, idFor } = standing[level];
		expectRefused(await send(browser, key, await idFor(key.split(' ')[1] ?? '')));
		// Whoever may not call learns nothing of the form either: a malformed body gets the same refusal.
		if ((contract[key] as Endpoint).body !== undefined) {
			const [method = '', path = ''] = key.split(' ');
			const headers = { Origin: origin, 'Content-Type': 'application/json' };
			expectRefused(await browser.send(path.replace('{id}', 'x'), { method, headers, body: '[' }));
		}
		expect(await stored()).toBe(before);
	});

	it('lets every endpoint be called from some level', () => {
		for (const [key, endpoint] of endpoints) {
			expect([key, levelNames.some((level) => mayCall(endpoint, level))]).toEqual([key, true]);
		}
	});

	it('asks a fresh verification for what changes how one gets in (promise 17)', () => {
		const sensitive = endpoints.filter(([, { requires }]) => requires.flat().includes('recently-verified'));
		expect(sensitive.map(([key]) => key).toSorted()).toEqual([
			'DELETE /api/client-passwords/{id}',
			'DELETE /api/methods/{id}',
			'DELETE /api/people/{id}',
			'DELETE /api/sessions',
			'DELETE /api/sessions/{id}',
			'DELETE /api/trusted-devices',
			'DELETE /api/trusted-devices/{id}',
			'POST /api/apple-profiles',
			'POST /api/client-passwords',
			'POST /api/client-passwords/{id}/replace',
			'POST /api/enrolments',
			'POST /api/enrolments/{id}/answer',
			'POST /api/enrolments/{id}/message',
			'POST /api/people',
			'POST /api/trusted-devices',
			'PUT /api/client-passwords/{id}',
			'PUT /api/methods/{id}',
			'PUT /api/people/{id}',
			'PUT /api/web-password',
		]);
		for (const [, { requires }] of sensitive) expect(requires.flat()).not.toContain('signed-in');
	});

	describe('the cookie of a sign-in that awaits its second step', () => {
		// The attack: API back doors that take the same token by another road (Nextcloud CVE-2026-45691).
		const guarded = endpoints.filter(([, { requires }]) => !requires.flat().includes('nobody')).map(([key]) => key);

		it.each(guarded)('is worth nothing as Bearer, Basic, query or plain cookie at %s', async (key) => {
			const token = standing['password shown'].browser.token() ?? '';
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
			const pending = standing['password shown'].browser.token() ?? '';
			const answer = await send(app.browser(), key, 'some-id', {
				Authorization: `Bearer ${standing['freshly verified'].browser.token()}`,
				Cookie: `__Host-mailward=${pending}`,
			});
			expect([200, 204].includes(answer.status)).toBe(key === 'POST /api/challenges');
		});
	});

	describe('a set-up that is due (promise 8)', () => {
		// The attack: leave the set-up half way, or use what it allows for something else.
		it.each([
			['set-up due', 'recovery'],
			['invited', 'recovery'],
			['recovery codes due', 'totp'],
			['recovery codes due', 'passkey'],
		] as const)('%s begins no %s', async (level, kind) => {
			const before = await stored();
			const refusal = await standing[level].browser.call('POST /api/enrolments', { body: { kind } });
			expect([refusal.status, refusal.code]).toEqual([404, 'factor.not_available']);
			expect(await stored()).toBe(before);
		});

		it.each(['set-up due', 'invited', 'recovery codes due'] as const)('%s replaces nothing', async (level) => {
			const { browser, idFor } = standing[level];
			const kind = level === 'recovery codes due' ? 'recovery' : 'totp';
			const before = await stored();
			const body = { kind, replaces: await idFor('/api/methods') } as const;
			expect((await browser.call('POST /api/enrolments', { body })).status).toBe(404);
			expect(await stored()).toBe(before);
		});

		it.each(['set-up due', 'invited', 'recovery codes due'] as const)('%s can sign out, and is out', async (level) => {
			const leaving = standing[level].browser.copy();
			expect(await leaving.must('POST /api/sign-out')).toEqual({ state: 'signed-out' });
			expect((await standing[level].browser.call('GET /api/enrolments/current')).code).toBe('session.sign_in_needed');
		});
	});

	it('tells a browser at the second step its challenge, and nothing else of the account', async () => {
		const answer = await standing['password shown'].browser.send('/api/session');
		expect(Object.keys(answer.json as object).toSorted()).toEqual([
			'address',
			'challenge',
			'passwordAt',
			'shared',
			'state',
		]);
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
			const answer = await standing['freshly verified'].browser.send(path);
			expect([path, answer.status]).toEqual([path, 404]);
		}
	});
});
