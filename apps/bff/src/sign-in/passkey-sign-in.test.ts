import { beforeAll, describe, expect, it } from 'vitest';
import { systemRandom } from '../crypto/random.ts';
import { createSeal } from '../crypto/seal.ts';
import type { Database } from '../storage/database.ts';
import { onEachDatabase } from '../storage/test-databases.ts';
import type { Answer, Browser } from '../testing/browser.ts';
import { createPasskey, type Forgery, type Passkey } from '../testing/passkey.ts';
import { passkeyChallenge, setUpPasskey, signInByPasskey } from '../testing/passkey-acts.ts';
import { createSharedMailbox } from '../testing/shared-mailbox.ts';
import { storedRows } from '../testing/tables.ts';
import { createTestApp, origin, type TestApp } from '../testing/test-app.ts';
import { createTestKeys, testKeys } from '../testing/test-keys.ts';
import { day, minute } from '../time/clock.ts';

onEachDatabase((create) => {
	let app: TestApp;
	let db: Database;
	beforeAll(async () => {
		({ db } = await create());
		app = createTestApp({ db });
	});

	const stateOf = async (browser: Browser) => (await browser.must('GET /api/session')).state;
	const withPasskey = async () => {
		const address = await app.addPerson();
		const browser = await app.passwordStep(address);
		return { address, browser, passkey: await setUpPasskey(browser, 'Laptop') };
	};
	const options = (browser: Browser) => browser.must('POST /api/sign-in/passkey/options');
	const redeem = (browser: Browser, ticket: string, assertion: ReturnType<Passkey['assert']>) =>
		browser.call('POST /api/sign-in/passkey', { body: { ticket, assertion } });
	/** All that a caller can tell refusals apart by, but the time of day. */
	const seenOf = ({ status, text, headers }: Answer) =>
		JSON.stringify([status, text, [...headers].filter(([name]) => name !== 'date')]);

	it('signs in without a name and without a password, freshly verified', async () => {
		const { address, passkey } = await withPasskey();
		const browser = app.browser();
		const answer = await signInByPasskey(browser, passkey);
		expect(answer.json).toMatchObject({ state: 'signed-in', account: { address }, verifiedAt: expect.any(String) });
		await app.createClientPassword(browser);
		const { entries } = await browser.must('GET /api/activity');
		expect(entries).toContainEqual(expect.objectContaining({ event: 'sign-in.passed', means: 'passkey' }));
	});

	it('tells whose it is on a shared mailbox', async () => {
		const { join } = await createSharedMailbox(app);
		const { id, browser } = await join('Second person');
		const passkey = await setUpPasskey(browser);
		const answer = await signInByPasskey(app.browser(), passkey);
		expect(answer.json).toMatchObject({ state: 'signed-in', person: { id, name: 'Second person' } });
	});

	it('is a new session, and ends the one that was there', async () => {
		// The attack: session fixation.
		const { passkey } = await withPasskey();
		const browser = await app.passwordStep(await app.addPerson());
		const before = browser.copy();
		await signInByPasskey(browser, passkey);
		expect(browser.token()).not.toBe(before.token());
		expect(await stateOf(before)).toBe('signed-out');
	});

	it('costs the database nothing to ask for, and names nobody’s passkeys', async () => {
		// The attack: fill a table from outside, or learn who has passkeys.
		const before = await storedRows(db);
		const answers = await Promise.all(Array.from({ length: 20 }, () => options(app.browser())));
		expect(answers.every((answer) => answer.options.allowCredentials === undefined)).toBe(true);
		expect(new Set(answers.map((answer) => answer.options.challenge)).size).toBe(20);
		expect(await storedRows(db)).toEqual(before);
	});

	describe('a signature that does not hold (promise 25)', () => {
		const forgeries: [what: string, forgery: Forgery][] = [
			['for a page of another origin', { origin: 'https://mail.example.edu.cn.evil.example' }],
			['for another site', { rpId: 'evil.example' }],
			['by somebody who was there but not verified', { unverified: true }],
			['of another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
		];

		it.each(forgeries)('%s is refused, and writes nothing at all', async (_what, forgery) => {
			// The attack: a look-alike page hands on what the passkey told it.
			const { passkey } = await withPasskey();
			const before = await storedRows(db);
			const refusal = await signInByPasskey(app.browser(), passkey, forgery);
			expect([refusal.status, refusal.code, refusal.headers.getSetCookie()]).toEqual([401, 'passkey.rejected', []]);
			expect(await storedRows(db)).toEqual(before);
		});

		it('with an older counter is refused, and the account stays as it was', async () => {
			const { passkey } = await withPasskey();
			expect((await signInByPasskey(app.browser(), passkey, { counter: 5 })).status).toBe(200);
			const before = await storedRows(db);
			expect((await signInByPasskey(app.browser(), passkey, { counter: 5 })).code).toBe('passkey.rejected');
			expect(await storedRows(db)).toEqual(before);
		});

		it('with the owner of another passkey is refused', async () => {
			const { passkey } = await withPasskey();
			const other = await withPasskey();
			const { ticket, options: asked } = await options(app.browser());
			const own = passkey.assert(asked);
			const { userHandle } = other.passkey.assert(asked).response;
			for (const assertion of [
				{ ...own, response: { ...own.response, userHandle } },
				{ ...own, id: other.passkey.id, rawId: other.passkey.id },
			]) {
				expect((await redeem(app.browser(), ticket, assertion as typeof own)).code).toBe('passkey.rejected');
			}
		});
	});

	describe('a ticket', () => {
		it('serves once, also when it is sent many times at once', async () => {
			// The attack: the answer is copied on its way and sent from elsewhere as well.
			const { passkey } = await withPasskey();
			const { ticket, options: asked } = await options(app.browser());
			const assertion = passkey.assert(asked);
			const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(app.browser(), ticket, assertion)));
			expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
			expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
			expect((await redeem(app.browser(), ticket, passkey.assert(asked))).code).toBe('challenge.expired');
		});

		it('goes with its own challenge only, and no challenge of a second step with it', async () => {
			const { address, passkey } = await withPasskey();
			const [one, other] = [await options(app.browser()), await options(app.browser())];
			expect((await redeem(app.browser(), other.ticket, passkey.assert(one.options))).code).toBe('passkey.rejected');
			const atStep = await app.passwordStep(address);
			const challenge = await passkeyChallenge(atStep);
			const assertion = passkey.assert(challenge.options);
			expect((await redeem(app.browser(), one.ticket, assertion)).code).toBe('passkey.rejected');
			const body = { assertion: passkey.assert(one.options) };
			const params = { id: challenge.id };
			const crossed = await atStep.call('POST /api/challenges/{id}/answer', { params, body });
			expect(crossed.code).toBe('factor.passkey_rejected');
		});

		it('ends after ten minutes, and the clock stepping back does not revive it (promise 6)', async () => {
			const { passkey } = await withPasskey();
			const { ticket, options: asked } = await options(app.browser());
			app.clock.advance(10 * minute);
			expect((await redeem(app.browser(), ticket, passkey.assert(asked))).code).toBe('challenge.expired');
			app.clock.advance(-minute);
			expect((await redeem(app.browser(), ticket, passkey.assert(asked))).code).toBe('challenge.expired');
			app.clock.advance(minute);
		});

		it('is not what somebody else has sealed, or we for another purpose', async () => {
			// The attack: a ticket with a challenge of the attacker's choice, to which he has an old signature.
			const { passkey } = await withPasskey();
			const { ticket, options: asked } = await options(app.browser());
			const chosen = { challenge: asked.challenge, expiresAt: app.clock.now() + minute };
			const [stored] = await db.selectFrom('credentials').select('sealed').execute();
			for (const forged of [
				createSeal(createTestKeys(), systemRandom).close('passkey sign-in', chosen),
				createSeal(testKeys, systemRandom).close('another purpose', chosen),
				stored?.sealed ?? '',
				`${ticket.slice(0, -2)}AA`,
				ticket.slice(0, 20),
				'1.',
				'',
			]) {
				expect((await redeem(app.browser(), forged, passkey.assert(asked))).code).toBe('challenge.expired');
			}
			expect((await redeem(app.browser(), ticket, passkey.assert(asked))).status).toBe(200);
		});
	});

	it('is refused in one and the same way, whatever stands against it (promise 33)', async () => {
		// The attack: learn from refusals which passkeys, and which accounts, there are.
		const refused: Answer[] = [await signInByPasskey(app.browser(), createPasskey(origin))];
		const wrong = await withPasskey();
		refused.push(await signInByPasskey(app.browser(), wrong.passkey, { challenge: 'AAAA' }));
		const disabled = await withPasskey();
		await app.app.accounts.disable(disabled.address);
		refused.push(await signInByPasskey(app.browser(), disabled.passkey));
		const removed = await withPasskey();
		const [method] = (await removed.browser.must('GET /api/methods')).methods;
		await removed.browser.must('DELETE /api/methods/{id}', { params: { id: method?.id ?? '' } });
		refused.push(await signInByPasskey(app.browser(), removed.passkey));
		const shut = await withPasskey();
		const { id } = await app.app.accounts.find(shut.address);
		const attempts = { window_started_at: 0, spent: 50, in_a_row: 50, waits: 4, blocked_until: 0 };
		await db
			.insertInto('factor_attempts')
			.values({ account_id: id, kind: 'passkey', ...attempts })
			.execute();
		// Wrong answers at challenges, which whoever has the password can give, take nobody's passkey away (promise 34).
		expect((await signInByPasskey(app.browser(), shut.passkey)).status).toBe(200);
		const disallowed = await withPasskey();
		const { ticket, options: asked } = await options(app.browser());
		await app.setPolicy({ methods: ['totp'] });
		refused.push(await redeem(app.browser(), ticket, disallowed.passkey.assert(asked)));
		expect((await app.browser().call('POST /api/sign-in/passkey/options')).code).toBe('factor.not_available');
		await app.setPolicy({ methods: ['totp', 'passkey'] });
		expect([...new Set(refused.map(seenOf))]).toEqual([seenOf(refused[0] as Answer)]);
		expect(refused[0]?.code).toBe('passkey.rejected');
		expect((await signInByPasskey(app.browser(), disallowed.passkey)).status).toBe(200);
	});

	it('is refused when its own check fails, and stays as it was (promise 12)', async () => {
		// The attack: make the check itself fail, in the hope that what fails lets in.
		const { passkey } = await withPasskey();
		const kept = await db
			.selectFrom('credentials')
			.selectAll()
			.where('lookup', '=', passkey.id)
			.executeTakeFirstOrThrow();
		await db.updateTable('credentials').set({ sealed: '1.broken' }).where('id', '=', kept.id).execute();
		const before = await storedRows(db);
		const refusal = await signInByPasskey(app.browser(), passkey);
		expect([refusal.status, refusal.code, refusal.headers.getSetCookie()]).toEqual([500, 'server.failed', []]);
		expect(await storedRows(db)).toEqual(before);
	});

	it('leaves no note behind once it is over', async () => {
		const { passkey } = await withPasskey();
		await signInByPasskey(app.browser(), passkey);
		app.clock.advance(day + 11 * minute);
		await app.app.sweep();
		expect(await db.selectFrom('spent_tickets').selectAll().execute()).toEqual([]);
	});
});
