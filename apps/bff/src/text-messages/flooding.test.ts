import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultPolicy } from '../policy/policy.ts';
import { onEachDatabase, type TestDatabase } from '../storage/test-databases.ts';
import type { Answer, Browser } from '../testing/browser.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import {
	addTextedPerson,
	atTextChallenge,
	beginTextSetUp,
	newNetwork,
	newNumber,
	sendCode,
	sendTestCode,
	textChallenge,
} from '../testing/text-acts.ts';
import { day, hour, minute, second } from '../time/clock.ts';

onEachDatabase((create, name) => {
	let app: TestApp;
	let database: TestDatabase;
	beforeAll(async () => {
		const created = await create();
		database = created.database;
		app = createTestApp({ db: created.db });
	});
	beforeEach(async () => {
		// What the tests before have sent counts no more.
		app.clock.advance(day);
		await app.setPolicy({ textMessages: defaultPolicy.textMessages });
	});
	const caps = (change: Partial<typeof defaultPolicy.textMessages>) =>
		app.setPolicy({ textMessages: { ...defaultPolicy.textMessages, ...change } });

	/** A browser that is setting a number up, in a network of its own unless one is given. */
	const settingUp = async (network = newNetwork(), address?: string): Promise<{ browser: Browser; id: string }> => {
		const browser = await app.passwordStep(address ?? (await app.addPerson()), network);
		return { browser, id: await beginTextSetUp(browser) };
	};
	const many = <T>(count: number, make: (index: number) => Promise<T>) =>
		Promise.all(Array.from({ length: count }, (_, index) => make(index)));
	const sentIn = async (send: () => Promise<readonly Answer[]>) => {
		const before = app.texts.taken.length;
		const answers = await send();
		const refused = answers.filter(({ status }) => status !== 200);
		return {
			sent: app.texts.taken.length - before,
			passed: answers.length - refused.length,
			scopes: [...new Set(refused.map(({ code, details }) => `${code} ${details.scope}`))],
		};
	};
	const limit = (scope: string) => `text_message.limit_reached ${scope}`;

	describe('caps hold when thirty ask at once (promise 5; OWASP ASVS 2.4.1)', () => {
		it('for one number, from as many accounts and networks', async () => {
			// The attack: have somebody’s phone ring all night.
			const number = newNumber();
			const askers = await many(30, () => settingUp());
			const { sent, passed, scopes } = await sentIn(() =>
				Promise.all(askers.map(({ browser, id }) => sendTestCode(browser, id, number))),
			);
			expect([sent, passed, scopes]).toEqual([1, 1, [limit('number')]]);
		});

		it('for one account, to as many numbers, from as many browsers', async () => {
			// The attack: one stolen password, and texts to numbers that cost the most.
			const address = await app.addPerson();
			const askers = await many(30, () => settingUp(newNetwork(), address));
			const { sent, passed, scopes } = await sentIn(() =>
				Promise.all(askers.map(({ browser, id }) => sendTestCode(browser, id, newNumber()))),
			);
			expect([sent, passed, scopes]).toEqual([10, 10, [limit('account')]]);
		});

		it('for one network, from as many accounts to as many numbers', async () => {
			await caps({ perNetworkHour: 7 });
			const network = newNetwork();
			const inIt = (index: number) => network.replace(/\.1$/, `.${index + 1}`);
			const askers = await many(30, (index) => settingUp(inIt(index)));
			const { sent, passed, scopes } = await sentIn(() =>
				Promise.all(askers.map(({ browser, id }) => sendTestCode(browser, id, newNumber()))),
			);
			expect([sent, passed, scopes]).toEqual([7, 7, [limit('network')]]);
		});

		it('for one range of numbers, that lie side by side', async () => {
			// The attack: numbers that were bought to be called by machines share the profit (SMS pumping).
			await caps({ perRangeHour: 6 });
			const start = newNumber().slice(0, -4);
			const askers = await many(30, () => settingUp());
			const { sent, passed, scopes } = await sentIn(() =>
				Promise.all(askers.map(({ browser, id }, index) => sendTestCode(browser, id, `${start}${1000 + index}`))),
			);
			expect([sent, passed, scopes]).toEqual([6, 6, [limit('site')]]);
		});

		it('for all of them together', async () => {
			await caps({ perDay: 8 });
			const askers = await many(30, () => settingUp());
			const { sent, passed, scopes } = await sentIn(() =>
				Promise.all(askers.map(({ browser, id }) => sendTestCode(browser, id, newNumber()))),
			);
			expect([sent, passed, scopes]).toEqual([8, 8, [limit('site')]]);
		});

		it('for one browser that asks for the same code thirty times', async () => {
			const person = await addTextedPerson(app);
			const browser = await app.passwordStep(person.address, person.network);
			const challenge = await textChallenge(browser);
			const { sent, passed } = await sentIn(() => many(30, () => sendCode(browser.copy(), challenge)));
			expect([sent, passed]).toEqual([1, 1]);
		});
	});

	describe('a cap that is met', () => {
		it('says when the next is allowed: a minute after the last, an hour after the first of five, a day after the first of ten', async () => {
			const person = await addTextedPerson(app);
			const browser = () => app.passwordStep(person.address, newNetwork());
			const waits: number[] = [];
			// Set up with the first.
			for (let sent = 2; sent <= 10; sent += 1) {
				const one = await browser();
				const { id, to } = await textChallenge(one);
				const last = app.clock.now();
				const answer = await sendCode(one, { id, to });
				const { numbers } = (answer.json as { prompt: { numbers: { resendAt: string }[] } }).prompt;
				const at = Date.parse(numbers[0]?.resendAt ?? '');
				waits.push(at - last);
				app.clock.set(at - 1);
				const early = await browser();
				const refusal = await sendCode(early, await textChallenge(early));
				expect([refusal.status, refusal.code, refusal.details]).toEqual([
					429,
					'text_message.limit_reached',
					{ scope: 'number', retryAt: new Date(at).toISOString() },
				]);
				expect(refusal.headers.get('Retry-After')).toBe(new Date(at).toUTCString());
				app.clock.set(at);
			}
			const hourly = waits.splice(3, 1);
			expect(hourly).toEqual([hour - 4 * minute]);
			expect(waits.splice(-1)).toEqual([day - hour - 4 * minute]);
			expect(waits).toEqual(Array(7).fill(minute));
		});

		it('stays met after a new challenge, a new session, a set-up instead, and a restart', async () => {
			// The attack: start something anew whenever a cap is met (Vikunja CVE-2026-35597).
			const person = await addTextedPerson(app);
			const { browser, id, to } = await atTextChallenge(app, person);
			expect((await sendCode(browser, { id, to })).details.scope).toBe('number');
			const next = await app.passwordStep(person.address, newNetwork());
			expect((await sendCode(next, await textChallenge(next))).details.scope).toBe('number');
			const stranger = await settingUp();
			expect((await sendTestCode(stranger.browser, stranger.id, person.number)).details.scope).toBe('number');
			const restarted = createTestApp({ db: database.open(), clock: app.clock });
			const again = await restarted.passwordStep(person.address, newNetwork());
			const challenge = await textChallenge(again);
			expect((await sendCode(again, challenge)).details.scope).toBe('number');
			expect(restarted.texts.taken).toEqual([]);
			app.clock.advance(minute - second);
			expect((await sendCode(next, await textChallenge(next))).details.scope).toBe('number');
			app.clock.advance(second);
			expect((await sendCode(next, await textChallenge(next))).status).toBe(200);
		});

		it('leaves half of a number to the sign-ins of its owner, however many strangers claim it', async () => {
			// The attack: begin set-ups with somebody’s number until it gets no text any more, so that they cannot sign in.
			const person = await addTextedPerson(app);
			app.clock.advance(day);
			const claim = async () => {
				app.clock.advance(minute);
				const { browser, id } = await settingUp();
				return (await sendTestCode(browser, id, person.number)).status;
			};
			const claims: number[] = [];
			for (let turn = 0; turn < 5; turn += 1) claims.push(await claim());
			expect(claims).toEqual([200, 200, 200, 429, 429]);
			app.clock.advance(hour);
			for (let turn = 0; turn < 5; turn += 1) claims.push(await claim());
			expect(claims.slice(5)).toEqual([200, 200, 429, 429, 429]);
			for (let turn = 0; turn < 3; turn += 1) {
				app.clock.advance(minute);
				const owner = await app.passwordStep(person.address, newNetwork());
				expect((await sendCode(owner, await textChallenge(owner))).status).toBe(200);
			}
		});

		it('stays met when the clock steps back (promise 6)', async () => {
			const person = await addTextedPerson(app);
			const { browser, id, to } = await atTextChallenge(app, person);
			app.clock.advance(-10 * minute);
			expect((await sendCode(browser, { id, to })).code).toBe('text_message.limit_reached');
			app.clock.advance(10 * minute);
		});

		it('leaves the other methods to the person', async () => {
			const person = await addTextedPerson(app);
			const authenticator = await app.setUpTotp(person.browser);
			const { browser } = await atTextChallenge(app, person);
			const { id } = await browser.must('POST /api/challenges', { body: { kind: 'totp' } });
			const body = { code: app.freshCode(authenticator) };
			expect((await browser.call('POST /api/challenges/{id}/answer', { params: { id }, body })).status).toBe(200);
		});
	});

	// On SQLite two connections of one process would wait for each other.
	if (name === 'PostgreSQL')
		it('holds on two replicas that are asked at once', async () => {
			const other = createTestApp({ db: database.open(), clock: app.clock });
			const person = await addTextedPerson(app);
			const askers = await many(20, async (index) => {
				const browser = await (index % 2 === 0 ? app : other).passwordStep(person.address, newNetwork());
				return { browser, challenge: await textChallenge(browser) };
			});
			const before = app.texts.taken.length;
			const answers = await Promise.all(askers.map(({ browser, challenge }) => sendCode(browser, challenge)));
			expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
			expect(app.texts.taken.length - before + other.texts.taken.length).toBe(1);
			expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
		});
});
