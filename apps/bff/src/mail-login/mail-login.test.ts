import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../storage/database.ts';
import { onEachDatabase, type TestDatabase } from '../storage/test-databases.ts';
import { doorNames } from '../testing/mail-app.ts';
import { createTestApp, type TestApp, webPassword } from '../testing/test-app.ts';
import { day, hour, minute } from '../time/clock.ts';

onEachDatabase((create) => {
	let app: TestApp;
	let db: Database;
	let database: TestDatabase;
	beforeAll(async () => {
		({ db, database } = await create());
		app = createTestApp({ db });
	});

	describe.each(doorNames)('at the door %s', (name) => {
		const ask = (user: string, password: string, more: { protocol?: string; clientAddress?: string } = {}) =>
			app.doors[name]({ user, password, ...more });
		const verdict = async (user: string, password: string) => (await ask(user, password)).verdict;

		it('the web password opens the mailbox until two-factor is on, and never from that moment (promise 26)', async () => {
			// The attack: the phished web password goes on reading mail where no second factor is asked.
			const address = await app.addPerson();
			expect(await verdict(address, webPassword)).toBe('accepted');
			const browser = await app.passwordStep(address);
			await app.setUpTotp(browser);
			for (const spelling of [address, address.split('@')[0] ?? '', address.toUpperCase(), ` ${address} `]) {
				for (const protocol of ['imap', 'pop3', 'smtp']) {
					expect([spelling, (await ask(spelling, webPassword, { protocol })).verdict]).toEqual([spelling, 'refused']);
				}
			}
			const { secret } = await app.createClientPassword(browser);
			expect(await verdict(address, secret)).toBe('accepted');
		});

		it('the web password stays refused while a factor is shut by wrong codes', async () => {
			// The attack: shut the factor with wrong codes, so that the account counts as one without.
			const { address } = await app.addPersonWithTotp();
			const account = await app.app.accountStore.byAddress(address);
			await db
				.insertInto('factor_attempts')
				.values({
					account_id: account?.id ?? '',
					kind: 'totp',
					window_started_at: app.clock.now(),
					spent: 10,
					in_a_row: 50,
					waits: 5,
					blocked_until: app.clock.now() + day,
				})
				.execute();
			expect(await verdict(address, webPassword)).toBe('refused');
		});

		it('a client password works under the bare name, an alias and any spelling, for its owner only', async () => {
			const alias = `alias-${name}@alumni.example.edu.cn`;
			const owner = await app.addPersonWithTotp({ aliases: [alias] });
			const { secret } = await app.createClientPassword(owner.browser);
			for (const user of [owner.address, owner.address.split('@')[0] ?? '', owner.address.toUpperCase(), alias]) {
				expect([user, await verdict(user, secret)]).toEqual([user, 'accepted']);
			}
			const other = await app.addPersonWithTotp();
			const victim = await app.addPerson();
			for (const user of [other.address, victim, '', 'nobody', `${owner.address}*${victim}`]) {
				expect([user, await verdict(user, secret)]).toEqual([user, 'refused']);
			}
		});

		it('a client password of a disabled account opens nothing', async () => {
			const { address, browser } = await app.addPersonWithTotp();
			const { secret } = await app.createClientPassword(browser);
			await app.app.accounts.disable(address);
			expect(await verdict(address, secret)).toBe('refused');
			await app.app.accounts.enable(address);
			expect(await verdict(address, secret)).toBe('accepted');
		});

		it('refuses everybody in the same words and the same time (promise 26)', async () => {
			// The attack: tell by the answer, or by how long it takes, who exists, who has two-factor, and whose web password
			// was right.
			const withTotp = await app.addPersonWithTotp();
			const without = await app.addPerson();
			const disabled = await app.addPerson();
			await app.app.accounts.disable(disabled);
			const overdue = await app.addPersonWhoMust();
			const answers: string[] = [];
			const times: number[] = [];
			for (const [user, password] of [
				[withTotp.address, webPassword],
				[withTotp.address, 'wrong-password'],
				[without, 'wrong-password'],
				[disabled, webPassword],
				[overdue, webPassword],
				['nobody-of-that-name', webPassword],
				['somebody@elsewhere.example', webPassword],
				['not an address', webPassword],
				[without, 'x'.repeat(2000)],
				[without, ''],
			] as const) {
				const before = app.clock.now();
				const { status, text, headers } = await ask(user, password);
				answers.push(JSON.stringify([status, text, [...headers]]));
				times.push(app.clock.now() - before);
			}
			expect(new Set(answers).size).toBe(1);
			expect(new Set(times)).toEqual(new Set([250]));
		});

		it('takes the web password during the grace period, and refuses it after the date (decision 3)', async () => {
			const address = await app.addPersonWhoMust({}, app.clock.now() + day);
			expect(await verdict(address, webPassword)).toBe('accepted');
			app.clock.advance(day);
			expect(await verdict(address, webPassword)).toBe('refused');
		});

		it('answers "temporary" without its database: never yes, never a permanent no (promise 12)', async () => {
			// The attack: make the database unreachable and see whether the door opens, from memory or by mistake.
			const { db: own } = await create();
			const doomed = createTestApp({ db: own });
			const { address, browser } = await doomed.addPersonWithTotp();
			const { secret } = await doomed.createClientPassword(browser);
			const plain = await doomed.addPerson();
			const door = doomed.doors[name];
			expect((await door({ user: address, password: secret })).verdict).toBe('accepted');
			expect((await door({ user: plain, password: webPassword })).verdict).toBe('accepted');
			await own.destroy();
			for (const [user, password] of [
				[address, secret],
				[plain, webPassword],
				[plain, 'wrong-password'],
				['nobody', 'wrong-password'],
			] as const) {
				for (const protocol of ['imap', 'pop3', 'smtp']) {
					expect((await door({ user, password, protocol })).verdict).toBe('unavailable');
				}
			}
		});
	});

	describe('web passwords remembered before two-factor (decision 4)', () => {
		const verdict = async (address: string, password = webPassword) =>
			(await app.doors.lua({ user: address, password })).verdict;

		it('are forgotten when the password changes, the account is disabled, or two-factor is set up', async () => {
			// The attack: a memory of a yes outlives what it was about, on this replica or another.
			const replica = createTestApp({ db: database.open(), clock: app.clock });
			const changed = await app.addPerson();
			const disabled = await app.addPerson();
			const secured = await app.addPerson();
			for (const address of [changed, disabled, secured]) expect(await verdict(address)).toBe('accepted');
			await replica.app.accounts.setPassword(changed, 'a-quite-different-one');
			await replica.app.accounts.disable(disabled);
			await replica.setUpTotp(await replica.passwordStep(secured));
			for (const address of [changed, disabled, secured]) expect(await verdict(address)).toBe('refused');
			expect(await verdict(changed, 'a-quite-different-one')).toBe('accepted');
		});

		it('save no wrong one: what is remembered is that very password of that very account', async () => {
			const one = await app.addPerson();
			const other = await app.addPerson({ password: 'of-somebody-else' });
			expect(await verdict(one)).toBe('accepted');
			expect(await verdict(one, `${webPassword}x`)).toBe('refused');
			expect(await verdict(other)).toBe('refused');
		});
	});

	describe('wrong passwords of mail apps (promise 34)', () => {
		it('count once however often an app repeats the same one', async () => {
			// A phone with last year's password asks every minute; it must hold nobody up.
			const address = await app.addPerson();
			for (let time = 0; time < 60; time += 1) {
				const { verdict } = await app.doors.nginx({ user: address, password: 'last-years-password' });
				expect(verdict).toBe('refused');
			}
			expect((await app.doors.nginx({ user: address, password: webPassword })).verdict).toBe('accepted');
		});

		it('of strangers do not hold the owner up elsewhere, and share one budget with the web', async () => {
			// The attack: guess at the mail doors, where nobody looks, with a budget of their own.
			const address = await app.addPerson();
			const clientAddress = '192.0.2.77';
			for (let number = 1; number <= 10; number += 1) {
				await app.doors.lua({ user: address, password: `guess-${number}`, clientAddress });
			}
			expect((await app.doors.lua({ user: address, password: webPassword, clientAddress })).verdict).toBe('refused');
			const web = await app
				.browser(clientAddress)
				.call('POST /api/sign-in', { body: { address, password: webPassword } });
			expect(web.code).toBe('sign_in.throttled');
			expect((await app.doors.lua({ user: address, password: webPassword })).verdict).toBe('accepted');
		});

		it('never spend the budget of the second factor, nor stop a right client password', async () => {
			const { address, browser, authenticator } = await app.addPersonWithTotp();
			const { secret } = await app.createClientPassword(browser);
			for (let number = 1; number <= 60; number += 1) {
				await app.doors.lua({ user: address, password: `guess-${number}` });
			}
			expect((await app.doors.lua({ user: address, password: secret })).verdict).toBe('accepted');
			await app.signIn(address, authenticator);
		});
	});

	it('a right answer writes nothing while the mail app waits', async () => {
		// Issue 2: the happy path makes no synchronous write.
		const { address, browser } = await app.addPersonWithTotp();
		await app.createClientPassword(browser);
		const { secret } = await app.createClientPassword(browser, 'Laptop');
		const before = JSON.stringify(await db.selectFrom('client_passwords').selectAll().orderBy('id').execute());
		expect((await app.doors.nginx({ user: address, password: secret })).verdict).toBe('accepted');
		const after = JSON.stringify(await db.selectFrom('client_passwords').selectAll().orderBy('id').execute());
		expect(after).toBe(before);
	});

	it('keeps notes of last use that could not be written, for the next time', async () => {
		const { address, browser } = await app.addPersonWithTotp();
		const { secret } = await app.createClientPassword(browser);
		await app.doors.nginx({ user: address, password: secret });
		const at = app.clock.now();
		await db.schema.alterTable('client_passwords').renameTo('mislaid').execute();
		await expect(app.app.tick()).rejects.toThrow();
		await db.schema.alterTable('mislaid').renameTo('client_passwords').execute();
		app.clock.advance(minute);
		await app.app.tick();
		const { clientPasswords } = await browser.must('GET /api/client-passwords');
		expect(clientPasswords[0]?.uses[0]?.at).toBe(new Date(at).toISOString());
	});

	it('refuses a client password from the moment of its deletion for hours to come (promise 27)', async () => {
		const { address, browser } = await app.addPersonWithTotp();
		const { id, secret } = await app.createClientPassword(browser);
		await app.doors.grant({ user: address, password: secret });
		await browser.must('DELETE /api/client-passwords/{id}', { params: { id } });
		for (const wait of [0, 1, 5 * minute, hour]) {
			app.clock.advance(wait);
			for (const name of doorNames) {
				expect((await app.doors[name]({ user: address, password: secret })).verdict).toBe('refused');
			}
		}
	});
});
