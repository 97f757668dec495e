import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../storage/database.ts';
import { onEachDatabase, type TestDatabase } from '../storage/test-databases.ts';
import type { Browser } from '../testing/browser.ts';
import { createTestApp, type TestApp, testConfig, webPassword } from '../testing/test-app.ts';
import { minute } from '../time/clock.ts';

const fresh = 'nine quiet herons at dusk';

onEachDatabase((create, name) => {
	let app: TestApp;
	let db: Database;
	let database: TestDatabase;
	beforeAll(async () => {
		({ db, database } = await create());
		const url = 'https://passwords.example.edu.cn';
		app = createTestApp({ db, config: testConfig({ MAILWARD_CHANGE_PASSWORD_URL: url }) });
	});

	const change = (browser: Browser, next = fresh, current = webPassword) =>
		browser.call('PUT /api/web-password', { body: { current, next } });
	const stateOf = async (browser: Browser) => (await browser.must('GET /api/session')).state;
	const signsIn = async (address: string, password: string) =>
		(await app.browser().call('POST /api/sign-in', { body: { address, password } })).status === 200;

	it('is the new one from now on, and the old one opens nothing', async () => {
		const address = await app.addPerson();
		const browser = await app.passwordStep(address);
		expect(await browser.must('GET /api/web-password')).toEqual({ keptHere: true, url: '' });
		expect((await change(browser)).status).toBe(204);
		expect(await signsIn(address, fresh)).toBe(true);
		expect(await signsIn(address, webPassword)).toBe(false);
		const { entries } = await browser.must('GET /api/activity');
		expect(entries.map(({ event }) => event)).toContain('web-password.changed');
	});

	it('needs twelve characters, as people count them, and no others than they like', async () => {
		const browser = await app.passwordStep(await app.addPerson());
		for (const short of ['elevenchars', '床前明月光疑是地上霜', '🐼'.repeat(6)]) {
			const refusal = await change(browser, short);
			expect([refusal.status, refusal.code, refusal.details]).toEqual([400, 'password.too_short', { least: 12 }]);
		}
		expect((await change(browser, '床前明月光疑是地上霜举头')).status).toBe(204);
	});

	it('is not one that others would guess first, and not made of the person’s own name', async () => {
		const address = await app.addPerson({ address: 'zhao.yuhan', name: 'Zhao Yuhan' });
		const browser = await app.passwordStep(address);
		for (const guessable of ['password1234', 'zhaoyuhanzhao', 'YuhanZhao2026']) {
			expect((await change(browser, guessable)).code).toBe('password.too_guessable');
		}
		expect(await signsIn(address, webPassword)).toBe(true);
	});

	it('is another one, not the same in other clothes', async () => {
		const browser = await app.passwordStep(await app.addPerson());
		expect((await change(browser, webPassword)).code).toBe('password.unchanged');
		// Full-width letters are the same characters on another keyboard.
		const wide = [...webPassword].map((letter) =>
			/[a-z]/.test(letter) ? String.fromCodePoint(letter.charCodeAt(0) + 0xfee0) : letter,
		);
		expect((await change(browser, wide.join(''))).code).toBe('password.unchanged');
	});

	describe('ends what the old one opened (promises 11, 14, 18)', () => {
		it('other sessions, at every step, but not this one, which gets a new id', async () => {
			// The attack: somebody is signed in with the stolen password, or waits at the second step.
			const { address, browser, authenticator } = await app.addPersonWithTotp();
			const other = await app.signIn(address, authenticator);
			const pending = await app.passwordStep(address);
			const before = browser.token();
			expect((await change(browser)).status).toBe(204);
			expect(browser.token()).not.toBe(before);
			const stolen = app.browser();
			stolen.setToken(before);
			for (const one of [other, pending, stolen]) expect(await stateOf(one)).toBe('signed-out');
			expect(await stateOf(browser)).toBe('signed-in');
			const rows = await db.selectFrom('challenges').selectAll().execute();
			const { id } = await app.app.accounts.find(address);
			expect(rows.filter((row) => row.account_id === id)).toEqual([]);
		});

		it('trusted devices', async () => {
			const { browser } = await app.addPersonWithTotp();
			await browser.must('POST /api/trusted-devices', { body: {} });
			expect((await browser.must('GET /api/trusted-devices')).devices).toHaveLength(1);
			await change(browser);
			expect((await browser.must('GET /api/trusted-devices')).devices).toEqual([]);
		});

		it('also when an administrator sets it', async () => {
			const { address, browser, authenticator } = await app.addPersonWithTotp();
			await browser.must('POST /api/trusted-devices', { body: {} });
			await app.app.accounts.setPassword(address, fresh);
			expect(await stateOf(browser)).toBe('signed-out');
			expect(await db.selectFrom('trusted_devices').selectAll().execute()).toEqual([]);
			const again = app.browser();
			await again.must('POST /api/sign-in', { body: { address, password: fresh } });
			const id = await app.challengeOf(again);
			const code = app.freshCode(authenticator);
			await again.must('POST /api/challenges/{id}/answer', { params: { id }, body: { code } });
			const { entries } = await again.must('GET /api/activity');
			expect(entries.find(({ event }) => event === 'web-password.changed')?.client).toBeNull();
		});

		it('what the mail doors remember of it', async () => {
			// The attack: a mail app goes on with the stolen password, since the door still knows that it was right.
			const address = await app.addPerson();
			const browser = await app.passwordStep(address);
			const replica = createTestApp({ db: name === 'PostgreSQL' ? database.open() : db, clock: app.clock });
			const doors = [...Object.values(app.doors), ...Object.values(replica.doors)];
			for (const door of doors) expect((await door({ user: address, password: webPassword })).verdict).toBe('accepted');
			await change(browser);
			for (const door of doors) {
				expect((await door({ user: address, password: webPassword })).verdict).toBe('refused');
				expect((await door({ user: address, password: fresh })).verdict).toBe('accepted');
			}
		});
	});

	it('gives no longer freshness than there was', async () => {
		// The attack: change the password every nine minutes, and never be asked for the second factor again.
		const { browser } = await app.addPersonWithTotp();
		app.clock.advance(9 * minute);
		expect((await change(browser)).status).toBe(204);
		app.clock.advance(2 * minute);
		expect((await change(browser, 'two lanterns over the lake', fresh)).code).toBe('session.verification_needed');
	});

	it('wants the current one, out of the same budget as at sign-in (promise 2)', async () => {
		// The attack: a browser that was left open is a place to guess the password without limit.
		const address = await app.addPerson();
		const browser = await app.passwordStep(address);
		for (let number = 0; number < 10; number += 1) {
			expect((await change(browser, fresh, `guess number ${number}`)).code).toBe('password.rejected');
		}
		expect((await change(browser, fresh, 'one more guess')).code).toBe('sign_in.throttled');
		const elsewhere = await app.browser().call('POST /api/sign-in', { body: { address, password: 'yet another' } });
		expect(elsewhere.code).toBe('sign_in.throttled');
		app.clock.advance(minute);
		expect((await change(browser)).status).toBe(204);
	});

	it('is changed by one of several that come at once', async () => {
		const address = await app.addPerson();
		const browser = await app.passwordStep(address);
		const wanted = ['nine quiet herons at dusk', 'two lanterns over the lake', 'a slow train to Harbin'];
		const answers = await Promise.all(wanted.map((next) => change(browser.copy(), next)));
		expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
		const open = await Promise.all(wanted.map((password) => signsIn(address, password)));
		expect(open).toEqual(answers.map(({ status }) => status === 204));
	});

	it('of another authority is changed there', async () => {
		const { address, browser } = await app.addPersonWithTotp();
		await db.updateTable('accounts').set({ password_hash: null }).where('address', '=', address).execute();
		expect(await browser.must('GET /api/web-password')).toEqual({
			keptHere: false,
			url: 'https://passwords.example.edu.cn',
		});
		expect((await change(browser)).code).toBe('password.kept_elsewhere');
		const row = await db.selectFrom('accounts').where('address', '=', address).selectAll().executeTakeFirstOrThrow();
		expect(row.password_hash).toBeNull();
	});

	it('of a disabled account stays as it is', async () => {
		const address = await app.addPerson();
		const browser = await app.passwordStep(address);
		await app.app.accounts.disable(address);
		expect((await change(browser)).code).toBe('session.sign_in_needed');
		await app.app.accounts.enable(address);
		expect(await signsIn(address, webPassword)).toBe(true);
	});

	it('stands in no log and in no table', async () => {
		const browser = await app.passwordStep(await app.addPerson());
		await change(browser, 'an owl in every courtyard');
		await change(browser, 'short');
		expect(app.logged()).not.toMatch(/owl in every|plum-blossom/);
		const tables = ['accounts', 'activity', 'notices', 'sessions', 'password_failures'] as const;
		for (const table of tables) {
			const rows = JSON.stringify(await db.selectFrom(table).selectAll().execute());
			expect(rows).not.toMatch(/owl in every|plum-blossom/);
		}
	});
});
