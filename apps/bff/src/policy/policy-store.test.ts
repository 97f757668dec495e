import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isUniqueViolation } from '../storage/database.ts';
import { onEachDatabase, type TestDatabase } from '../storage/test-databases.ts';
import { createAuthenticator } from '../testing/authenticator.ts';
import type { Browser } from '../testing/browser.ts';
import { passkeyChallenge, setUpPasskey } from '../testing/passkey-acts.ts';
import { anyMailApp, createTestApp, type TestApp, webPassword } from '../testing/test-app.ts';
import { day, hour, minute, second } from '../time/clock.ts';
import { defaultPolicy, type Policy } from './policy.ts';

onEachDatabase((create) => {
	let app: TestApp;
	let database: TestDatabase;
	beforeAll(async () => {
		const created = await create();
		({ database } = created);
		app = createTestApp({ db: created.db });
	});
	beforeEach(() => app.setPolicy(defaultPolicy));

	const stateOf = async (browser: Browser) => (await browser.must('GET /api/session')).state;
	const mailDoor = async (user: string, password = webPassword) => (await app.doors.lua({ user, password })).verdict;
	const since = (ago = 0) => new Date(app.clock.now() - ago).toISOString();

	describe('two-factor that becomes a must (promise 21; OWASP ASVS 8.3.2)', () => {
		// The attack: stay signed in, or keep the mail app signed in, and never be asked.
		const rules: [what: string, rule: (address: string) => Policy['required'][number]][] = [
			['everyone', () => ({ everyone: true, from: since(), remindDays: 0 })],
			['a group', () => ({ group: '教职工', from: since(), remindDays: 0 })],
			['one account', (address) => ({ account: address, from: since(), remindDays: 0 })],
		];

		it.each(rules)(
			'for %s acts at the next request of live sessions and at the next mail login',
			async (_what, rule) => {
				const address = await app.addPerson({ groups: ['教职工', 'library'] });
				const browser = await app.passwordStep(address);
				expect([await stateOf(browser), await mailDoor(address)]).toEqual(['signed-in', 'accepted']);
				await app.setPolicy({ required: [rule(address)] });
				expect((await browser.call('GET /api/client-passwords')).code).toBe('session.set_up_needed');
				expect([await stateOf(browser), await mailDoor(address)]).toEqual(['awaiting-set-up', 'refused']);
				expect(await stateOf(await app.passwordStep(address))).toBe('awaiting-set-up');
			},
		);

		it('acts when its time comes, without anybody doing anything', async () => {
			const address = await app.addPerson();
			await app.setPolicy({ required: [{ everyone: true, from: since(-minute), remindDays: 0 }] });
			const browser = await app.passwordStep(address);
			expect([await stateOf(browser), await mailDoor(address)]).toEqual(['signed-in', 'accepted']);
			app.clock.advance(minute);
			expect([await stateOf(browser), await mailDoor(address)]).toEqual(['awaiting-set-up', 'refused']);
		});

		it('leaves those alone who belong to another group, and acts on who joins it', async () => {
			const address = await app.addPerson({ groups: ['students'] });
			const browser = await app.passwordStep(address);
			await app.setPolicy({ required: [{ group: 'staff', from: since(), remindDays: 0 }] });
			expect([await stateOf(browser), await mailDoor(address)]).toEqual(['signed-in', 'accepted']);
			await app.app.accounts.setGroups(address, ['staff']);
			expect([await stateOf(browser), await mailDoor(address)]).toEqual(['awaiting-set-up', 'refused']);
		});

		it('is reminded of in the grace period, and of nothing before or with a method', async () => {
			const address = await app.addPerson();
			const from = since(-10 * day);
			await app.setPolicy({ required: [{ everyone: true, from, remindDays: 5 }] });
			expect(await (await app.passwordStep(address)).must('GET /api/session')).toMatchObject({
				twoFactorRequired: false,
				twoFactorRequiredFrom: null,
			});
			app.clock.advance(5 * day);
			const browser = await app.passwordStep(address);
			expect(await browser.must('GET /api/session')).toMatchObject({ twoFactorRequiredFrom: from });
			await app.setUpTotp(browser);
			expect(await browser.must('GET /api/session')).toMatchObject({ twoFactorRequiredFrom: null });
		});

		it('acts on a replica that knew another policy a moment ago', async () => {
			const address = await app.addPerson();
			const replica = createTestApp({ db: database.open(), clock: app.clock });
			const there = replica.browser();
			await there.must('POST /api/sign-in', { body: { address, password: webPassword } });
			expect(await stateOf(there)).toBe('signed-in');
			await app.setPolicy({ required: [{ account: address, from: since(), remindDays: 0 }] });
			expect(await stateOf(there)).toBe('awaiting-set-up');
			expect((await replica.doors.nginx({ user: address, password: webPassword })).verdict).toBe('refused');
		});
	});

	describe('a method that is taken away (promise 10; Keycloak CVE-2025-3910)', () => {
		it('is refused at a challenge under way, at a new one, and in the same words as one that is not there', async () => {
			const browser = await app.passwordStep(await app.addPerson());
			const authenticator = await app.setUpTotp(browser);
			const passkey = await setUpPasskey(browser);
			const { id, options } = await passkeyChallenge(browser);
			await app.setPolicy({ methods: ['totp'] });
			const body = { assertion: passkey.assert(options) };
			const answered = await browser.call('POST /api/challenges/{id}/answer', { params: { id }, body });
			const started = await browser.call('POST /api/challenges', { body: { kind: 'passkey' } });
			const without = await app.addPersonWithTotp();
			const notThere = await without.browser.call('POST /api/challenges', { body: { kind: 'passkey' } });
			expect([answered.status, answered.text]).toEqual([404, notThere.text]);
			expect([started.status, started.text]).toEqual([404, notThere.text]);
			const state = await browser.must('GET /api/session');
			if (state.state !== 'signed-in') throw new Error(state.state);
			const pending = await app.passwordStep(state.account.address);
			expect(await pending.must('GET /api/session')).toMatchObject({
				challenge: {
					kind: 'totp',
					methods: expect.arrayContaining([expect.objectContaining({ state: 'not-allowed' })]),
				},
			});
			await app.signIn(state.account.address, authenticator);
		});

		it('is refused at a set-up under way, and at a new one', async () => {
			const browser = await app.passwordStep(await app.addPerson());
			const { id, prompt } = await app.beginTotp(browser);
			await app.setPolicy({ methods: ['passkey'] });
			const code = createAuthenticator(prompt.secret).codeAt(app.clock.now());
			const params = { id };
			const finished = await browser.call('POST /api/enrolments/{id}/answer', { params, body: { code } });
			expect([finished.status, finished.code]).toEqual([404, 'factor.not_available']);
			expect((await browser.call('POST /api/enrolments', { body: { kind: 'totp' } })).code).toBe(
				'factor.not_available',
			);
			expect((await browser.must('GET /api/methods')).methods).toEqual([]);
		});

		it('still counts as having one: nobody falls back to the password', async () => {
			// The attack: wait until the only method is taken away, and sign in with the password alone.
			const { address } = await app.addPersonWithTotp();
			await app.setPolicy({ methods: ['passkey'] });
			const browser = await app.passwordStep(address);
			expect(await stateOf(browser)).toBe('awaiting-second-factor');
			expect(await mailDoor(address)).toBe('refused');
		});
	});

	it('decides how old a verification may be, at once', async () => {
		const { browser } = await app.addPersonWithTotp();
		app.clock.advance(5 * minute);
		const post = () =>
			browser.call('POST /api/client-passwords', {
				body: { ...anyMailApp, name: 'Phone', idempotencyKey: crypto.randomUUID() },
			});
		expect((await post()).status).toBe(200);
		await app.setPolicy({ reverificationMinutes: 4 });
		expect((await post()).code).toBe('session.verification_needed');
	});

	it('decides how many client passwords there may be, also for who had more of them', async () => {
		const { browser } = await app.addPersonWithTotp();
		const all: string[] = [];
		for (let number = 1; number <= 6; number += 1) all.push((await app.createClientPassword(browser)).id);
		await app.setPolicy({ clientPasswords: 3 });
		for (const id of all.slice(0, 2)) await browser.must('DELETE /api/client-passwords/{id}', { params: { id } });
		const body = { ...anyMailApp, name: 'Phone', idempotencyKey: crypto.randomUUID() };
		const refusal = await browser.call('POST /api/client-passwords', { body });
		expect([refusal.code, refusal.details]).toEqual(['client_password.limit_reached', { limit: 3 }]);
		expect((await browser.must('GET /api/client-passwords')).clientPasswords).toHaveLength(4);
	});

	describe('the history', () => {
		it('tells who changed what, when and why, newest first', async () => {
			const [before] = await app.app.policies.history();
			const after = before?.version ?? 0;
			const policy = { ...defaultPolicy, trustedDeviceDays: 7 };
			app.clock.advance(second);
			await app.app.policies.set(policy, { author: 'zhao', reason: 'after the audit', after });
			const [newest, ...older] = await app.app.policies.history();
			const told = { version: after + 1, at: app.clock.now(), author: 'zhao', reason: 'after the audit' };
			expect(newest).toEqual({ ...told, policy });
			expect(older[0]).toEqual(before);
			expect(older.at(-1)).toMatchObject({ version: 0, policy: defaultPolicy });
		});

		it('takes one of two changes that were made on the same one at once', async () => {
			// The accident: two administrators each undo what the other has just done.
			const [before] = await app.app.policies.history();
			const about = { author: 'zhao', reason: 'at once', after: before?.version ?? 0 };
			const results = await Promise.allSettled(
				[1, 2, 3, 4].map((days) => app.app.policies.set({ ...defaultPolicy, trustedDeviceDays: days }, about)),
			);
			expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
			for (const result of results)
				if (result.status === 'rejected') expect(isUniqueViolation(result.reason)).toBe(true);
			expect((await app.app.policies.history())[0]?.version).toBe(about.after + 1);
		});

		it('changes trust in the same moment, or not at all', async () => {
			const { browser } = await app.addPersonWithTotp();
			await browser.must('POST /api/trusted-devices', { body: {} });
			app.clock.advance(2 * hour);
			const refused = app.app.policies.set(
				{ ...defaultPolicy, trustedDeviceDays: 0 },
				{ author: 'zhao', reason: 'too late', after: 0 },
			);
			await expect(refused).rejects.toSatisfy(isUniqueViolation);
			expect((await app.db.selectFrom('trusted_devices').selectAll().execute()).length).toBeGreaterThan(0);
		});
	});
});
