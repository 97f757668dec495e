import { methodKinds } from '@mailward/shared/factors/kinds.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import {
	addTextedPerson,
	answerByCode,
	newNumber,
	otherCode,
	sendAgain,
	sendCode,
	sendingIn,
	setUpNumber,
	startTextChallenge,
	textChallenge,
} from '../testing/text-acts.ts';
import { day, minute, second } from '../time/clock.ts';
import { challengeLife } from './challenges.ts';

onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});
	beforeEach(() => app.clock.advance(day));

	const started = () => startTextChallenge(app);

	describe('a code by text message', () => {
		it('has six digits, goes to the number that is bound, and is shown nowhere', async () => {
			const { browser, id, code, number } = await started();
			expect(code).toMatch(/^\d{6}$/);
			const progress = await browser.must('GET /api/challenges/{id}/progress', { params: { id } });
			const session = await browser.send('/api/session');
			for (const shown of [JSON.stringify(progress), session.text]) {
				expect(shown).not.toContain(code);
				expect(shown).not.toContain(number.slice(3));
				expect(shown).toContain(`"ending":"${number.slice(-2)}"`);
			}
			expect((await answerByCode(browser, id, code)).status).toBe(200);
			expect((await browser.must('GET /api/session')).state).toBe('signed-in');
		});

		it('is understood however it is typed (promise 4)', async () => {
			const { browser, id, code } = await started();
			const fullWidth = [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
			expect((await answerByCode(browser, id, ` ${fullWidth.slice(0, 3)} - ${fullWidth.slice(3)} `)).status).toBe(200);
		});

		it('costs nothing to slip, and nothing while none was sent', async () => {
			const person = await addTextedPerson(app);
			const browser = await app.passwordStep(person.address, person.network);
			const { id, to } = await textChallenge(browser);
			for (let time = 0; time < 12; time += 1) {
				expect((await answerByCode(browser, id, '123456')).code).toBe('factor.code_expired');
			}
			await sendCode(browser, { id, to });
			for (let time = 0; time < 12; time += 1) {
				expect((await answerByCode(browser, id, '12345')).code).toBe('factor.code_malformed');
			}
			const code = app.texts.codeFor(person.number);
			expect((await answerByCode(browser, id, otherCode(code))).details.attemptsLeft).toBe(4);
			expect((await answerByCode(browser, id, code)).status).toBe(200);
		});
	});

	describe('its time is its own (promise 6)', () => {
		it('five minutes: the first of two is still good after the second was sent, and is over before it', async () => {
			// A text is late, its person asks for another, and then types what comes first.
			const at = await started();
			await sendAgain(app, at);
			app.clock.advance(4 * minute - second);
			expect((await answerByCode(at.browser, at.id, at.code)).status).toBe(200);
			const again = await started();
			const newer = await sendAgain(app, again);
			app.clock.advance(4 * minute);
			const late = await answerByCode(again.browser, again.id, again.code);
			expect([late.status, late.code]).toEqual([422, 'factor.code_expired']);
			expect((await answerByCode(again.browser, again.id, newer)).status).toBe(200);
		});

		it('each is spent with its challenge: neither opens anything afterwards', async () => {
			// The attack: read both texts over a shoulder, and use the one that was left over.
			const at = await started();
			const newer = await sendAgain(app, at);
			expect((await answerByCode(at.browser, at.id, at.code)).status).toBe(200);
			for (const code of [at.code, newer]) {
				expect((await answerByCode(at.browser, at.id, code)).code).toBe('challenge.expired');
				const next = await app.passwordStep(at.address, at.network);
				expect((await answerByCode(next, (await textChallenge(next)).id, code)).code).toBe('factor.code_expired');
			}
		});

		it('over, it stays so when the clock steps back, whether it was asked for or another was', async () => {
			// The attack: have the server’s clock set back (promise 6).
			const at = await started();
			app.clock.advance(5 * minute);
			expect((await answerByCode(at.browser, at.id, at.code)).code).toBe('factor.code_expired');
			app.clock.advance(-2 * minute);
			expect((await answerByCode(at.browser, at.id, at.code)).code).toBe('factor.code_expired');

			const other = await started();
			const newer = await sendAgain(app, other);
			app.clock.advance(4 * minute);
			expect((await answerByCode(other.browser, other.id, other.code)).code).toBe('factor.code_expired');
			app.clock.advance(-2 * minute);
			expect((await answerByCode(other.browser, other.id, other.code)).code).not.toBeUndefined();
			expect((await other.browser.must('GET /api/session')).state).toBe('awaiting-second-factor');
			expect((await answerByCode(other.browser, other.id, newer)).status).toBe(200);
		});

		it('begins when it is sent, also while one that is over is looked at', async () => {
			// A page that answers with the old code and asks for another at the same time.
			const at = await started();
			for (let time = 0; time < 3; time += 1) {
				app.clock.advance(5 * minute);
				const { id, to } = await textChallenge(at.browser);
				const late = Array.from({ length: 4 }, () => answerByCode(at.browser, id, at.code));
				const [sent] = await Promise.all([sendCode(at.browser, { id, to }), ...late]);
				expect(sent.status).toBe(200);
				const code = app.texts.codeFor(at.number);
				const wrong = await answerByCode(at.browser, id, otherCode(code, at.code));
				expect(wrong.code).toBe('factor.code_rejected');
			}
		});

		it('ends with its challenge, ten minutes after that was begun', async () => {
			const person = await addTextedPerson(app);
			const browser = await app.passwordStep(person.address, person.network);
			const { id, to } = await textChallenge(browser);
			app.clock.advance(challengeLife - minute);
			expect((await sendCode(browser, { id, to })).status).toBe(200);
			app.clock.advance(minute);
			const late = await answerByCode(browser, id, app.texts.codeFor(person.number));
			expect(late.code).toBe('challenge.expired');
		});
	});

	describe('coming back from another method', () => {
		it('finds the code still good, and sends none', async () => {
			const at = await started();
			await app.setUpTotp(at.owner);
			await at.browser.must('POST /api/challenges', { body: { kind: 'totp' } });
			const before = app.texts.taken.length;
			app.clock.advance(30 * second);
			const back = await textChallenge(at.browser);
			expect([back.id, app.texts.taken.length]).toEqual([at.id, before]);
			expect((await at.browser.must('GET /api/session')).state).toBe('awaiting-second-factor');
			expect((await answerByCode(at.browser, at.id, at.code)).status).toBe(200);
		});

		it('begins anew where the code is over, still without sending', async () => {
			const at = await started();
			await app.setUpTotp(at.owner);
			await at.browser.must('POST /api/challenges', { body: { kind: 'totp' } });
			app.clock.advance(5 * minute);
			const before = app.texts.taken.length;
			const back = await textChallenge(at.browser);
			expect(back.id).not.toBe(at.id);
			expect(app.texts.taken.length).toBe(before);
			expect(sendingIn(await at.browser.call('POST /api/challenges', { body: { kind: 'sms' } }))).toBeNull();
		});
	});

	it('no text is sent to a number that was unbound meanwhile', async () => {
		const at = await started();
		await app.setUpTotp(at.owner);
		const method = (await at.owner.must('GET /api/methods')).methods.find(({ kind }) => kind === 'sms');
		await at.owner.must('DELETE /api/methods/{id}', { params: { id: method?.id ?? '' } });
		app.clock.advance(minute);
		const before = app.texts.asked;
		expect((await sendCode(at.browser, at)).code).toBe('factor.not_available');
		expect((await answerByCode(at.browser, at.id, at.code)).code).toBe('factor.not_available');
		expect(app.texts.asked).toBe(before);
	});

	it('the next text goes to the number that took the place of the old one, whose codes are worth nothing', async () => {
		// The attack: the old card is in other hands, which is why its owner has changed the number.
		const at = await started();
		const method = (await at.owner.must('GET /api/methods')).methods.find(({ kind }) => kind === 'sms');
		const number = await setUpNumber(app, at.owner, newNumber(), { replaces: method?.id ?? '' });
		app.clock.advance(minute);
		const code = await sendAgain(app, { ...at, number });
		expect(app.texts.taken.at(-1)?.number).toBe(number);
		expect((await answerByCode(at.browser, at.id, at.code)).code).toBe('factor.code_rejected');
		expect((await answerByCode(at.browser, at.id, code)).status).toBe(200);
	});

	it('a text is sent for no method that policy does not take, and for none that is not set up', async () => {
		const at = await started();
		await app.setUpTotp(at.owner);
		await app.setPolicy({ methods: ['totp'] });
		app.clock.advance(minute);
		const before = app.texts.taken.length;
		const refusals = [
			await sendCode(at.browser, at),
			await answerByCode(at.browser, at.id, at.code),
			await at.browser.call('POST /api/challenges', { body: { kind: 'sms' } }),
		];
		await app.setPolicy({ methods: [...methodKinds] });
		expect(refusals.map(({ code }) => code)).toEqual(Array(3).fill('factor.not_available'));
		const totp = await at.browser.must('POST /api/challenges', { body: { kind: 'totp' } });
		expect((await sendCode(at.browser, { id: totp.id, to: at.to })).code).toBe('factor.not_available');
		expect(app.texts.taken.length).toBe(before);
	});
});
