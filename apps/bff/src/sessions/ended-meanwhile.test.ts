import { sql } from 'kysely';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { replacePassword } from '../accounts/new-password.ts';
import type { Queries } from '../storage/database.ts';
import { lockAccount } from '../storage/lock-account.ts';
import { migrate } from '../storage/migrate.ts';
import { createEmptyDatabase } from '../storage/test-databases.ts';
import { createAuthenticator } from '../testing/authenticator.ts';
import type { Answer, Browser } from '../testing/browser.ts';
import { setUpPasskey, signInByPasskey } from '../testing/passkey-acts.ts';
import { createSecondStep } from '../testing/second-step.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { storedRows } from '../testing/tables.ts';
import { anyMailApp, cheapHash, createTestApp, type TestApp, webPassword } from '../testing/test-app.ts';

/** What a thief asks for with a session that is as good as the owner's, prepared so far that one request is left. */
type Act = (browser: Browser, app: TestApp) => Promise<() => Promise<Answer>>;

const acts: [what: string, act: Act][] = [
	['a trusted device', async (browser) => () => browser.call('POST /api/trusted-devices', { body: {} })],
	[
		'a client password',
		async (browser) => () =>
			browser.call('POST /api/client-passwords', {
				body: { ...anyMailApp, name: 'Phone', idempotencyKey: crypto.randomUUID() },
			}),
	],
	[
		'an authenticator',
		async (browser, app) => {
			const { id, prompt } = await app.beginTotp(browser);
			const code = createAuthenticator(prompt.secret).codeAt(app.clock.now());
			return () => browser.call('POST /api/enrolments/{id}/answer', { params: { id }, body: { code } });
		},
	],
	[
		'recovery codes',
		async (browser) => {
			const { id } = await browser.must('POST /api/enrolments', { body: { kind: 'recovery' } });
			return () => browser.call('POST /api/enrolments/{id}/answer', { params: { id }, body: { saved: true } });
		},
	],
	['an invitation', async (browser) => () => browser.call('POST /api/people', { body: { name: 'A friend' } })],
];

// SQLite has one writer in a process: there the transaction of the test would keep the request out of the way.
describe.runIf('url' in inject('postgres'))('on PostgreSQL', () => {
	let app: TestApp;
	beforeAll(async () => {
		const db = (await createEmptyDatabase.PostgreSQL()).open();
		await migrate(db);
		app = createTestApp({ db });
	});

	const idOf = async (address: string) => (await app.app.accounts.find(address)).id;
	/** Resolves when a statement of somebody else waits for what this transaction holds. */
	const somebodyWaits = async (): Promise<void> => {
		for (;;) {
			const { rows } = await sql`select 1 from pg_locks where not granted`.execute(app.db);
			if (rows.length > 0) return;
		}
	};
	/** Sends a request that is let in and then has to wait, and lets `happen` be done meanwhile. */
	const whileWaiting = async (
		hold: (transaction: Queries) => Promise<unknown>,
		request: () => Promise<Answer>,
		happen: (transaction: Queries) => Promise<unknown>,
	): Promise<Answer> => {
		let answer: Promise<Answer> | undefined;
		await app.db.transaction().execute(async (transaction) => {
			await hold(transaction);
			answer = request();
			await somebodyWaits();
			await happen(transaction);
		});
		if (answer === undefined) throw new Error('nothing was asked');
		return answer;
	};
	const holdSessions = async (transaction: Queries, accountId: string) => {
		await lockAccount(transaction, accountId);
		await sql`lock table sessions in share row exclusive mode`.execute(transaction);
	};
	const kept = ['credentials', 'client_passwords', 'trusted_devices', 'people'] as const;
	const everythingOf = async (accountId: string) => {
		const rows = await storedRows(app.db);
		return kept.map((table) => (rows[table] ?? []).filter((row) => row.includes(accountId)));
	};

	describe('a request under way while its session ends (promises 11, 14 and 18)', () => {
		// The attack: a thief with a live session sends the same request again and again, so that one has been let in
		// when the owner reacts, and writes what it makes afterwards.
		it.each(acts)('by a new password makes not %s any more', async (_what, prepare) => {
			const { address, first } = await createSharedMailbox(app);
			const accountId = await idOf(address);
			const request = await prepare(first.browser.copy(), app);
			const before = await everythingOf(accountId);
			const answer = await whileWaiting(
				(transaction) => lockAccount(transaction, accountId),
				request,
				(transaction) => replacePassword(transaction, { accountId, hash: cheapHash('another-password') }),
			);
			expect([401, 410]).toContain(answer.status);
			expect(await everythingOf(accountId)).toEqual(before);
		});

		it.each(acts.slice(0, 4))('by leaving a shared mailbox makes not %s any more', async (_what, prepare) => {
			// A client password that is nobody's would open the mailbox for ever, and be in nobody's list.
			const { address, join } = await createSharedMailbox(app);
			const accountId = await idOf(address);
			const leaver = await join('Leaver');
			const request = await prepare(leaver.browser.copy(), app);
			const answer = await whileWaiting(
				(transaction) => lockAccount(transaction, accountId),
				request,
				async (transaction) => {
					for (const table of ['credentials', 'client_passwords', 'trusted_devices', 'sessions'] as const) {
						await transaction.deleteFrom(table).where('person_id', '=', leaver.id).execute();
					}
					await transaction.deleteFrom('people').where('id', '=', leaver.id).execute();
				},
			);
			expect(answer.status).toBeGreaterThanOrEqual(400);
			expect(answer.status).toBeLessThan(500);
			expect(JSON.stringify(await everythingOf(accountId))).not.toContain(leaver.id);
		});

		it('answers no challenge any more', async () => {
			const { address, authenticator } = await app.addPersonWithTotp();
			const accountId = await idOf(address);
			const browser = await app.passwordStep(address);
			const id = await app.challengeOf(browser);
			const code = app.freshCode(authenticator);
			const answer = await whileWaiting(
				(transaction) =>
					transaction.updateTable('credentials').set({ name: 'held' }).where('account_id', '=', accountId).execute(),
				() => createSecondStep(app).answer(browser, id, code),
				(transaction) => replacePassword(transaction, { accountId, hash: cheapHash('another-password') }),
			);
			expect(answer.status).toBeGreaterThanOrEqual(400);
			expect(answer.headers.getSetCookie()).toEqual([]);
			expect((await browser.must('GET /api/session')).state).toBe('signed-out');
		});
	});

	it('a sign-in by passkey whose account is disabled before its session is stored begins none, not even for later', async () => {
		// The attack: the session that the disabling did not see is good again when the account is enabled.
		const address = await app.addPerson();
		const accountId = await idOf(address);
		const passkey = await setUpPasskey(await app.passwordStep(address));
		const thief = app.browser();
		const answer = await whileWaiting(
			(transaction) => holdSessions(transaction, accountId),
			() => signInByPasskey(thief, passkey),
			async (transaction) => {
				await transaction.updateTable('accounts').set({ disabled_at: 1 }).where('id', '=', accountId).execute();
				await transaction.deleteFrom('sessions').where('account_id', '=', accountId).execute();
			},
		);
		expect([answer.status, answer.code]).toEqual([401, 'passkey.rejected']);
		await app.app.accounts.enable(address);
		expect((await thief.must('GET /api/session')).state).toBe('signed-out');
	});

	it('a sign-in whose password changes before its session is stored begins none', async () => {
		// The attack: sign in with the stolen password at the very moment in which the owner changes it.
		const address = await app.addPerson();
		const accountId = await idOf(address);
		const thief = app.browser();
		await whileWaiting(
			(transaction) => holdSessions(transaction, accountId),
			() => thief.call('POST /api/sign-in', { body: { address, password: webPassword } }),
			(transaction) => replacePassword(transaction, { accountId, hash: cheapHash('another-password') }),
		);
		expect((await thief.must('GET /api/session')).state).toBe('signed-out');
	});
});
