import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import type { Browser } from '../testing/browser.ts';
import { resetCode } from '../testing/help-desk.ts';
import { createSecondStep } from '../testing/second-step.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { createTestApp, type TestApp, webPassword } from '../testing/test-app.ts';
import { day } from '../time/clock.ts';

onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});

	const redeem = (browser: Browser, code: string) => browser.call('POST /api/sign-in/invitation', { body: { code } });
	const stateOf = async (browser: Browser) => (await browser.must('GET /api/session')).state;

	describe('a code of the help desk (promise 13; OWASP ASVS 6.4.3, 6.4.6)', () => {
		it('leads somebody who has lost everything to a set-up, and lets nobody in before that is done', async () => {
			// The attack: whoever has a code of the help desk, an administrator included, signs in with the password.
			const { address } = await app.addPersonWithTotp();
			const browser = await app.passwordStep(address);
			expect((await redeem(browser, await resetCode(app, address))).json).toMatchObject({
				state: 'awaiting-set-up',
				remaining: 'method',
			});
			for (const refusal of [
				await browser.call('GET /api/client-passwords'),
				await browser.call('GET /api/methods'),
				await browser.call('GET /api/activity'),
			]) {
				expect(refusal.code).toBe('session.set_up_needed');
			}
			await app.setUpTotp(browser);
			await app.saveRecoveryCodes(browser);
			expect(await stateOf(browser)).toBe('signed-in');
		});

		it('leaves what was set up in force until then, and nothing of it afterwards', async () => {
			const { address, browser, authenticator } = await app.addPersonWithTotp();
			const [recoveryCode = ''] = await app.saveRecoveryCodes(browser);
			const { secret } = await app.createClientPassword(browser);
			await browser.must('POST /api/trusted-devices', { body: {} });
			const code = await resetCode(app, address);
			const returning = await app.passwordStep(address);
			await redeem(returning, code);
			expect(await stateOf(browser)).toBe('signed-in');
			await app.signIn(address, authenticator);
			await app.setUpTotp(returning);
			expect(await stateOf(browser)).toBe('signed-out');
			expect((await returning.must('GET /api/enrolments/current')).enrolment).toBeNull();
			const { answer, answerByRecoveryCode, newChallenge } = createSecondStep(app);
			const old = await app.passwordStep(address);
			expect((await answer(old, await newChallenge(old), app.freshCode(authenticator))).code).toBe(
				'factor.code_rejected',
			);
			await expect(answerByRecoveryCode(old, recoveryCode)).rejects.toThrow('factor.not_available');
			const trusted = app.browser();
			trusted.setDeviceToken(browser.deviceToken());
			await trusted.must('POST /api/sign-in', { body: { address, password: webPassword } });
			expect(await stateOf(trusted)).toBe('awaiting-second-factor');
			// The mail apps of the person go on; they are the person's to look through.
			expect((await app.doors.lua({ user: address, password: secret })).verdict).toBe('accepted');
		});

		it('serves once', async () => {
			const { address } = await app.addPersonWithTotp();
			const code = await resetCode(app, address);
			const browser = await app.passwordStep(address);
			await redeem(browser, code);
			await app.setUpTotp(browser);
			expect((await redeem(await app.passwordStep(address), code)).code).toBe('invitation.rejected');
		});

		it('ends after a day, and with the next one', async () => {
			const { address } = await app.addPersonWithTotp();
			const first = await resetCode(app, address);
			const second = await resetCode(app, address);
			expect((await redeem(await app.passwordStep(address), first)).code).toBe('invitation.rejected');
			app.clock.advance(day);
			expect((await redeem(await app.passwordStep(address), second)).code).toBe('invitation.rejected');
		});

		it('opens nothing at another account, and nothing without the password', async () => {
			const { address } = await app.addPersonWithTotp();
			const code = await resetCode(app, address);
			const thief = await app.addPersonWithTotp();
			expect((await redeem(await app.passwordStep(thief.address), code)).code).toBe('invitation.rejected');
			expect((await redeem(app.browser(), code)).code).toBe('session.sign_in_needed');
			expect((await redeem(thief.browser, code)).code).toBe('session.already_past');
		});
	});

	it('of one person of a shared mailbox touches nobody else', async () => {
		const { address, first, join } = await createSharedMailbox(app);
		const other = await join('Second person');
		await first.browser.must('POST /api/trusted-devices', { body: {} });
		const code = await resetCode(app, address, 'Second person');
		const returning = await app.passwordStep(address);
		expect((await redeem(returning, code)).json).toMatchObject({ person: { id: other.id, name: 'Second person' } });
		await app.setUpTotp(returning);
		expect(await stateOf(other.browser)).toBe('signed-out');
		expect(await stateOf(first.browser)).toBe('signed-in');
		expect((await first.browser.must('GET /api/trusted-devices')).devices).toHaveLength(1);
		expect((await first.browser.must('GET /api/people')).people.map(({ methods }) => methods)).toEqual([1, 1]);
		await app.signIn(address, first.authenticator);
	});

	it('that was never used lets an invitation later clean nobody away', async () => {
		const { address, first, join } = await createSharedMailbox(app);
		await join('Second person');
		await resetCode(app, address, 'Second person');
		app.clock.advance(2 * day);
		const browser = await app.signIn(address, first.authenticator);
		await browser.must('POST /api/people', { body: { name: 'Third person' } });
		const { people } = await browser.must('GET /api/people');
		expect(people.map(({ name }) => name)).toEqual(['First person', 'Second person']);
	});
});
