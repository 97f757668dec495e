import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import { createAuthenticator } from '../testing/authenticator.ts';
import type { Browser } from '../testing/browser.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { day, minute } from '../time/clock.ts';

const codeForm = /^[abcdefghjkmnpqrstuvwxyz23456789]{5}-[abcdefghjkmnpqrstuvwxyz23456789]{5}$/;

onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});

	const redeem = (browser: Browser, code: string) => browser.call('POST /api/sign-in/invitation', { body: { code } });
	const atSecondStep = (address: string, from?: string) => app.passwordStep(address, from);
	const stateOf = async (browser: Browser) => (await browser.must('GET /api/session')).state;
	const peopleOf = async (browser: Browser) => (await browser.must('GET /api/people')).people.map(({ name }) => name);
	const rejected = [422, 'invitation.rejected'];

	it('leads to one’s own set-up, and inside only when that is done', async () => {
		const { address, first, invite } = await createSharedMailbox(app);
		const { code } = await invite(' 李 雷 ');
		expect(code).toMatch(codeForm);
		const browser = await atSecondStep(address);
		const answer = await redeem(browser, ` ${code.toUpperCase().replace('-', '－')} `);
		expect(answer.json).toMatchObject({ state: 'awaiting-set-up', remaining: 'method', person: { name: '李 雷' } });
		await app.setUpTotp(browser);
		expect(await browser.must('GET /api/session')).toMatchObject({ remaining: 'recovery-codes' });
		await app.saveRecoveryCodes(browser);
		expect(await browser.must('GET /api/session')).toMatchObject({ state: 'signed-in', person: { name: '李 雷' } });
		expect(await peopleOf(first.browser)).toEqual(['First person', '李 雷']);
		const { entries } = await first.browser.must('GET /api/activity');
		expect(entries.map(({ event }) => event)).toEqual(expect.arrayContaining(['person.invited', 'person.joined']));
	});

	it('needs somebody with a method who invites', async () => {
		const browser = await app.passwordStep(await app.addPerson({ kind: 'shared' }));
		const refusal = await browser.call('POST /api/people', { body: { name: 'Somebody' } });
		expect([refusal.status, refusal.code]).toEqual([409, 'person.factor_needed']);
	});

	describe('serves once (promise 7)', () => {
		it('and opens nothing afterwards', async () => {
			// The attack: the note with the code is found in a drawer.
			const { address, invite, redeem: redeemFor } = await createSharedMailbox(app);
			const { code } = await invite('Newcomer');
			const newcomer = await redeemFor(code);
			const shadow = await redeemFor(code);
			await app.setUpTotp(newcomer);
			expect(await stateOf(shadow)).toBe('signed-out');
			const late = await redeem(await atSecondStep(address), code);
			expect([late.status, late.code]).toEqual(rejected);
		});

		it('also when two browsers that have shown it finish at the same moment', async () => {
			// The attack: the code is used by its finder and by its owner at once.
			const { first, invite, redeem: redeemFor } = await createSharedMailbox(app);
			const { code } = await invite('Newcomer');
			const browsers = await Promise.all(Array.from({ length: 5 }, () => redeemFor(code)));
			const begun = await Promise.all(browsers.map((browser) => app.beginTotp(browser)));
			const answers = await Promise.all(
				browsers.map((browser, index) => {
					const { id = '', prompt } = begun[index] ?? {};
					const typed = createAuthenticator(prompt?.secret ?? '').codeAt(app.clock.now());
					return browser.call('POST /api/enrolments/{id}/answer', { params: { id }, body: { code: typed } });
				}),
			);
			expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
			expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
			const { people } = await first.browser.must('GET /api/people');
			expect(people.map(({ methods }) => methods)).toEqual([1, 1]);
		});

		it('and only at its own mailbox', async () => {
			const one = await createSharedMailbox(app);
			const other = await createSharedMailbox(app);
			const { code } = await one.invite('Newcomer');
			const person = await app.addPersonWithTotp();
			for (const address of [other.address, person.address]) {
				const refusal = await redeem(await atSecondStep(address), code);
				expect([refusal.status, refusal.code]).toEqual(rejected);
			}
			expect((await redeem(await atSecondStep(one.address), code)).status).toBe(200);
		});
	});

	describe('ends', () => {
		it('when it is taken back, also for who has shown it already', async () => {
			const { address, first, invite, redeem: redeemFor } = await createSharedMailbox(app);
			const { id, code } = await invite('Newcomer');
			const begun = await redeemFor(code);
			const enrolment = await app.beginTotp(begun);
			await first.browser.must('DELETE /api/people/{id}', { params: { id } });
			expect(await stateOf(begun)).toBe('signed-out');
			const typed = createAuthenticator(enrolment.prompt.secret).codeAt(app.clock.now());
			const params = { id: enrolment.id };
			const finished = await begun.call('POST /api/enrolments/{id}/answer', { params, body: { code: typed } });
			expect(finished.code).toBe('session.sign_in_needed');
			const late = await redeem(await atSecondStep(address), code);
			expect([late.status, late.code]).toEqual(rejected);
			expect(await peopleOf(first.browser)).toEqual(['First person']);
		});

		it('after seven days, and the clock stepping back does not revive it (promise 6)', async () => {
			const { address, invite } = await createSharedMailbox(app);
			const { code } = await invite('Newcomer');
			app.clock.advance(7 * day);
			const late = await redeem(await atSecondStep(address), code);
			expect([late.status, late.code]).toEqual(rejected);
			app.clock.advance(-day);
			expect((await redeem(await atSecondStep(address), code)).code).toBe('invitation.rejected');
			app.clock.advance(day);
		});

		it('when two-factor is turned off: whoever comes first begins anew', async () => {
			const { address, first, invite, redeem: redeemFor } = await createSharedMailbox(app);
			const { code } = await invite('Newcomer');
			const begun = await redeemFor(code);
			const [method] = (await first.browser.must('GET /api/methods')).methods;
			await first.browser.must('DELETE /api/methods/{id}', { params: { id: method?.id ?? '' } });
			expect(await stateOf(begun)).toBe('signed-out');
			await app.setUpTotp(await app.passwordStep(address), { personName: 'Another first' });
			expect(await stateOf(begun)).toBe('signed-out');
			expect((await redeem(await atSecondStep(address), code)).code).toBe('invitation.rejected');
		});
	});

	describe('guesses at codes (promise 2)', () => {
		it('are ten an hour for the mailbox, from wherever they come', async () => {
			// The attack: with the mailbox's password, try codes until one is somebody's.
			const { address, invite } = await createSharedMailbox(app);
			const { code } = await invite('Newcomer');
			const codes: unknown[] = [];
			for (let number = 0; number < 10; number += 1) {
				const browser = await atSecondStep(address, `192.0.2.${number}`);
				codes.push((await redeem(browser, `aaaaa-aaa${number < 5 ? 'aa' : 'bb'}`)).code);
			}
			expect(codes).toEqual(Array(10).fill('invitation.rejected'));
			const throttled = await redeem(await atSecondStep(address, '198.51.100.3'), code);
			expect([throttled.status, throttled.code]).toEqual([429, 'factor.throttled']);
			app.clock.advance(15 * minute);
			expect((await redeem(await atSecondStep(address), code)).status).toBe(200);
		});

		it('are no more than ten when forty arrive at once', async () => {
			const { address, invite } = await createSharedMailbox(app);
			await invite('Newcomer');
			const browser = await atSecondStep(address);
			const answers = await Promise.all(Array.from({ length: 40 }, () => redeem(browser.copy(), 'aaaaa-aaaaa')));
			expect(answers.filter(({ code }) => code === 'invitation.rejected')).toHaveLength(10);
			expect(answers.filter(({ code }) => code === 'factor.throttled')).toHaveLength(30);
		});

		it('spend nothing of the factors’ budget', async () => {
			const { address, first } = await createSharedMailbox(app);
			const browser = await atSecondStep(address);
			for (let number = 0; number < 12; number += 1) await redeem(browser, 'aaaaa-aaaaa');
			await app.signIn(address, first.authenticator);
		});
	});

	it('are fifty people at most, also when many are invited at once', async () => {
		const { first } = await createSharedMailbox(app);
		const answers = await Promise.all(
			Array.from({ length: 60 }, (_, number) =>
				first.browser.copy().call('POST /api/people', { body: { name: `Person ${number}` } }),
			),
		);
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(49);
		expect(answers.filter(({ code }) => code === 'person.limit_reached')).toHaveLength(11);
	});
});
