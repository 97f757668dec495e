import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import { createAuthenticator } from '../testing/authenticator.ts';
import type { Browser } from '../testing/browser.ts';
import { createSecondStep } from '../testing/second-step.ts';
import { createSharedMailbox, type Member, type SharedMailbox } from '../testing/shared-mailbox.ts';
import { createTestApp, type TestApp, webPassword } from '../testing/test-app.ts';
import { second } from '../time/clock.ts';

onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});

	const mailboxOfTwo = async (): Promise<SharedMailbox & { second: Member }> => {
		const mailbox = await createSharedMailbox(app);
		return { ...mailbox, second: await mailbox.join('Second person') };
	};
	const stateOf = async (browser: Browser) => (await browser.must('GET /api/session')).state;
	const opens = async (user: string, password: string) =>
		(await app.doors.lua({ user, password })).verdict === 'accepted';
	const remove = (browser: Browser, id: string) => browser.call('DELETE /api/people/{id}', { params: { id } });
	/** Another browser of the same person, with the cookies of none. */
	const signInAs = (address: string, member: Member) => app.signIn(address, member.authenticator);

	it('are listed by name, each with what is theirs, and each browser knows whose it is', async () => {
		const { address, first, second: other } = await mailboxOfTwo();
		await app.createClientPassword(other.browser);
		const { people, invitations, limit } = await first.browser.must('GET /api/people');
		expect(people).toMatchObject([
			{ id: first.id, name: 'First person', current: true, methods: 1, clientPasswords: 0 },
			{ id: other.id, name: 'Second person', current: false, methods: 1, clientPasswords: 1 },
		]);
		expect([invitations, limit]).toEqual([[], 50]);
		const again = await signInAs(address, other);
		expect(await again.must('GET /api/session')).toMatchObject({ person: { id: other.id, name: 'Second person' } });
	});

	it('are of shared mailboxes only', async () => {
		const { browser } = await app.addPersonWithTotp();
		const body = { name: 'Somebody' };
		const answers = await Promise.all([
			browser.call('GET /api/people'),
			browser.call('POST /api/people', { body }),
			browser.call('PUT /api/people/{id}', { params: { id: 'x' }, body }),
			remove(browser, 'x'),
		]);
		expect(answers.map(({ code }) => code)).toEqual(Array(4).fill('request.not_found'));
	});

	it.each([
		['', 'empty'],
		['x'.repeat(41), 'long'],
		['two\nlines', 'characters'],
		['\u202etxt', 'characters'],
	])('have names people can read: %j is refused as %s', async (name, reason) => {
		const { browser, id } = (await createSharedMailbox(app)).first;
		for (const refusal of [
			await browser.call('POST /api/people', { body: { name } }),
			await browser.call('PUT /api/people/{id}', { params: { id }, body: { name } }),
			await (await app.passwordStep(await app.addPerson({ kind: 'shared' }))).call('POST /api/enrolments', {
				body: { kind: 'totp', personName: name },
			}),
		]) {
			expect([refusal.status, refusal.code, refusal.details]).toEqual([400, 'person.name_invalid', { reason }]);
		}
	});

	describe('what is one person’s (promise 19; OWASP ASVS 8.2.2)', () => {
		it('is not seen by another', async () => {
			const { first, second: other } = await mailboxOfTwo();
			await app.createClientPassword(first.browser, 'Phone of the first');
			await first.browser.must('POST /api/trusted-devices', { body: {} });
			await app.saveRecoveryCodes(first.browser);
			const seen = JSON.stringify([
				await other.browser.must('GET /api/client-passwords'),
				await other.browser.must('GET /api/trusted-devices'),
				await other.browser.must('GET /api/sessions'),
			]);
			expect(seen).not.toContain('Phone of the first');
			expect((await other.browser.must('GET /api/trusted-devices')).devices).toEqual([]);
			expect((await other.browser.must('GET /api/sessions')).sessions).toHaveLength(1);
			const [own] = (await other.browser.must('GET /api/methods')).methods;
			const [theirs] = (await first.browser.must('GET /api/methods')).methods;
			expect(own?.id).not.toBe(theirs?.id);
		});

		it('is not there for another who knows its id', async () => {
			// The attack: a colleague deletes, renames or replaces what is somebody else's.
			const { address, first, second: other } = await mailboxOfTwo();
			const { id: password, secret } = await app.createClientPassword(first.browser);
			const { id: device } = await first.browser.must('POST /api/trusted-devices', { body: {} });
			const [{ id: method } = { id: '' }] = (await first.browser.must('GET /api/methods')).methods;
			const [{ id: session } = { id: '' }] = (await first.browser.must('GET /api/sessions')).sessions;
			const { browser } = other;
			const answers = await Promise.all([
				browser.call('DELETE /api/client-passwords/{id}', { params: { id: password } }),
				browser.call('DELETE /api/trusted-devices/{id}', { params: { id: device } }),
				browser.call('DELETE /api/sessions/{id}', { params: { id: session } }),
				browser.call('DELETE /api/methods/{id}', { params: { id: method } }),
				browser.call('PUT /api/methods/{id}', { params: { id: method }, body: { name: 'Mine' } }),
				browser.call('PUT /api/methods/{id}', { params: { id: method }, body: { default: true } }),
				browser.call('POST /api/enrolments', { body: { kind: 'totp', replaces: method } }),
			]);
			expect(answers.map(({ status, code }) => [status, code])).toEqual(Array(7).fill([404, 'request.not_found']));
			await browser.must('DELETE /api/trusted-devices');
			await browser.must('DELETE /api/sessions');
			expect(await stateOf(first.browser)).toBe('signed-in');
			expect((await first.browser.must('GET /api/trusted-devices')).devices).toHaveLength(1);
			expect(await opens(address, secret)).toBe(true);
			await signInAs(address, first);
		});

		it('is renewed by themselves only: recovery codes of one open nothing as another', async () => {
			const { address, first, second: other } = await mailboxOfTwo();
			const [code = ''] = await app.saveRecoveryCodes(first.browser);
			await app.saveRecoveryCodes(other.browser);
			const recovered = await app.passwordStep(address);
			const { answerByRecoveryCode } = createSecondStep(app);
			expect((await answerByRecoveryCode(recovered, code)).status).toBe(200);
			expect(await recovered.must('GET /api/session')).toMatchObject({ person: { id: first.id } });
			const confirming = await answerByRecoveryCode(
				other.browser,
				(await app.saveRecoveryCodes(first.browser))[0] ?? '',
			);
			expect(confirming.code).toBe('factor.recovery_rejected');
		});

		it('verifies them only: a colleague’s code does not confirm who they are', async () => {
			const { first, second: other } = await mailboxOfTwo();
			const { answer, newChallenge } = createSecondStep(app);
			const code = app.freshCode(first.authenticator);
			expect((await answer(other.browser, await newChallenge(other.browser), code)).code).toBe('factor.code_rejected');
		});
	});

	describe('one who leaves', () => {
		it('loses everything at once, and nobody else loses anything', async () => {
			// The attack: who has left the office goes on reading its mail.
			const { address, first, second: leaver } = await mailboxOfTwo();
			const staying = await app.createClientPassword(first.browser);
			const leaving = await app.createClientPassword(leaver.browser);
			await leaver.browser.must('POST /api/trusted-devices', { body: {} });
			const [code = ''] = await app.saveRecoveryCodes(leaver.browser);
			const elsewhere = await signInAs(address, leaver);
			expect((await remove(first.browser, leaver.id)).status).toBe(204);
			expect(await Promise.all([leaver.browser, elsewhere].map(stateOf))).toEqual(['signed-out', 'signed-out']);
			expect(await opens(address, leaving.secret)).toBe(false);
			const back = app.browser();
			back.setDeviceToken(leaver.browser.deviceToken());
			await back.must('POST /api/sign-in', { body: { address, password: webPassword } });
			expect(await stateOf(back)).toBe('awaiting-second-factor');
			const { answer, newChallenge } = createSecondStep(app);
			const byCode = await answer(back, await newChallenge(back), app.freshCode(leaver.authenticator));
			expect(byCode.code).toBe('factor.code_rejected');
			const byRecovery = await back.call('POST /api/challenges', { body: { kind: 'recovery' } });
			expect([byRecovery.status, byRecovery.code, code.length]).toEqual([404, 'factor.not_available', 11]);
			expect(await opens(address, staying.secret)).toBe(true);
			await signInAs(address, first);
		});

		it('may be the first, or oneself', async () => {
			const { address, first, second: staying } = await mailboxOfTwo();
			const { secret } = await app.createClientPassword(staying.browser);
			expect((await remove(first.browser, first.id)).status).toBe(204);
			expect(first.browser.token()).toBeUndefined();
			expect(await opens(address, secret)).toBe(true);
			expect((await staying.browser.must('GET /api/people')).people).toMatchObject([{ name: 'Second person' }]);
		});

		it('is told of to those who stay, with whose doing it was', async () => {
			const { first, second: other, join } = await mailboxOfTwo();
			const third = await join('Third person');
			await remove(other.browser, third.id);
			await remove(other.browser, other.id);
			const { entries } = await first.browser.must('GET /api/activity');
			const gone = entries.filter(({ event }) => event === 'person.removed');
			expect(gone).toMatchObject([
				{ name: 'Second person', person: 'Second person' },
				{ name: 'Third person', person: 'Second person' },
			]);
		});

		it('is never the last, also when two remove each other at once', async () => {
			// The attack, or the accident: a mailbox without anybody falls back to its password.
			const { address, first, second: other } = await mailboxOfTwo();
			const answers = await Promise.all([remove(first.browser, other.id), remove(other.browser, first.id)]);
			expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
			const stays = (await stateOf(first.browser)) === 'signed-in' ? first : other;
			expect((await remove(stays.browser, stays.id)).code).toBe('person.last');
			expect(await stateOf(await app.passwordStep(address))).toBe('awaiting-second-factor');
		});

		it('cannot leave by taking their own last method away', async () => {
			const { second: other } = await mailboxOfTwo();
			const [{ id } = { id: '' }] = (await other.browser.must('GET /api/methods')).methods;
			const refusal = await other.browser.call('DELETE /api/methods/{id}', { params: { id } });
			expect([refusal.status, refusal.code]).toEqual([409, 'factor.last_of_person']);
		});

		it('is not somebody of another mailbox', async () => {
			const one = await mailboxOfTwo();
			const other = await createSharedMailbox(app);
			for (const id of [one.first.id, one.second.id]) {
				expect((await remove(other.first.browser, id)).code).toBe('request.not_found');
				const renaming = { params: { id }, body: { name: 'Renamed' } };
				expect((await other.first.browser.call('PUT /api/people/{id}', renaming)).code).toBe('request.not_found');
			}
			expect(await Promise.all([one.first, one.second].map(({ browser }) => stateOf(browser)))).toEqual([
				'signed-in',
				'signed-in',
			]);
		});
	});

	it('keep their client passwords when the one who is left turns two-factor off', async () => {
		const { address, first, second: left } = await mailboxOfTwo();
		const { id, secret } = await app.createClientPassword(left.browser);
		await first.browser.must('DELETE /api/people/{id}', { params: { id: first.id } });
		const [method] = (await left.browser.must('GET /api/methods')).methods;
		await left.browser.must('DELETE /api/methods/{id}', { params: { id: method?.id ?? '' } });
		const byPassword = await app.passwordStep(address);
		expect((await byPassword.must('GET /api/client-passwords')).clientPasswords).toMatchObject([{ id }]);
		expect(await opens(address, secret)).toBe(true);
		await byPassword.must('DELETE /api/client-passwords/{id}', { params: { id } });
		expect(await opens(address, secret)).toBe(false);
		expect(await stateOf(left.browser)).toBe('signed-in');
	});

	it('share one budget of guesses, however many authenticators there are (decision 6)', async () => {
		// The attack: with fifty people one guess in twenty thousand is right, so many cheap guesses would do.
		const { address, first, second: other } = await mailboxOfTwo();
		const { guessWrong, answer, newChallenge } = createSecondStep(app);
		const guesser = await app.passwordStep(address);
		expect(await guessWrong(guesser, first.authenticator, 10)).toEqual(Array(10).fill('factor.code_rejected'));
		for (const { authenticator } of [first, other]) {
			const browser = await app.passwordStep(address);
			const refusal = await answer(browser, await newChallenge(browser), app.freshCode(authenticator));
			expect(refusal.code).toBe('factor.throttled');
		}
	});

	it('with one QR code on several phones are told of a code just used, and lose no attempt by it', async () => {
		const browser = await app.passwordStep(await app.addPerson({ kind: 'shared' }));
		const { id, prompt } = await app.beginTotp(browser, { personName: 'The office' });
		const phones = [createAuthenticator(prompt.secret), createAuthenticator(prompt.secret)];
		const code = phones[0]?.codeAt(app.clock.now()) ?? '';
		await browser.must('POST /api/enrolments/{id}/answer', { params: { id }, body: { code } });
		const state = await browser.must('GET /api/session');
		const address = state.state === 'signed-in' ? state.account.address : '';
		const { answer } = createSecondStep(app);
		app.clock.advance(30 * second);
		const sitting = await Promise.all(phones.map(() => app.passwordStep(address)));
		const answers: unknown[] = [];
		for (const [index, one] of sitting.entries()) {
			const typed = phones[index]?.codeAt(app.clock.now()) ?? '';
			answers.push((await answer(one, await app.challengeOf(one), typed)).code);
		}
		expect(answers).toEqual([undefined, 'factor.code_just_used']);
		const [, late] = sitting;
		if (late === undefined) throw new Error('nobody is late');
		const wrong = await answer(late, await app.challengeOf(late), phones[0]?.wrongCodeAt(app.clock.now()) ?? '');
		expect(wrong.details.attemptsLeft).toBe(4);
	});
});
