import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../storage/database.ts';
import { onEachDatabase, type TestDatabase } from '../storage/test-databases.ts';
import type { Browser } from '../testing/browser.ts';
import { createSecondStep } from '../testing/second-step.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { createTestApp, type TestApp, webPassword } from '../testing/test-app.ts';
import { hour, minute } from '../time/clock.ts';

onEachDatabase((create) => {
	let app: TestApp;
	let db: Database;
	let database: TestDatabase;
	beforeAll(async () => {
		({ db, database } = await create());
		app = createTestApp({ db });
	});

	const stateOf = async (browser: Browser) => (await browser.must('GET /api/session')).state;
	const stateWith = (token: string | undefined) => {
		const browser = app.browser();
		browser.setToken(token);
		return stateOf(browser);
	};

	describe('a session’s id (promise 14; OWASP ASVS 7.2.4)', () => {
		it('is new after each step up, and the one before is worth nothing', async () => {
			// The attack: session fixation. A cookie planted or copied before a step must not gain by it.
			const { address, authenticator } = await app.addPersonWithTotp();
			const tokens: (string | undefined)[] = [];
			const browser = await app.passwordStep(address);
			tokens.push(browser.token());
			await browser.must('POST /api/challenges/{id}/answer', {
				params: { id: await app.challengeOf(browser) },
				body: { code: app.freshCode(authenticator) },
			});
			tokens.push(browser.token());
			const { id } = await browser.must('POST /api/challenges', { body: {} });
			await browser.must('POST /api/challenges/{id}/answer', {
				params: { id },
				body: { code: app.freshCode(authenticator) },
			});
			tokens.push(browser.token());
			await app.setUpTotp(browser);
			tokens.push(browser.token());
			expect(new Set(tokens).size).toBe(4);
			for (const old of tokens.slice(0, -1)) expect(await stateWith(old)).toBe('signed-out');
			expect(await stateOf(browser)).toBe('signed-in');
		});

		it('is new after each step of a set-up that is due, of an invitation, and of a recovery', async () => {
			const tokens: (string | undefined)[] = [];
			const due = await app.passwordStep(await app.addPersonWhoMust());
			tokens.push(due.token());
			await app.setUpTotp(due);
			tokens.push(due.token());
			const [code = ''] = await app.saveRecoveryCodes(due);
			const state = await due.must('GET /api/session');
			const recovered = await app.passwordStep(state.state === 'signed-in' ? state.account.address : '');
			tokens.push(recovered.token());
			await createSecondStep(app).answerByRecoveryCode(recovered, code);
			const { address, invite } = await createSharedMailbox(app);
			const invited = await app.passwordStep(address);
			tokens.push(invited.token());
			await invited.must('POST /api/sign-in/invitation', { body: { code: (await invite('Newcomer')).code } });
			tokens.push(invited.token());
			await app.setUpTotp(invited);
			const now = [due, recovered, invited].map((browser) => browser.token());
			expect(new Set([...tokens, ...now]).size).toBe(8);
			for (const old of tokens) expect(await stateWith(old)).toBe('signed-out');
			for (const token of now) expect(await stateWith(token)).not.toBe('signed-out');
		});

		it('is new after a verification by password', async () => {
			const browser = await app.passwordStep(await app.addPerson());
			const before = browser.token();
			await browser.must('POST /api/re-verification/password', { body: { password: webPassword } });
			expect(browser.token()).not.toBe(before);
			expect(await stateWith(before)).toBe('signed-out');
		});

		it('ends when the same browser signs in again', async () => {
			const browser = await app.passwordStep(await app.addPerson());
			const before = browser.token();
			await browser.must('POST /api/sign-in', { body: { address: await app.addPerson(), password: webPassword } });
			expect(await stateWith(before)).toBe('signed-out');
		});

		it('cannot be chosen by whoever plants a cookie', async () => {
			const browser = app.browser();
			browser.setToken('planted-by-somebody-else');
			await browser.must('POST /api/sign-in', { body: { address: await app.addPerson(), password: webPassword } });
			expect(browser.token()).not.toBe('planted-by-somebody-else');
			expect(await stateWith('planted-by-somebody-else')).toBe('signed-out');
		});

		it('is nowhere in the database: only its hash is', async () => {
			const { browser } = await app.addPersonWithTotp();
			const rows = JSON.stringify(await db.selectFrom('sessions').selectAll().execute());
			expect(rows).not.toContain(browser.token());
			const [row] = await db.selectFrom('sessions').selectAll().execute();
			expect(await stateWith(row?.token_hash)).toBe('signed-out');
		});
	});

	describe('a session’s life', () => {
		it('ends after an hour without a request, and the clock stepping back does not revive it (promise 6)', async () => {
			const browser = await app.passwordStep(await app.addPerson());
			for (let time = 0; time < 3; time += 1) {
				app.clock.advance(59 * minute);
				expect(await stateOf(browser)).toBe('signed-in');
			}
			app.clock.advance(hour);
			const token = browser.token();
			expect(await stateWith(token)).toBe('signed-out');
			app.clock.advance(-2 * hour);
			expect(await stateWith(token)).toBe('signed-out');
		});

		it('ends 24 hours after sign-in, however busy, also when verified again meanwhile', async () => {
			const { browser, authenticator } = await app.addPersonWithTotp();
			for (let passed = 0; passed < 23.5; passed += 0.5) {
				app.clock.advance(hour / 2);
				expect([passed, await stateOf(browser)]).toEqual([passed, 'signed-in']);
			}
			const { id } = await browser.must('POST /api/challenges', { body: {} });
			const code = app.freshCode(authenticator);
			await browser.must('POST /api/challenges/{id}/answer', { params: { id }, body: { code } });
			app.clock.advance(hour / 2);
			expect(await stateOf(browser)).toBe('signed-out');
		});

		it('is an hour at most while the second step is due', async () => {
			const { address } = await app.addPersonWithTotp();
			const browser = await app.passwordStep(address);
			app.clock.advance(50 * minute);
			expect(await stateOf(browser)).toBe('awaiting-second-factor');
			app.clock.advance(10 * minute);
			expect(await stateOf(browser)).toBe('signed-out');
		});

		it('ends with sign-out, on every replica at once', async () => {
			const browser = await app.passwordStep(await app.addPerson());
			const replica = createTestApp({ db: database.open(), clock: app.clock });
			const there = replica.browser();
			const token = browser.token();
			there.setToken(token);
			expect(await stateOf(there)).toBe('signed-in');
			await browser.must('POST /api/sign-out');
			expect(browser.token()).toBeUndefined();
			there.setToken(token);
			expect(await stateOf(there)).toBe('signed-out');
		});

		it.each(['disable', 'password'] as const)('ends in every browser with %s', async (act) => {
			// The attack: the thief stays signed in after the owner or the help desk has reacted.
			const { address, browser, authenticator } = await app.addPersonWithTotp();
			const other = await app.signIn(address, authenticator);
			const pending = await app.passwordStep(address);
			if (act === 'disable') await app.app.accounts.disable(address);
			else await app.app.accounts.setPassword(address, 'a-quite-different-one');
			for (const one of [browser, other, pending]) expect(await stateOf(one)).toBe('signed-out');
			if (act === 'disable') await app.app.accounts.enable(address);
			for (const one of [browser, other, pending]) expect(await stateOf(one)).toBe('signed-out');
		});

		it('is none while the account is disabled, also where the disabling did not see it', async () => {
			// The attack: a sign-in under way while the help desk disables the account stores its session just afterwards.
			const address = await app.addPerson();
			const browser = await app.passwordStep(address);
			await db.updateTable('accounts').set({ disabled_at: app.clock.now() }).where('address', '=', address).execute();
			expect(await stateOf(browser)).toBe('signed-out');
		});

		it('steps down when a second factor is set up elsewhere', async () => {
			const address = await app.addPerson();
			const browser = await app.passwordStep(address);
			await app.setUpTotp(await app.passwordStep(address));
			expect(await stateOf(browser)).toBe('awaiting-second-factor');
		});

		it('leaves no row behind once it is over', async () => {
			const address = await app.addPerson();
			await app.passwordStep(address);
			app.clock.advance(25 * hour);
			await app.app.sweep();
			expect(await db.selectFrom('sessions').selectAll().execute()).toEqual([]);
			expect(await db.selectFrom('challenges').selectAll().execute()).toEqual([]);
			expect(await db.selectFrom('enrolments').selectAll().execute()).toEqual([]);
		});
	});
});
