import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import { resetCode } from '../testing/help-desk.ts';
import { createSecondStep } from '../testing/second-step.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { createTestApp, type TestApp, webPassword } from '../testing/test-app.ts';

onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});

	describe('a person of a shared mailbox who wants to be another (promises 2 and 19)', () => {
		it('gets no new budget of guesses by being right oneself, nor by replacing one’s own method', async () => {
			// The attack: guess at everybody's authenticator in one browser, and clear the account's budget from another.
			const { address, join } = await createSharedMailbox(app);
			const mallory = await join('Mallory');
			const { answer, newChallenge, guessWrong } = createSecondStep(app);
			const guessing = await app.passwordStep(address);
			await guessWrong(guessing, mallory.authenticator, 9);
			await app.setUpTotp(mallory.browser, {
				replaces: (await mallory.browser.must('GET /api/methods')).methods[0]?.id ?? '',
			});
			const codes = await guessWrong(guessing, mallory.authenticator, 3);
			expect(codes[0]).toBe('factor.code_rejected');
			expect(codes.slice(1)).toEqual(['factor.throttled', 'factor.throttled']);

			const other = await createSharedMailbox(app);
			const first = await other.join('Mallory');
			const again = await app.passwordStep(other.address);
			await guessWrong(again, first.authenticator, 9);
			const right = await app.passwordStep(other.address);
			expect((await answer(right, await newChallenge(right), app.freshCode(first.authenticator))).status).toBe(200);
			expect(await guessWrong(again, first.authenticator, 2)).toEqual(['factor.code_rejected', 'factor.throttled']);
		});

		it('renames nobody else, and takes no name that looks like another’s', async () => {
			// The attack: be called like somebody else, and have the help desk reset them in one's own name.
			const { address, first, join } = await createSharedMailbox(app);
			const mallory = await join('Mallory');
			const rename = (id: string, name: string) =>
				mallory.browser.call('PUT /api/people/{id}', { params: { id }, body: { name } });
			expect((await rename(first.id, 'Mallory')).code).toBe('request.not_found');
			for (const name of ['First person', 'FIRST  PERSON', 'First\u200b person', 'Ｆｉｒｓｔ person']) {
				expect([name, (await rename(mallory.id, name)).code]).toEqual([name, 'person.name_taken']);
				const invited = await mallory.browser.call('POST /api/people', { body: { name } });
				expect([name, invited.code]).toEqual([name, 'person.name_taken']);
			}
			expect((await rename(mallory.id, 'Mallory Ng')).status).toBe(204);
			await expect(resetCode(app, address)).rejects.toThrow(/several people use/);
			await expect(resetCode(app, address, 'Nobody')).rejects.toThrow(/nobody of/);
			expect(await resetCode(app, address, ' Mallory Ng ')).toMatch(/^\w{5}-\w{5}$/);
		});

		it('is not signed in as whoever trusted the browser before and has signed out', async () => {
			const { address, first } = await createSharedMailbox(app);
			const { browser } = first;
			await browser.must('POST /api/trusted-devices', { body: {} });
			await browser.must('POST /api/sign-out');
			await browser.must('POST /api/sign-in', { body: { address, password: webPassword } });
			expect((await browser.must('GET /api/session')).state).toBe('awaiting-second-factor');
		});
	});

	describe('a code of the help desk that got into wrong hands (promise 13)', () => {
		const redeem = async (address: string, code: string) => {
			const browser = await app.passwordStep(address);
			return { browser, answer: await browser.call('POST /api/sign-in/invitation', { body: { code } }) };
		};

		it('ends with the next one, in the browser that has come in by it as well', async () => {
			const { address } = await app.addPersonWithTotp();
			const thief = await redeem(address, await resetCode(app, address));
			expect(thief.answer.status).toBe(200);
			const owner = await redeem(address, await resetCode(app, address));
			expect((await thief.browser.must('GET /api/session')).state).toBe('signed-out');
			await app.setUpTotp(owner.browser);
		});

		it('is taken back', async () => {
			const { address } = await app.addPersonWithTotp();
			const code = await resetCode(app, address);
			const thief = await redeem(address, code);
			await app.app.people.takeBackReset(await app.app.accounts.find(address));
			expect((await thief.browser.must('GET /api/session')).state).toBe('signed-out');
			expect((await redeem(address, code)).answer.code).toBe('invitation.rejected');
		});

		it('cannot be made useless by guessing before it is given out', async () => {
			const { address } = await app.addPersonWithTotp();
			for (let guess = 0; guess < 10; guess += 1) await redeem(address, 'aaaaa-aaaaa');
			expect((await redeem(address, 'aaaaa-aaaaa')).answer.code).toBe('factor.throttled');
			expect((await redeem(address, await resetCode(app, address))).answer.status).toBe(200);
		});

		it('is not given out where there is nothing to replace', async () => {
			await expect(resetCode(app, await app.addPerson())).rejects.toThrow(/no verification method/);
		});
	});

	it('a method that is replaced or removed vouches for nothing any more (promises 17 and 18)', async () => {
		// The attack: a stolen authenticator has verified the thief's browser a moment before its owner replaces it.
		for (const act of ['replace', 'remove'] as const) {
			const { address, browser, authenticator } = await app.addPersonWithTotp();
			if (act === 'remove') await app.setUpTotp(browser);
			const thief = await app.signIn(address, authenticator);
			const [method] = (await browser.must('GET /api/methods')).methods;
			const id = method?.id ?? '';
			if (act === 'replace') await app.setUpTotp(browser, { replaces: id });
			else await browser.must('DELETE /api/methods/{id}', { params: { id } });
			expect((await thief.call('POST /api/trusted-devices', { body: {} })).code).toBe('session.second_factor_needed');
			expect((await thief.must('GET /api/session')).state).toBe('awaiting-second-factor');
			expect((await browser.must('GET /api/session')).state).toBe('signed-in');
		}
	});
});
