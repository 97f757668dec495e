import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import { createAuthenticator } from '../testing/authenticator.ts';
import type { Browser } from '../testing/browser.ts';
import { setUpPasskey } from '../testing/passkey-acts.ts';
import { createSecondStep, type SecondStep } from '../testing/second-step.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

onEachDatabase((create) => {
	let app: TestApp;
	let answer: SecondStep['answer'];
	let newChallenge: SecondStep['newChallenge'];
	let guessWrong: SecondStep['guessWrong'];
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
		({ answer, newChallenge, guessWrong } = createSecondStep(app));
	});

	const stateOf = async (browser: Browser) => (await browser.must('GET /api/session')).state;
	const removeMethod = async (browser: Browser, kind: 'totp' | 'passkey') => {
		const found = (await browser.must('GET /api/methods')).methods.find((method) => method.kind === kind);
		await browser.must('DELETE /api/methods/{id}', { params: { id: found?.id ?? '' } });
	};

	describe('a verification under way (promise 11; Keycloak CVE-2026-9798)', () => {
		// The attack: the thief stands at the second step when the owner reacts, and passes it all the same.
		const pending = async () => {
			const { address, browser: owner, authenticator } = await app.addPersonWithTotp();
			const thief = await app.passwordStep(address);
			return { address, owner, authenticator, thief, id: await app.challengeOf(thief) };
		};

		it('ends when its method is removed, though another is left', async () => {
			const { owner, authenticator, thief, id } = await pending();
			await setUpPasskey(owner);
			await removeMethod(owner, 'totp');
			const refusal = await answer(thief, id, app.freshCode(authenticator));
			expect([refusal.status, refusal.code]).toEqual([404, 'factor.not_available']);
			expect(await stateOf(thief)).toBe('awaiting-second-factor');
		});

		it('ends when the last method is removed: the password is asked for again', async () => {
			const { address, owner, authenticator, thief, id } = await pending();
			await removeMethod(owner, 'totp');
			expect((await answer(thief, id, app.freshCode(authenticator))).code).toBe('session.sign_in_needed');
			expect(await stateOf(thief)).toBe('signed-out');
			expect(await stateOf(await app.passwordStep(address))).toBe('signed-in');
		});

		it('takes no code of an authenticator that was replaced meanwhile', async () => {
			const { owner, authenticator, thief, id } = await pending();
			const [method] = (await owner.must('GET /api/methods')).methods;
			const next = await app.setUpTotp(owner, { replaces: method?.id ?? '' });
			expect((await answer(thief, id, app.freshCode(authenticator))).code).toBe('factor.code_rejected');
			expect((await answer(thief, id, app.freshCode(next))).status).toBe(200);
		});

		it('waits with all others when the budget is spent elsewhere', async () => {
			const { address, authenticator, thief, id } = await pending();
			await guessWrong(await app.passwordStep(address), authenticator, 10);
			expect((await answer(thief, id, app.freshCode(authenticator))).code).toBe('factor.throttled');
		});

		it('ends with the sessions that its owner ends', async () => {
			const { owner, authenticator, thief, id } = await pending();
			await owner.must('DELETE /api/sessions');
			expect((await answer(thief, id, app.freshCode(authenticator))).code).toBe('session.sign_in_needed');
		});

		it('does not come back when a disabled account is enabled again', async () => {
			const { address, authenticator, thief, id } = await pending();
			await app.app.accounts.disable(address);
			await app.app.accounts.enable(address);
			expect((await answer(thief, id, app.freshCode(authenticator))).code).toBe('session.sign_in_needed');
		});

		it('to confirm who it is ends in the same ways', async () => {
			const { address, browser, authenticator } = await app.addPersonWithTotp();
			const id = await newChallenge(browser);
			const other = await app.signIn(address, authenticator);
			await setUpPasskey(other);
			await removeMethod(other, 'totp');
			expect((await answer(browser, id, app.freshCode(authenticator))).code).toBe('challenge.expired');
			await app.app.accounts.setPassword(address, 'persimmons-by-the-gate');
			expect((await answer(browser, id, app.freshCode(authenticator))).code).toBe('session.sign_in_needed');
		});
	});

	describe('a confirmation that was begun before its session was thrown back (promise 11)', () => {
		// The attack: the thief's browser is signed in and asks the owner's phone to confirm. The owner confirms, has second
		// thoughts and changes a method, which throws the thief back to the second step; the confirmation still lies there.
		it('does not let the session in again', async () => {
			const { address, browser: owner, authenticator } = await app.addPersonWithTotp();
			const thief = await app.signIn(address, authenticator);
			const id = await newChallenge(thief);
			await setUpPasskey(owner);
			const code = app.freshCode(authenticator);
			await removeMethod(owner, 'passkey');
			expect(await stateOf(thief)).toBe('awaiting-second-factor');
			expect((await answer(thief, id, code)).code).toBe('challenge.expired');
			expect(await stateOf(thief)).toBe('awaiting-second-factor');
		});
	});

	describe('a set-up under way (promise 11)', () => {
		// The attack: the thief has begun to set a method of his own up when the owner reacts.
		const begun = async () => {
			const address = await app.addPerson();
			const thief = await app.passwordStep(address);
			const { id, prompt } = await app.beginTotp(thief);
			const finish = () =>
				thief.call('POST /api/enrolments/{id}/answer', {
					params: { id },
					body: { code: createAuthenticator(prompt.secret).codeAt(app.clock.now()) },
				});
			return { address, thief, finish };
		};
		const methodsOf = async (address: string) =>
			app.app.credentials.ofAccount((await app.app.accounts.find(address)).id);

		it.each(['a new password', 'disabling', 'disabling and enabling'] as const)('ends with %s', async (what) => {
			const { address, finish } = await begun();
			if (what === 'a new password') await app.app.accounts.setPassword(address, 'persimmons-by-the-gate');
			else await app.app.accounts.disable(address);
			if (what === 'disabling and enabling') await app.app.accounts.enable(address);
			expect((await finish()).code).toBe('session.sign_in_needed');
			expect(await methodsOf(address)).toEqual([]);
		});

		it('that is to replace a method ends when that one is removed', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			await setUpPasskey(browser);
			const replaced = (await browser.must('GET /api/methods')).methods.find(({ kind }) => kind === 'totp');
			const { id, prompt } = await app.beginTotp(browser, { replaces: replaced?.id ?? '' });
			await removeMethod(browser, 'totp');
			const code = createAuthenticator(prompt.secret).codeAt(app.clock.now());
			const refusal = await browser.call('POST /api/enrolments/{id}/answer', { params: { id }, body: { code } });
			expect([refusal.status, refusal.code]).toEqual([410, 'enrolment.expired']);
			expect((await methodsOf(address)).map(({ kind }) => kind)).toEqual(['passkey']);
		});

		it('of recovery codes ends when the last method is removed', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const { id } = await browser.must('POST /api/enrolments', { body: { kind: 'recovery' } });
			await removeMethod(browser, 'totp');
			const refusal = await browser.call('POST /api/enrolments/{id}/answer', { params: { id }, body: { saved: true } });
			expect(refusal.code).toBe('factor.not_available');
			expect(await methodsOf(address)).toEqual([]);
		});

		it('begun with the password ends when a method is set up elsewhere', async () => {
			const { address, thief, finish } = await begun();
			await app.setUpTotp(await app.passwordStep(address));
			expect((await finish()).code).toBe('session.second_factor_needed');
			expect(await stateOf(thief)).toBe('awaiting-second-factor');
			expect(await methodsOf(address)).toHaveLength(1);
		});
	});
});
