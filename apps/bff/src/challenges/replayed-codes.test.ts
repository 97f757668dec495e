import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase, type TestDatabase } from '../storage/test-databases.ts';
import { createSecondStep, type SecondStep } from '../testing/second-step.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { minute, second } from '../time/clock.ts';

onEachDatabase((create, name) => {
	let app: TestApp;
	let database: TestDatabase;
	let answer: SecondStep['answer'];
	let newChallenge: SecondStep['newChallenge'];
	let atSecondStep: SecondStep['atSecondStep'];
	beforeAll(async () => {
		const created = await create();
		database = created.database;
		app = createTestApp({ db: created.db });
		({ answer, newChallenge, atSecondStep } = createSecondStep(app));
	});

	describe('replayed codes (promise 1; RFC 6238, 5.2; Gitea CVE-2026-20779)', () => {
		it('lets one of thirty identical codes in, sent at once by one browser', async () => {
			// The attack: a code read over a shoulder is sent many times at once, so that several checks run before the
			// first success is stored.
			const { browser, id, authenticator } = await atSecondStep();
			const code = app.freshCode(authenticator);
			const answers = await Promise.all(Array.from({ length: 30 }, () => answer(browser.copy(), id, code)));
			expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
			expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
		});

		it('lets one of thirty identical codes in, sent at once by thirty browsers', async () => {
			// The attack: the same, with a session and a challenge for each request.
			const { address, authenticator } = await atSecondStep();
			const browsers = await Promise.all(Array.from({ length: 30 }, () => app.passwordStep(address)));
			const ids = await Promise.all(browsers.map((browser) => app.challengeOf(browser)));
			const code = app.freshCode(authenticator);
			const answers = await Promise.all(browsers.map((browser, index) => answer(browser, ids[index] ?? '', code)));
			expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
			expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
			const states = await Promise.all(browsers.map((browser) => browser.must('GET /api/session')));
			expect(states.filter(({ state }) => state === 'signed-in')).toHaveLength(1);
			// The storm was no guessing: the owner's next code works.
			await app.signIn(address, authenticator);
		});

		// On SQLite two connections of one process would wait for each other; there the crash test has several processes.
		if (name === 'PostgreSQL')
			it('lets one of thirty identical codes in, sent to two replicas', async () => {
				// The attack: a replay guard kept in one process is blind to the other.
				const { address, authenticator } = await atSecondStep();
				const other = createTestApp({ db: database.open(), clock: app.clock });
				const browsers = await Promise.all(
					Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? app : other).passwordStep(address)),
				);
				const ids = await Promise.all(browsers.map((browser) => app.challengeOf(browser)));
				const code = app.freshCode(authenticator);
				const answers = await Promise.all(browsers.map((browser, index) => answer(browser, ids[index] ?? '', code)));
				expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
				expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
			});

		it('refuses a used code at another browser, another endpoint and after a restart', async () => {
			// The attack: a code used for one purpose is tried wherever else codes are taken.
			const { address, browser, authenticator } = await app.addPersonWithTotp();
			const used = authenticator.codeAt(app.clock.now());
			const elsewhere = await app.passwordStep(address);
			expect((await answer(elsewhere, await app.challengeOf(elsewhere), used)).code).toBe('factor.code_just_used');
			expect((await answer(browser, await newChallenge(browser), used)).code).toBe('factor.code_just_used');
			const restarted = createTestApp({ db: database.open(), clock: app.clock });
			const again = await restarted.passwordStep(address);
			expect((await answer(again, await restarted.challengeOf(again), used)).code).toBe('factor.code_just_used');
		});

		it('never takes an older step after a newer one, also when the clock steps back', async () => {
			// The attack: the code before the one that was used is still within tolerance. (Promises 1 and 6.)
			const { address, authenticator } = await app.addPersonWithTotp();
			const browser = await app.passwordStep(address);
			app.clock.advance(30 * second);
			const older = authenticator.codeAt(app.clock.now());
			const newer = authenticator.codeAt(app.clock.now() + 30 * second);
			expect((await answer(browser, await app.challengeOf(browser), newer)).status).toBe(200);
			const other = await app.passwordStep(address);
			const id = await app.challengeOf(other);
			expect((await answer(other, id, older)).code).toBe('factor.code_rejected');
			app.clock.advance(-minute);
			expect((await answer(other, id, authenticator.codeAt(app.clock.now()))).code).toBe('factor.code_rejected');
			app.clock.advance(minute);
		});

		it('says of the code just used when the next one comes, and takes no attempt for it', async () => {
			const { address, authenticator } = await app.addPersonWithTotp();
			const used = authenticator.codeAt(app.clock.now());
			const browser = await app.passwordStep(address);
			const id = await app.challengeOf(browser);
			for (let time = 0; time < 25; time += 1) {
				const { code, details } = await answer(browser, id, used);
				expect(code).toBe('factor.code_just_used');
				expect(details.nextInSeconds).toBe(30 - Math.floor((app.clock.now() / second) % 30));
			}
			const wrong = await answer(browser, id, authenticator.wrongCodeAt(app.clock.now()));
			expect(wrong.details.attemptsLeft).toBe(4);
			expect((await answer(browser, id, app.freshCode(authenticator))).status).toBe(200);
		});
	});

	it('gives every attempt back when a used code arrives many times at once', async () => {
		// The attack: hold the owner up by replaying a code that was seen, in the hope that the attempts given back and
		// those just spent get into each other's way.
		const { address, authenticator } = await app.addPersonWithTotp();
		const used = authenticator.codeAt(app.clock.now());
		const browser = await app.passwordStep(address);
		const id = await app.challengeOf(browser);
		const answers = await Promise.all(Array.from({ length: 30 }, () => answer(browser.copy(), id, used)));
		expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
		const wrong = await answer(browser, id, authenticator.wrongCodeAt(app.clock.now()));
		expect(wrong.details.attemptsLeft).toBe(4);
	});
});
