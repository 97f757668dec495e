import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import { createSecondStep, type SecondStep } from '../testing/second-step.ts';
import { createSettableClock } from '../testing/settable-clock.ts';
import { createTestApp, type TestApp, webPassword } from '../testing/test-app.ts';
import { hour, minute, second } from '../time/clock.ts';

const fullWidth = (digits: string) =>
	digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

onEachDatabase((create) => {
	let app: TestApp;
	let answer: SecondStep['answer'];
	let newChallenge: SecondStep['newChallenge'];
	let atSecondStep: SecondStep['atSecondStep'];
	let guessWrong: SecondStep['guessWrong'];
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
		({ answer, newChallenge, atSecondStep, guessWrong } = createSecondStep(app));
	});

	describe('what a code belongs to (promise 3; OWASP ASVS 6.6.2)', () => {
		it('is the challenge of the browser that asked', async () => {
			// The attack: answer somebody else's challenge, or one's own from a second browser.
			const { address, id, browser, authenticator } = await atSecondStep();
			const own = await app.passwordStep(address);
			const stranger = await atSecondStep();
			const code = app.freshCode(authenticator);
			expect((await answer(own, id, code)).code).toBe('challenge.expired');
			expect((await answer(stranger.browser, id, code)).code).toBe('challenge.expired');
			expect((await answer(stranger.browser, stranger.id, code)).code).toBe('factor.code_rejected');
			expect((await answer(browser, id, code)).status).toBe(200);
		});

		it('ends when another challenge takes its place', async () => {
			const { browser, id, authenticator } = await atSecondStep();
			const next = await newChallenge(browser);
			const code = app.freshCode(authenticator);
			expect((await answer(browser, id, code)).code).toBe('challenge.expired');
			expect((await answer(browser, next, code)).status).toBe(200);
		});

		it('ends after ten minutes, and the clock stepping back does not revive it (promise 6)', async () => {
			const { browser, id, authenticator } = await atSecondStep();
			app.clock.advance(10 * minute);
			expect((await answer(browser, id, authenticator.codeAt(app.clock.now()))).code).toBe('challenge.expired');
			app.clock.advance(-5 * minute);
			expect((await answer(browser, id, authenticator.codeAt(app.clock.now()))).code).toBe('challenge.expired');
			app.clock.advance(5 * minute);
		});

		it('ends when the password changes or the account is disabled meanwhile (promise 11)', async () => {
			// The attack: the password is stolen, the owner reacts, and the thief's pending sign-in goes on all the same.
			const changed = await atSecondStep();
			await app.app.accounts.setPassword(changed.address, 'a-quite-different-one');
			const code = app.freshCode(changed.authenticator);
			expect((await answer(changed.browser, changed.id, code)).code).toBe('session.sign_in_needed');
			const disabled = await atSecondStep();
			await app.app.accounts.disable(disabled.address);
			const other = app.freshCode(disabled.authenticator);
			expect((await answer(disabled.browser, disabled.id, other)).code).toBe('session.sign_in_needed');
		});
	});

	it('takes codes as people type them: full-width, with blanks and hyphens (promise 4)', async () => {
		for (const typed of [
			fullWidth,
			(code: string) => `${code.slice(0, 3)} ${code.slice(3)}`,
			(code: string) => ` ${code.slice(0, 3)}－${code.slice(3)}\u3000`,
			(code: string) => fullWidth(code).split('').join('-'),
		]) {
			const { browser, id, authenticator } = await atSecondStep();
			expect((await answer(browser, id, typed(app.freshCode(authenticator)))).status).toBe(200);
		}
	});

	it('accepts a code one step either side of now, and none further off', async () => {
		for (const [distance, status] of [
			[-2, 422],
			[-1, 200],
			[1, 200],
			[2, 422],
		] as const) {
			const { browser, id, authenticator } = await atSecondStep();
			app.clock.advance(2 * minute);
			const code = authenticator.codeAt(app.clock.now() + distance * 30 * second);
			expect([distance, (await answer(browser, id, code)).status]).toEqual([distance, status]);
		}
	});

	it('tells the server’s time with a wrong code, and never that it was right for another moment', async () => {
		// The attack: a sign-in that says "your clock is off" tells a guesser that the code is right somewhere.
		const { browser, id, authenticator } = await atSecondStep();
		const { code, details } = await answer(browser, id, authenticator.codeAt(app.clock.now() - hour));
		expect(code).toBe('factor.code_rejected');
		expect(details).toEqual({ attemptsLeft: 4, serverTime: new Date(app.clock.now()).toISOString() });
	});

	it('gives one budget to an account with several authenticators (decision 6)', async () => {
		const { address, browser, authenticator } = await app.addPersonWithTotp({ kind: 'shared' });
		const second = await app.setUpTotp(browser);
		await guessWrong(await app.passwordStep(address), authenticator, 5);
		await guessWrong(await app.passwordStep(address), second, 5);
		const late = await app.passwordStep(address);
		expect((await answer(late, await newChallenge(late), app.freshCode(second))).code).toBe('factor.throttled');
	});

	it('still signs in with either of several authenticators', async () => {
		const { address, browser, authenticator } = await app.addPersonWithTotp({ kind: 'shared' });
		const second = await app.setUpTotp(browser);
		await app.signIn(address, authenticator);
		await app.signIn(address, second);
	});

	it('refuses when the database is gone (promise 12)', async () => {
		const { db: own } = await create();
		const doomed = createTestApp({ db: own, clock: createSettableClock() });
		const { address, authenticator } = await doomed.addPersonWithTotp();
		const browser = await doomed.passwordStep(address);
		const id = await doomed.challengeOf(browser);
		const token = browser.token();
		await own.destroy();
		const refusal = await answer(browser, id, doomed.freshCode(authenticator));
		expect(refusal.status).toBeGreaterThanOrEqual(500);
		expect(browser.token()).toBe(token);
		const signIn = await doomed.browser().call('POST /api/sign-in', { body: { address, password: webPassword } });
		expect(signIn.status).toBeGreaterThanOrEqual(500);
		expect(signIn.headers.getSetCookie()).toEqual([]);
	});
});
