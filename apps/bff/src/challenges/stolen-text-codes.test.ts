import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onEachDatabase, type TestDatabase } from '../storage/test-databases.ts';
import type { Browser } from '../testing/browser.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import {
	answerByCode,
	atTextChallenge,
	newNetwork,
	otherCode,
	sendAgain,
	sendCode,
	setUpNumber,
	startTextChallenge,
	textChallenge,
} from '../testing/text-acts.ts';
import { day, minute } from '../time/clock.ts';

onEachDatabase((create, name) => {
	let app: TestApp;
	let database: TestDatabase;
	beforeAll(async () => {
		const created = await create();
		database = created.database;
		app = createTestApp({ db: created.db });
	});
	beforeEach(() => app.clock.advance(day));

	const started = () => startTextChallenge(app);
	const stateOf = async (browser: Browser) => (await browser.must('GET /api/session')).state;

	describe('a code belongs to the challenge, the account and the browser that asked for it (promise 3)', () => {
		it('and to no other', async () => {
			// The attack: have a code sent in one’s own browser, and talk its owner into typing it into theirs; or the reverse.
			const mine = await started();
			app.clock.advance(minute);
			const other = await atTextChallenge(app, mine);
			const foreign = await started();
			expect((await answerByCode(other.browser, other.id, mine.code)).code).toBe('factor.code_rejected');
			expect((await answerByCode(other.browser, mine.id, mine.code)).code).toBe('challenge.expired');
			expect((await answerByCode(foreign.browser, foreign.id, mine.code)).code).toBe('factor.code_rejected');
			expect((await answerByCode(foreign.browser, mine.id, mine.code)).code).toBe('challenge.expired');
			expect((await sendCode(foreign.browser, mine)).code).toBe('challenge.expired');
			expect((await answerByCode(mine.browser, mine.id, mine.code)).status).toBe(200);
		});

		it('and to its number: when another is bound meanwhile, what went to the old one opens nothing', async () => {
			// The attack: whoever found the old card goes on receiving.
			const at = await started();
			const [method] = (await at.owner.must('GET /api/methods')).methods;
			const next = await setUpNumber(app, at.owner, undefined, { replaces: method?.id ?? '' });
			expect((await answerByCode(at.browser, at.id, at.code)).code).toBe('factor.code_rejected');
			const sent = app.texts.taken.length;
			app.clock.advance(minute);
			const { browser, code } = await atTextChallenge(app, { ...at, number: next });
			expect(app.texts.taken.slice(sent).map(({ number }) => number)).toEqual([next]);
			expect((await answerByCode(browser, (await textChallenge(browser)).id, code)).status).toBe(200);
		});

		it('and to one person of a shared mailbox: who they are is who the code was sent to', async () => {
			const { address, first, join } = await createSharedMailbox(app);
			const other = await join('Second person');
			const numbers = [await setUpNumber(app, first.browser), await setUpNumber(app, other.browser)];
			app.clock.advance(minute);
			const page = await app.passwordStep(address, newNetwork());
			const { id, view } = await textChallenge(page);
			if (view.kind !== 'sms') throw new Error('no text message');
			const to = view.prompt.numbers.find(({ ending }) => ending === numbers[1]?.slice(-2));
			expect((await sendCode(page, { id, to: to?.id ?? '' })).status).toBe(200);
			expect((await sendCode(page, { id, to: 'another' })).code).toBe('factor.not_available');
			expect((await answerByCode(page, id, app.texts.codeFor(numbers[1] ?? ''))).status).toBe(200);
			expect(await page.must('GET /api/session')).toMatchObject({ person: { id: other.id } });
		});
	});

	describe('guesses (promise 2)', () => {
		it('spend the account’s budget across codes, challenges and browsers; then none is sent either', async () => {
			// The attack: have another code sent whenever the guesses at one are used up.
			const at = await started();
			const newer = await sendAgain(app, at);
			const wrong = otherCode(at.code, newer);
			for (const left of [4, 3, 2, 1, 0]) {
				expect((await answerByCode(at.browser, at.id, wrong)).details.attemptsLeft).toBe(left);
			}
			expect((await answerByCode(at.browser, at.id, newer)).code).toBe('challenge.exhausted');
			expect((await sendCode(at.browser, at)).code).toBe('challenge.exhausted');
			app.clock.advance(minute);
			const next = await atTextChallenge(app, at);
			for (const left of [4, 3, 2, 1, 0]) {
				const guess = await answerByCode(next.browser, next.id, otherCode(next.code));
				expect([guess.code, guess.details.attemptsLeft]).toEqual(['factor.code_rejected', left]);
			}
			app.clock.advance(minute);
			const last = await app.passwordStep(at.address, newNetwork());
			const challenge = await textChallenge(last);
			const before = app.texts.taken.length;
			expect((await sendCode(last, challenge)).code).toBe('factor.throttled');
			expect(app.texts.taken.length).toBe(before);
		});

		it('at a factor that is shut get no text any more', async () => {
			const at = await started();
			const { id: accountId } = await app.app.accounts.find(at.address);
			const shut = { window_started_at: 0, spent: 0, in_a_row: 50, waits: 4, blocked_until: 0 };
			await app.db
				.insertInto('factor_attempts')
				.values({ account_id: accountId, kind: 'sms', ...shut })
				.execute();
			const before = app.texts.taken.length;
			app.clock.advance(minute);
			expect((await sendCode(at.browser, at)).code).toBe('factor.disabled');
			expect(app.texts.taken.length).toBe(before);
		});
	});

	it('twenty right codes at once are one session', async () => {
		// The attack: a code read over a shoulder is sent many times at once.
		const at = await started();
		const browsers = Array.from({ length: 20 }, () => at.browser.copy());
		const answers = await Promise.all(browsers.map((browser) => answerByCode(browser, at.id, at.code)));
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
		expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
		const states = await Promise.all(browsers.map(stateOf));
		expect(states.filter((state) => state === 'signed-in')).toHaveLength(1);
	});

	// On SQLite two connections of one process would wait for each other.
	if (name === 'PostgreSQL')
		it('twenty right codes at two replicas are one session', async () => {
			const at = await started();
			const other = createTestApp({ db: database.open(), clock: app.clock });
			const browsers = Array.from({ length: 20 }, (_, index) => {
				const browser = (index % 2 === 0 ? app : other).browser();
				browser.setToken(at.browser.token());
				return browser;
			});
			const answers = await Promise.all(browsers.map((browser) => answerByCode(browser, at.id, at.code)));
			expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
			expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
		});
});
