import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../storage/database.ts';
import { onEachDatabase } from '../storage/test-databases.ts';
import type { Browser } from '../testing/browser.ts';
import { createTestApp, type TestApp, testConfig, webPassword } from '../testing/test-app.ts';
import { hour, minute } from '../time/clock.ts';

onEachDatabase((create) => {
	let app: TestApp;
	let db: Database;
	beforeAll(async () => {
		({ db } = await create());
		app = createTestApp({ db, config: testConfig({ MAILWARD_PLACES: '10.0.0.0/8=校园网|Campus network' }) });
	});

	const list = async (browser: Browser) => (await browser.must('GET /api/sessions')).sessions;
	const stateOf = async (browser: Browser) => (await browser.must('GET /api/session')).state;
	const idOf = async (browser: Browser) => (await list(browser)).find(({ current }) => current)?.id ?? '';
	const end = (browser: Browser, id: string) => browser.call('DELETE /api/sessions/{id}', { params: { id } });
	const events = async (browser: Browser) =>
		(await browser.must('GET /api/activity')).entries.map(({ event }) => event);

	it('lists where a person is signed in, this browser marked', async () => {
		const address = await app.addPerson();
		const first = await app.passwordStep(address, '10.1.2.3');
		app.clock.advance(minute);
		const second = await app.passwordStep(address, '198.51.100.4');
		const listed = await list(second);
		expect(listed).toMatchObject([
			{ current: true, client: { address: '198.51.100.4', place: null } },
			{ current: false, client: { address: '10.1.2.3', place: { zh: '校园网', en: 'Campus network' } } },
		]);
		expect(Date.parse(listed[0]?.signedInAt ?? '')).toBe(app.clock.now());
		expect(await list(first)).toMatchObject([{ current: false }, { current: true }]);
	});

	it('leaves out what is over, and what has not passed its second step', async () => {
		const { address, browser, authenticator } = await app.addPersonWithTotp();
		await app.passwordStep(address);
		expect(await list(browser)).toHaveLength(1);
		await app.signIn(address, authenticator);
		expect(await list(browser)).toHaveLength(2);
		app.clock.advance(50 * minute);
		await list(browser);
		app.clock.advance(20 * minute);
		expect(await list(browser)).toMatchObject([{ current: true }]);
	});

	it('holds no token, and nothing a token could be made of', async () => {
		const { browser } = await app.addPersonWithTotp();
		const { text } = await browser.send('/api/sessions');
		const rows = await db.selectFrom('sessions').select('token_hash').execute();
		for (const { token_hash } of rows) expect(text).not.toContain(token_hash);
		expect(text).not.toContain(browser.token());
	});

	it('ends one, at its next request, and notes that', async () => {
		const { address, browser, authenticator } = await app.addPersonWithTotp();
		const other = await app.signIn(address, authenticator);
		expect((await end(browser, await idOf(other))).status).toBe(204);
		expect(await stateOf(other)).toBe('signed-out');
		expect(await stateOf(browser)).toBe('signed-in');
		expect(await events(browser)).toContain('sessions.ended');
	});

	it('ends its own as signing out does', async () => {
		const { browser } = await app.addPersonWithTotp();
		expect((await end(browser, await idOf(browser))).status).toBe(204);
		expect(browser.token()).toBeUndefined();
		expect(await stateOf(browser)).toBe('signed-out');
	});

	it('ends all others, those at their second step too', async () => {
		const { address, browser, authenticator } = await app.addPersonWithTotp();
		const other = await app.signIn(address, authenticator);
		const pending = await app.passwordStep(address);
		expect((await browser.call('DELETE /api/sessions')).status).toBe(204);
		for (const one of [other, pending]) expect(await stateOf(one)).toBe('signed-out');
		expect(await stateOf(browser)).toBe('signed-in');
		expect(await list(browser)).toHaveLength(1);
		expect((await events(browser)).filter((event) => event === 'sessions.ended')).toHaveLength(1);
		await browser.must('DELETE /api/sessions');
		expect((await events(browser)).filter((event) => event === 'sessions.ended')).toHaveLength(1);
	});

	it('of another person is not there (promise 19; OWASP ASVS 8.2.2)', async () => {
		// The attack: end somebody's session by an id that was seen elsewhere.
		const victim = await app.addPersonWithTotp();
		const id = await idOf(victim.browser);
		const { browser } = await app.addPersonWithTotp();
		const refusal = await end(browser, id);
		const unknown = await end(browser, 'no-such-session');
		expect([refusal.status, refusal.text]).toEqual([404, unknown.text]);
		expect(await stateOf(victim.browser)).toBe('signed-in');
	});

	it('is of each person of a shared mailbox alone', async () => {
		const address = await app.addPerson({ kind: 'shared' });
		const first = await app.passwordStep(address);
		await app.setUpTotp(first, { personName: '吴' });
		const { code } = await first.must('POST /api/people', { body: { name: '赵' } });
		const second = await app.passwordStep(address);
		await second.must('POST /api/sign-in/invitation', { body: { code } });
		await app.setUpTotp(second);
		if ((await stateOf(second)) === 'awaiting-set-up') await app.saveRecoveryCodes(second);
		const pending = await app.passwordStep(address);
		expect(await list(first)).toMatchObject([{ current: true }]);
		expect((await end(first, await idOf(second))).status).toBe(404);
		await first.must('DELETE /api/sessions');
		expect(await stateOf(second)).toBe('signed-in');
		expect(await stateOf(pending)).toBe('awaiting-second-factor');
	});

	describe('ending is a sensitive act (promise 17)', () => {
		it('needs a fresh verification; reading does not', async () => {
			const { browser } = await app.addPersonWithTotp();
			const id = await idOf(browser);
			app.clock.advance(11 * minute);
			expect((await end(browser, id)).code).toBe('session.verification_needed');
			expect((await browser.call('DELETE /api/sessions')).code).toBe('session.verification_needed');
			expect(await list(browser)).toHaveLength(1);
		});
	});

	it('is none of a disabled account', async () => {
		const address = await app.addPerson();
		const browser = await app.passwordStep(address);
		await app.app.accounts.disable(address);
		expect((await browser.call('GET /api/sessions')).code).toBe('session.sign_in_needed');
		app.clock.advance(hour);
		expect((await app.browser().call('POST /api/sign-in', { body: { address, password: webPassword } })).status).toBe(
			401,
		);
	});
});
