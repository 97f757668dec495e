import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../storage/database.ts';
import { onEachDatabase, type TestDatabase } from '../storage/test-databases.ts';
import type { Browser } from '../testing/browser.ts';
import { createSecondStep, type SecondStep } from '../testing/second-step.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { day, hour, minute, second } from '../time/clock.ts';

onEachDatabase((create) => {
	let app: TestApp;
	let db: Database;
	let database: TestDatabase;
	let answer: SecondStep['answer'];
	let newChallenge: SecondStep['newChallenge'];
	let atSecondStep: SecondStep['atSecondStep'];
	let guessWrong: SecondStep['guessWrong'];
	beforeAll(async () => {
		({ db, database } = await create());
		app = createTestApp({ db });
		({ answer, newChallenge, atSecondStep, guessWrong } = createSecondStep(app));
	});

	describe('guessed codes (promise 2; NIST SP 800-63B-4, 3.2.2)', () => {
		it('gives no new budget for a new challenge, browser, address, replica or restart', async () => {
			// The attack: start something anew whenever the guesses are used up (Vikunja CVE-2026-35597, Vaultwarden
			// CVE-2026-27801, Nextcloud CVE-2021-41177).
			const { address, authenticator } = await app.addPersonWithTotp();
			expect(await guessWrong(await app.passwordStep(address), authenticator, 5)).toEqual(
				Array(5).fill('factor.code_rejected'),
			);
			expect(await guessWrong(await app.passwordStep(address, '192.0.2.99'), authenticator, 5)).toEqual(
				Array(5).fill('factor.code_rejected'),
			);
			app.clock.advance(30 * second);
			const right = authenticator.codeAt(app.clock.now());
			const replica = createTestApp({ db: database.open(), clock: app.clock });
			for (const one of [app, replica]) {
				const browser = await one.passwordStep(address, '198.51.100.200');
				const refusal = await answer(browser, await newChallenge(browser), right);
				expect(refusal.code).toBe('factor.throttled');
				expect(refusal.status).toBe(429);
				expect(refusal.headers.get('Retry-After')).toBe(new Date(String(refusal.details.retryAt)).toUTCString());
			}
		});

		it('ends a challenge after five wrong codes', async () => {
			const { browser, id, authenticator } = await atSecondStep();
			const wrong = authenticator.wrongCodesAt(app.clock.now(), 5);
			const left: unknown[] = [];
			for (const code of wrong) left.push((await answer(browser, id, code)).details.attemptsLeft);
			expect(left).toEqual([4, 3, 2, 1, 0]);
			const sixth = await answer(browser, id, app.freshCode(authenticator));
			expect(sixth.code).toBe('challenge.exhausted');
		});

		it('looks at no more than ten of forty wrong codes that arrive at once', async () => {
			// The attack: many guesses are in flight before the first is counted (better-auth).
			const { address, authenticator } = await app.addPersonWithTotp();
			const browsers = await Promise.all(Array.from({ length: 8 }, () => app.passwordStep(address)));
			const ids = await Promise.all(browsers.map((browser) => app.challengeOf(browser)));
			const answers = await Promise.all(
				authenticator
					.wrongCodesAt(app.clock.now(), 40)
					.map((code, index) => answer((browsers[index % 8] as Browser).copy(), ids[index % 8] ?? '', code)),
			);
			expect(answers.filter(({ code }) => code === 'factor.code_rejected')).toHaveLength(10);
			expect(answers.filter(({ code }) => code === 'factor.throttled')).toHaveLength(30);
		});

		it('spends the attempt before it looks: a check that fails gives nothing back (promise 12)', async () => {
			// The attack: make the check itself fail, so that the guess is rolled back with it (GitLab CVE-2026-0723).
			const { browser, id, authenticator, address } = await atSecondStep();
			const account = await app.app.accountStore.byAddress(address);
			const accountId = account?.id ?? '';
			const kept = await db
				.selectFrom('credentials')
				.where('account_id', '=', accountId)
				.selectAll()
				.executeTakeFirstOrThrow();
			await db.updateTable('credentials').set({ sealed: '1.broken' }).where('id', '=', kept.id).execute();
			const refusal = await answer(browser, id, app.freshCode(authenticator));
			expect(refusal.code).toBe('server.failed');
			expect(refusal.headers.getSetCookie()).toEqual([]);
			await db.updateTable('credentials').set({ sealed: kept.sealed }).where('id', '=', kept.id).execute();
			expect((await browser.must('GET /api/session')).state).toBe('awaiting-second-factor');
			const next = await answer(browser, id, authenticator.wrongCodeAt(app.clock.now()));
			expect(next.details.attemptsLeft).toBe(3);
		});

		it('waits 15 minutes, an hour, a day and a day, and shuts the factor after fifty in a row', async () => {
			const { address, authenticator } = await app.addPersonWithTotp();
			const browser = await app.passwordStep(address);
			for (const wait of [15 * minute, hour, day, day]) {
				expect(await guessWrong(browser, authenticator, 10)).toEqual(Array(10).fill('factor.code_rejected'));
				await app.passwordStep(address).then((fresh) => browser.setToken(fresh.token()));
				const refusal = await answer(browser, await newChallenge(browser), app.freshCode(authenticator));
				expect(refusal.code).toBe('factor.throttled');
				const until = Date.parse(String(refusal.details.retryAt));
				expect(until - app.clock.now()).toBeGreaterThan(wait - minute);
				expect(until - app.clock.now()).toBeLessThanOrEqual(wait);
				app.clock.set(until - 1);
				browser.setToken((await app.passwordStep(address)).token());
				expect((await answer(browser, await newChallenge(browser), '123456')).code).toBe('factor.throttled');
				app.clock.set(until);
			}
			expect(await guessWrong(browser, authenticator, 10)).toEqual(Array(10).fill('factor.code_rejected'));
			app.clock.advance(30 * day);
			const late = await app.passwordStep(address);
			// Shut, and still a factor: the account does not fall back to a set-up that is due.
			expect((await late.must('GET /api/session')).state).toBe('awaiting-second-factor');
			const refusal = await answer(late, await newChallenge(late), authenticator.codeAt(app.clock.now()));
			expect([refusal.status, refusal.code]).toEqual([403, 'factor.disabled']);
		});

		it('starts anew after a right code', async () => {
			const { address, authenticator } = await app.addPersonWithTotp();
			await guessWrong(await app.passwordStep(address), authenticator, 9);
			await app.signIn(address, authenticator);
			expect(await guessWrong(await app.passwordStep(address), authenticator, 9)).toEqual(
				Array(9).fill('factor.code_rejected'),
			);
		});

		it('costs nothing to slip: what has not the form of a code is not counted', async () => {
			const { browser, id, authenticator } = await atSecondStep();
			for (const [typed, reason] of [
				['', 'empty'],
				[' - ', 'empty'],
				['12345', 'short'],
				['1234567', 'long'],
				['12345a', 'not-digits'],
				['١٢٣٤٥٦', 'not-digits'],
			] as const) {
				for (let time = 0; time < 3; time += 1) {
					const { status, code, details } = await answer(browser, id, typed);
					expect([status, code, details]).toEqual([400, 'factor.code_malformed', { reason }]);
				}
			}
			expect((await answer(browser, id, app.freshCode(authenticator))).status).toBe(200);
		});
	});
});
