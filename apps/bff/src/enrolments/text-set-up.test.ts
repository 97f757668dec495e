import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../storage/test-databases.ts';
import type { Browser } from '../testing/browser.ts';
import { createTestApp, type TestApp, testConfig } from '../testing/test-app.ts';
import {
	addTextedPerson,
	atTextChallenge,
	beginTextSetUp,
	finishTextSetUp,
	newNetwork,
	newNumber,
	otherCode,
	sendTestCode,
	setUpNumber,
} from '../testing/text-acts.ts';
import { createTestTextGateway } from '../testing/text-gateway.ts';
import { day, minute } from '../time/clock.ts';

onEachDatabase((create) => {
	let app: TestApp;
	beforeAll(async () => {
		app = createTestApp({ db: (await create()).db });
	});
	beforeEach(() => app.clock.advance(day));

	const methodsOf = async (browser: Browser) => (await browser.must('GET /api/methods')).methods;
	const begun = async () => {
		const address = await app.addPerson();
		const network = newNetwork();
		const browser = await app.passwordStep(address, network);
		return { address, network, browser, id: await beginTextSetUp(browser) };
	};

	describe('setting a mobile number up', () => {
		it('shows the number while it is being set up, and its last two digits ever after', async () => {
			const { browser, id } = await begun();
			const number = newNumber();
			const sent = await sendTestCode(browser, id, ` ${number.slice(3, 6)}-${number.slice(6)} `);
			expect(sent.json).toMatchObject({
				kind: 'sms',
				prompt: { number, mainlandOnly: true, sending: { state: 'sent' } },
			});
			expect(app.texts.taken.at(-1)).toMatchObject({ number, minutes: 5 });
			const body = { code: app.texts.codeFor(number), name: '主号' };
			await browser.must('POST /api/enrolments/{id}/answer', { params: { id }, body });
			expect(await methodsOf(browser)).toMatchObject([{ kind: 'sms', name: '主号', target: number.slice(-2) }]);
			const answer = await browser.send('/api/methods');
			expect(answer.text).not.toContain(number.slice(3));
		});

		it('binds the number that the newest code went to, and takes no code that was sent to another', async () => {
			// The attack: prove a number of one’s own, and bind somebody else’s, or have a typing error bound.
			const { browser, id } = await begun();
			const [mine, foreign] = [newNumber(), newNumber()];
			await sendTestCode(browser, id, mine);
			const toMine = app.texts.codeFor(mine);
			await sendTestCode(browser, id, foreign);
			const refusal = await finishTextSetUp(browser, id, toMine);
			expect([refusal.status, refusal.code]).toEqual([422, 'factor.code_rejected']);
			expect(await methodsOf(browser)).toEqual([]);
			expect((await finishTextSetUp(browser, id, app.texts.codeFor(foreign))).status).toBe(200);
			expect(await methodsOf(browser)).toMatchObject([{ target: foreign.slice(-2) }]);
		});

		it.each([
			['', 400, 'phone_number.malformed', { reason: 'empty' }],
			['12345', 400, 'phone_number.malformed', { reason: 'invalid' }],
			['010-62751201', 400, 'phone_number.malformed', { reason: 'invalid' }],
			['13800138000\0', 400, 'phone_number.malformed', { reason: 'invalid' }],
			['+852 5123 4567', 400, 'phone_number.not_mainland', {}],
			['1'.repeat(300), 400, 'request.malformed', { field: 'number' }],
		])('refuses %j, and neither sends nor counts', async (typed, status, code, details) => {
			const { browser, id } = await begun();
			const before = app.texts.asked;
			const answer = await sendTestCode(browser, id, typed);
			expect([answer.status, answer.code, answer.details]).toEqual([status, code, details]);
			expect(app.texts.asked).toBe(before);
			expect(
				await app.db.selectFrom('text_message_counts').where('at', '=', app.clock.now()).selectAll().execute(),
			).toEqual([]);
		});

		it('takes other places’ numbers where it is configured to', async () => {
			const abroad = createTestApp({
				db: (await create()).db,
				config: testConfig({ MAILWARD_SMS_NUMBERS: 'all' }),
			});
			const browser = await abroad.passwordStep(await abroad.addPerson());
			await setUpNumber(abroad, browser, '+85251234567');
			expect((await browser.must('GET /api/methods')).methods).toMatchObject([{ target: '67' }]);
		});

		it('takes no code before one was sent, none that is over, and ten wrong ones at the most', async () => {
			const { browser, id } = await begun();
			expect((await finishTextSetUp(browser, id, '123456')).code).toBe('factor.code_expired');
			const number = newNumber();
			await sendTestCode(browser, id, number);
			const code = app.texts.codeFor(number);
			app.clock.advance(5 * minute);
			expect((await finishTextSetUp(browser, id, code)).code).toBe('factor.code_expired');
			app.clock.advance(-minute);
			expect((await finishTextSetUp(browser, id, code)).code).toBe('factor.code_expired');
			app.clock.advance(2 * minute);
			await sendTestCode(browser, id, number);
			const next = app.texts.codeFor(number);
			for (let guess = 0; guess < 10; guess += 1) {
				expect((await finishTextSetUp(browser, id, otherCode(next))).code).toBe('factor.code_rejected');
			}
			expect((await finishTextSetUp(browser, id, next)).code).toBe('enrolment.expired');
			expect(await methodsOf(browser)).toEqual([]);
		});

		it('is the browser’s that began it: no other sends or answers for it', async () => {
			const { address, browser, id } = await begun();
			const number = newNumber();
			const other = await app.passwordStep(address, newNetwork());
			expect((await sendTestCode(other, id, number)).code).toBe('enrolment.expired');
			await sendTestCode(browser, id, number);
			expect((await finishTextSetUp(other, id, app.texts.codeFor(number))).code).toBe('enrolment.expired');
			expect(await methodsOf(browser)).toEqual([]);
		});

		it('is one of twenty right codes that arrive at once', async () => {
			const { address, browser, id } = await begun();
			const number = newNumber();
			await sendTestCode(browser, id, number);
			const code = app.texts.codeFor(number);
			const answers = await Promise.all(Array.from({ length: 20 }, () => finishTextSetUp(browser.copy(), id, code)));
			expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
			expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
			expect(await app.app.credentials.ofAccount((await app.app.accounts.find(address)).id)).toHaveLength(1);
		});
	});

	describe('changing the number (promise 17)', () => {
		it('keeps the old one until the new one is proved, and needs a fresh verification', async () => {
			// The attack: at a browser that was left open, bind a number of one’s own.
			const person = await addTextedPerson(app);
			const [method] = await methodsOf(person.browser);
			const replaces = method?.id ?? '';
			const id = await beginTextSetUp(person.browser, { replaces });
			const number = newNumber();
			await sendTestCode(person.browser, id, number);
			const still = await atTextChallenge(app, person);
			expect(still.code).toMatch(/^\d{6}$/);
			app.clock.advance(11 * minute);
			for (const refusal of [
				await person.browser.call('POST /api/enrolments', { body: { kind: 'sms', replaces } }),
				await sendTestCode(person.browser, id, newNumber()),
				await finishTextSetUp(person.browser, id, app.texts.codeFor(number)),
			]) {
				expect([refusal.status, refusal.code]).toEqual([403, 'session.verification_needed']);
			}
		});

		it('sends codes to the new one only from then on', async () => {
			const person = await addTextedPerson(app);
			const [method] = await methodsOf(person.browser);
			const next = await setUpNumber(app, person.browser, undefined, { replaces: method?.id ?? '' });
			expect(await methodsOf(person.browser)).toMatchObject([{ id: method?.id, target: next.slice(-2) }]);
			app.clock.advance(minute);
			const before = app.texts.taken.length;
			await atTextChallenge(app, { ...person, number: next });
			expect(app.texts.taken.slice(before).map(({ number }) => number)).toEqual([next]);
		});
	});

	it('is not offered where no gateway is configured, whatever the policy says', async () => {
		const without = createTestApp({
			db: (await create()).db,
			services: { textGateways: [], identityProviders: {} },
		});
		const browser = await without.passwordStep(await without.addPerson());
		expect((await browser.must('GET /api/methods')).allowed).toEqual(['totp', 'passkey']);
		for (const kind of ['sms', 'wechat', 'dingtalk'] as const) {
			expect((await browser.call('POST /api/enrolments', { body: { kind } })).code).toBe('factor.not_available');
		}
	});

	it('is counted once it is sent, and the gateway is told the same id that names it here', async () => {
		const gateway = createTestTextGateway();
		const own = createTestApp({ db: (await create()).db, textGateways: [gateway] });
		await setUpNumber(own, await own.passwordStep(await own.addPerson()));
		const [row] = await own.db.selectFrom('text_messages').selectAll().execute();
		expect(gateway.taken).toMatchObject([{ id: row?.id }]);
		expect(JSON.stringify(row)).not.toContain(gateway.taken[0]?.number.slice(4));
	});
});
