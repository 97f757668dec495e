import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { describe, expect, inject, it } from 'vitest';
import { createFingerprint, tokenHash } from '../crypto/fingerprint.ts';
import { systemRandom } from '../crypto/random.ts';
import { createSeal } from '../crypto/seal.ts';
import { createAuthenticator } from '../testing/authenticator.ts';
import { startOfTests } from '../testing/settable-clock.ts';
import { cheapHash, createTestApp, webPassword } from '../testing/test-app.ts';
import { testKeys } from '../testing/test-keys.ts';
import { day } from '../time/clock.ts';
import { migrate } from './migrate.ts';
import * as first from './migrations/0001-accounts-to-client-passwords.ts';
import * as second from './migrations/0002-people-devices-and-policy.ts';
import * as third from './migrations/0003-texts-and-scans.ts';
import { createEmptyDatabase } from './test-databases.ts';

const kinds = 'url' in inject('postgres') ? (['SQLite', 'PostgreSQL'] as const) : (['SQLite'] as const);

const now = startOfTests;
/** Twenty octets, and the same in base32 (RFC 4648). */
const secret = Buffer.from('12345678901234567890');
const secretInBase32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const clientPasswordOf = (id: string) => `abcdefghjkmnpq${id.slice(0, 2)}`;
const token = 'A'.repeat(43);

/** Tables as the first release had them. */
const insert = (db: Kysely<never>, table: string, row: Record<string, string | number | null>) =>
	sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))})
		values (${sql.join(Object.values(row))})`.execute(db);

/** People of the first release: one with an authenticator, one shared mailbox, and two with dates. */
const liveUnderTheFirst = async (db: Kysely<never>): Promise<void> => {
	const seal = createSeal(testKeys, systemRandom);
	const fingerprint = createFingerprint(testKeys.fingerprintKey('client passwords'));
	const account = (id: string, more: Record<string, string | number | null> = {}) =>
		insert(db, 'accounts', {
			id,
			address: `${id}@example.edu.cn`,
			name: id,
			kind: 'person',
			administrator: 0,
			password_hash: cheapHash(webPassword),
			disabled_at: null,
			two_factor_required_from: null,
			created_at: now - day,
			...more,
		});
	await account('lin');
	await account('front-desk', { kind: 'shared' });
	await account('unused-mailbox', { kind: 'shared' });
	await account('chen', { two_factor_required_from: now - day });
	await account('wei', { two_factor_required_from: now + 10 * day });
	await insert(db, 'aliases', { address: 'lin.xiao@example.edu.cn', account_id: 'lin' });
	for (const id of ['lin', 'front-desk']) {
		await insert(db, 'credentials', {
			id: `credential-of-${id}`,
			account_id: id,
			kind: 'totp',
			name: '手机',
			sealed: seal.close(`credentials.sealed credential-of-${id}`, { secret: secret.toString('base64'), lastStep: 0 }),
			version: 1,
			created_at: now - day,
			last_used_at: now - day,
			preferred: 0,
		});
		await insert(db, 'client_passwords', {
			id: `password-of-${id}`,
			account_id: id,
			slot: 1,
			name: 'Phone',
			fingerprint: fingerprint(clientPasswordOf(id)),
			idempotency_key: 'key',
			created_at: now - day,
			last_used_at: now,
			last_used_protocol: 'imap',
			last_used_address: '192.0.2.1',
		});
	}
	await insert(db, 'sessions', {
		token_hash: tokenHash(token),
		family_id: 'family',
		account_id: 'lin',
		state: 'signed-in',
		password_at: now,
		verified_at: now,
		verified_with: 'factor',
		created_at: now,
		last_seen_at: now,
		expires_at: now + day,
	});
};

describe.each(kinds)('what the first release has written, on %s,', (kind) => {
	const upgraded = async () => {
		const db = (await createEmptyDatabase[kind]()).open();
		const migrations = { '0001-accounts-to-client-passwords': first };
		const before = new Migrator({ db, provider: { getMigrations: async () => migrations } });
		expect((await before.migrateToLatest()).error).toBeUndefined();
		await liveUnderTheFirst(db as unknown as Kysely<never>);
		await migrate(db);
		return createTestApp({ db });
	};

	it('goes on to work: methods, client passwords, aliases and sessions', async () => {
		const app = await upgraded();
		const browser = await app.signIn('lin.xiao', createAuthenticator(secretInBase32));
		expect((await browser.must('GET /api/methods')).methods).toMatchObject([{ kind: 'totp', name: '手机' }]);
		const { clientPasswords } = await browser.must('GET /api/client-passwords');
		expect(clientPasswords).toMatchObject([{ id: 'password-of-lin', name: 'Phone', uses: [{ protocol: 'imap' }] }]);
		const password = clientPasswordOf('lin');
		expect((await app.doors.nginx({ user: 'lin', password })).verdict).toBe('accepted');
		await app.createClientPassword(browser);
		const signedInBefore = app.browser();
		signedInBefore.setToken(token);
		expect(await signedInBefore.must('GET /api/session')).toMatchObject({ state: 'signed-in', twoFactor: true });
	});

	it('belongs to the first person of a shared mailbox, who can invite others', async () => {
		const app = await upgraded();
		const browser = await app.signIn('front-desk', createAuthenticator(secretInBase32));
		expect(await browser.must('GET /api/people')).toMatchObject({
			people: [{ id: 'front-desk', name: '', current: true, methods: 1, clientPasswords: 1 }],
		});
		await browser.must('PUT /api/people/{id}', { params: { id: 'front-desk' }, body: { name: 'The front desk' } });
		await browser.must('POST /api/people', { body: { name: 'Second person' } });
		const password = clientPasswordOf('front-desk');
		expect((await app.doors.nginx({ user: 'front-desk', password })).verdict).toBe('accepted');
		const rows = await app.db.selectFrom('people').where('account_id', '=', 'unused-mailbox').selectAll().execute();
		expect(rows).toEqual([]);
	});

	it('has its dates in the first policy, and they hold as before', async () => {
		const app = await upgraded();
		const [newest] = await app.app.policies.history();
		expect(newest?.policy.required).toMatchObject([
			{ account: 'chen@example.edu.cn', from: new Date(now - day).toISOString() },
			{ account: 'wei@example.edu.cn', from: new Date(now + 10 * day).toISOString() },
		]);
		expect((await (await app.passwordStep('chen')).must('GET /api/session')).state).toBe('awaiting-set-up');
		expect(await (await app.passwordStep('wei')).must('GET /api/session')).toMatchObject({
			state: 'signed-in',
			twoFactorRequiredFrom: new Date(now + 10 * day).toISOString(),
		});
		expect((await app.doors.lua({ user: 'chen', password: webPassword })).verdict).toBe('refused');
		await app.setPolicy({ trustedDeviceDays: 7 });
		expect((await (await app.passwordStep('chen')).must('GET /api/session')).state).toBe('awaiting-set-up');
	});
});

describe.each(kinds)('a sign-in under way before there were texts and scans, on %s,', (kind) => {
	it('is asked for a code anew after the change, and passes by it', async () => {
		const db = (await createEmptyDatabase[kind]()).open();
		const migrations = {
			'0001-accounts-to-client-passwords': first,
			'0002-people-devices-and-policy': second,
		};
		const before = new Migrator({ db, provider: { getMigrations: async () => migrations } });
		expect((await before.migrateTo('0001-accounts-to-client-passwords')).error).toBeUndefined();
		await liveUnderTheFirst(db as unknown as Kysely<never>);
		expect((await before.migrateToLatest()).error).toBeUndefined();
		const old = db as unknown as Kysely<never>;
		await sql`update sessions set state = 'awaiting-second-factor', verified_at = null, verified_with = null`.execute(
			old,
		);
		await insert(old, 'challenges', {
			id: 'challenge-of-lin',
			family_id: 'family',
			account_id: 'lin',
			kind: 'totp',
			sealed: createSeal(testKeys, systemRandom).close('challenges.sealed challenge-of-lin', {}),
			attempts: 2,
			expires_at: now + day,
		});
		await migrate(db);

		const app = createTestApp({ db });
		const browser = app.browser();
		browser.setToken(token);
		const answer = (id: string) => {
			const body = { code: app.freshCode(createAuthenticator(secretInBase32)) };
			return browser.call('POST /api/challenges/{id}/answer', { params: { id }, body });
		};
		expect((await answer('challenge-of-lin')).code).toBe('challenge.expired');
		expect((await answer(await app.challengeOf(browser))).status).toBe(200);
		for (const table of ['text_messages', 'text_message_scopes', 'text_message_counts', 'scans'] as const) {
			expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
		}
		// Nothing that was set up before has a number or a phone of its own to be sent to.
		expect((await browser.must('GET /api/methods')).methods).toMatchObject([{ kind: 'totp', target: '' }]);
	});
});

describe.each(kinds)('client passwords from before there were mail apps, on %s,', (kind) => {
	const upgraded = async () => {
		const db = (await createEmptyDatabase[kind]()).open();
		const migrations = {
			'0001-accounts-to-client-passwords': first,
			'0002-people-devices-and-policy': second,
			'0003-texts-and-scans': third,
		};
		const before = new Migrator({ db, provider: { getMigrations: async () => migrations } });
		expect((await before.migrateTo('0001-accounts-to-client-passwords')).error).toBeUndefined();
		await liveUnderTheFirst(db as unknown as Kysely<never>);
		expect((await before.migrateToLatest()).error).toBeUndefined();
		const fingerprint = createFingerprint(testKeys.fingerprintKey('client passwords'));
		await insert(db as unknown as Kysely<never>, 'client_passwords', {
			id: 'unused-password-of-lin',
			account_id: 'lin',
			person_id: 'lin',
			slot: 2,
			name: 'Laptop',
			fingerprint: fingerprint('abcdefghjkmnpqrs'),
			idempotency_key: 'another-key',
			created_at: now,
			last_used_at: null,
			last_used_protocol: null,
			last_used_address: null,
		});
		await migrate(db);
		return createTestApp({ db });
	};

	it('open what they opened, for ever, and say when they were last used', async () => {
		const app = await upgraded();
		const browser = await app.signIn('lin', createAuthenticator(secretInBase32));
		const anything = { app: null, protocols: ['imap', 'pop3', 'submission', 'other'], expiresAt: null };
		expect((await browser.must('GET /api/client-passwords')).clientPasswords).toEqual([
			{
				...anything,
				id: 'password-of-lin',
				name: 'Phone',
				createdAt: new Date(now - day).toISOString(),
				uses: [
					{
						at: new Date(now).toISOString(),
						protocol: 'imap',
						client: { browser: '', system: '', address: '192.0.2.1', place: null },
					},
				],
			},
			{
				...anything,
				id: 'unused-password-of-lin',
				name: 'Laptop',
				createdAt: new Date(now).toISOString(),
				uses: [],
			},
		]);
		app.clock.advance(3650 * day);
		for (const protocol of ['imap', 'pop3', 'smtp', 'sieve']) {
			for (const password of [clientPasswordOf('lin'), 'abcdefghjkmnpqrs']) {
				expect((await app.doors.lua({ user: 'lin', password, protocol })).verdict).toBe('accepted');
			}
		}
	});

	it('can be changed, replaced and deleted like any other, and a later use is noted beside the first', async () => {
		const app = await upgraded();
		const browser = await app.signIn('lin', createAuthenticator(secretInBase32));
		const password = clientPasswordOf('lin');
		await app.doors.lua({ user: 'lin', password, protocol: 'smtp', clientAddress: '192.0.2.2' });
		await app.app.tick();
		const { clientPasswords } = await browser.must('GET /api/client-passwords');
		expect(clientPasswords[0]?.uses.map(({ protocol }) => protocol)).toEqual(['submission', 'imap']);
		const params = { id: 'password-of-lin' };
		const body = { name: 'Phone', protocols: ['imap' as const], expiresAt: null };
		await browser.must('PUT /api/client-passwords/{id}', { params, body });
		expect((await app.doors.lua({ user: 'lin', password, protocol: 'smtp' })).verdict).toBe('refused');
		await browser.must('POST /api/client-passwords/{id}/replace', { params });
		expect((await app.doors.lua({ user: 'lin', password })).verdict).toBe('refused');
		await browser.must('DELETE /api/client-passwords/{id}', { params: { id: 'unused-password-of-lin' } });
		expect((await app.doors.lua({ user: 'lin', password: 'abcdefghjkmnpqrs' })).verdict).toBe('refused');
	});

	it('leaves the new tables empty', async () => {
		const { db } = await upgraded();
		for (const table of [
			'deleted_client_passwords',
			'stale_clients',
			'apple_profiles',
			'connections_to_end',
		] as const) {
			expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
		}
	});
});
