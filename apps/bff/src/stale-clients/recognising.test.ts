import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Account, createAccountStore } from '../accounts/account-store.ts';
import { createViewClient } from '../clients/client-view.ts';
import { createFingerprint } from '../crypto/fingerprint.ts';
import { systemRandom } from '../crypto/random.ts';
import { DomainError } from '../domain-error.ts';
import type { Database } from '../storage/database.ts';
import { onEachDatabase } from '../storage/test-databases.ts';
import type { SettableClock } from '../testing/settable-clock.ts';
import { createTestApp, type TestApp, webPassword } from '../testing/test-app.ts';
import { hour } from '../time/clock.ts';
import { hashesAnHour } from './hash-limits.ts';
import type { Refusal } from './refusal.ts';
import { createStaleClients } from './stale-clients.ts';

/** The doctor alone, with an authority that counts what it is asked and knows one web password. */
const createDoctor = (db: Database, clock: SettableClock) => {
	const asked: string[] = [];
	const failures: unknown[] = [];
	let during: (() => Promise<void>) | undefined;
	let underWay = 0;
	let mostUnderWay = 0;
	const doctor = createStaleClients({
		db,
		fingerprints: {
			refused: createFingerprint(Buffer.alloc(32, 1)),
			clientPasswords: createFingerprint(Buffer.alloc(32, 2)),
		},
		accounts: createAccountStore(db),
		authority: {
			async isRight(_account, password) {
				asked.push(password);
				underWay += 1;
				mostUnderWay = Math.max(mostUnderWay, underWay);
				await during?.();
				await new Promise((resolve) => setImmediate(resolve));
				underWay -= 1;
				return password === webPassword;
			},
		},
		activity: { record: async () => {} },
		signals: { publish: () => {} },
		viewClient: createViewClient(() => null),
		clock,
		random: systemRandom,
		onFailure: (error) => failures.push(error),
	});
	return {
		...doctor,
		asked,
		failures,
		get waiting() {
			return doctor.waiting;
		},
		get mostUnderWay() {
			return mostUnderWay;
		},
		/** What happens while a password is compared. */
		during(what: typeof during) {
			during = what;
		},
		/** Everything that was noted is recognised and written. */
		async finish() {
			await doctor.settled();
			await doctor.flush();
		},
	};
};

onEachDatabase((create) => {
	let db: Database;
	let app: TestApp;
	let account: Account;
	let doctor: ReturnType<typeof createDoctor>;
	let networks = 0;
	beforeAll(async () => {
		({ db } = await create());
		app = createTestApp({ db });
	});
	beforeEach(async () => {
		account = await newAccount();
		doctor = createDoctor(db, app.clock);
	});

	const newAccount = async (): Promise<Account> => {
		const { id } = await app.app.accounts.find(await app.addPerson());
		await db
			.insertInto('credentials')
			.values({
				id: `method of ${id}`,
				account_id: id,
				person_id: id,
				kind: 'totp',
				name: '',
				sealed: '',
				version: 1,
				created_at: app.clock.now(),
				last_used_at: null,
				preferred: 0,
				lookup: null,
			})
			.execute();
		const found = await app.app.accountStore.byId(id);
		if (found === undefined) throw new Error('nobody there');
		return found;
	};
	const newAccounts = async (count: number): Promise<Account[]> => {
		const accounts: Account[] = [];
		while (accounts.length < count) accounts.push(await newAccount());
		return accounts;
	};
	const refusal = (password: string, more: Partial<Refusal> = {}): Refusal => ({
		account,
		password,
		known: undefined,
		protocol: 'imap',
		clientAddress: '198.51.100.20',
		app: '',
		...more,
	});
	const ownerOf = ({ id }: Account) => ({ accountId: id, personId: id });
	const rows = () => db.selectFrom('stale_clients').where('account_id', '=', account.id).selectAll().execute();
	const listed = (of = account, at = doctor) => at.list(ownerOf(of));
	/** An address in a network of its own. */
	const elsewhere = () => {
		networks += 1;
		return `10.${networks >> 8}.${networks & 255}.9`;
	};

	describe('recognising is no way to burn the processor (promise 36)', () => {
		it('a thousand repeats of one secret cost one hash', async () => {
			for (let time = 0; time < 500; time += 1) doctor.note(refusal(webPassword));
			await doctor.settled();
			for (let time = 0; time < 500; time += 1) doctor.note(refusal(webPassword));
			await doctor.finish();
			expect(doctor.asked).toEqual([webPassword]);
			expect(await listed()).toMatchObject([{ reason: 'web-password', tries: 1000 }]);
		});

		it('of a thousand different secrets a dozen cost one', async () => {
			// The attack: guess at one account, with more hashes than any limit of the door lets through.
			for (let time = 0; time < 1000; time += 1) {
				doctor.note(refusal(`guess-${time}`, { clientAddress: elsewhere() }));
				if (time % 10 === 0) await doctor.settled();
			}
			await doctor.finish();
			expect(doctor.asked).toHaveLength(hashesAnHour.account);
			app.clock.advance(hour);
			doctor.note(refusal('guess-1000', { clientAddress: elsewhere() }));
			await doctor.finish();
			expect(doctor.asked).toHaveLength(hashesAnHour.account + 1);
		});

		it('an office behind one address is helped however many stale mail apps it has', async () => {
			const accounts = await newAccounts(70);
			for (const each of accounts) doctor.note(refusal(webPassword, { account: each }));
			await doctor.finish();
			for (const each of accounts) expect(await listed(each)).toHaveLength(1);
		});

		it('hashes one at a time, and holds no more than two hundred in waiting', async () => {
			const accounts = await newAccounts(25);
			for (let time = 0; time < 20; time += 1) {
				for (const each of accounts) {
					doctor.note(refusal(`guess-${time}`, { account: each, clientAddress: elsewhere() }));
				}
			}
			await doctor.finish();
			expect(doctor.mostUnderWay).toBe(1);
			expect(doctor.asked).toHaveLength(200);
		});

		it('one account’s guesses leave room for the others', async () => {
			for (let time = 0; time < 1000; time += 1) doctor.note(refusal(`guess-${time}`));
			const other = await newAccount();
			doctor.note(refusal(webPassword, { account: other, clientAddress: '203.0.113.5' }));
			await doctor.finish();
			expect(await listed(other)).toHaveLength(1);
		});

		it('a clock that is set back gives no new budget', async () => {
			for (let time = 0; time < 12; time += 1) {
				doctor.note(refusal(`guess-${time}`));
				await doctor.settled();
			}
			app.clock.advance(-2 * hour);
			doctor.note(refusal('guess-12'));
			await doctor.finish();
			expect(doctor.asked).toHaveLength(12);
		});

		it('a server that was started anew, or another one, costs no second hash', async () => {
			doctor.note(refusal(webPassword));
			doctor.note(refusal('wrong-one'));
			await doctor.finish();
			expect(doctor.asked).toHaveLength(2);
			const restarted = createDoctor(db, app.clock);
			restarted.note(refusal(webPassword));
			restarted.note(refusal('wrong-one'));
			await restarted.finish();
			expect(restarted.asked).toEqual([]);
			expect(await listed(account, restarted)).toMatchObject([{ tries: 2 }]);
		});
	});

	describe('what was found out is for the account as it is', () => {
		it.each([
			['the web password was changed', () => app.app.accounts.setPassword(account.address, 'another-good-passphrase')],
			['the account was disabled', () => app.app.accounts.disable(account.address)],
			[
				'two-factor was switched off',
				async () => {
					await db.deleteFrom('credentials').where('account_id', '=', account.id).execute();
				},
			],
		])('and is forgotten when %s meanwhile', async (_what, happens) => {
			doctor.during(happens);
			doctor.note(refusal(webPassword));
			await doctor.finish();
			expect(doctor.asked).toHaveLength(1);
			expect(await rows()).toEqual([]);
		});

		it('and a web password that was changed is none, whatever was known of it', async () => {
			doctor.note(refusal(webPassword));
			await doctor.finish();
			await app.app.accounts.setPassword(account.address, 'another-good-passphrase');
			expect(await listed()).toEqual([]);
			const changed = await app.app.accountStore.byId(account.id);
			doctor.note(refusal(webPassword, { account: changed as Account }));
			await doctor.settled();
			expect(doctor.asked).toHaveLength(2);
		});

		it('and asks nobody else’s authority, where a wrong password may count as an attempt', async () => {
			doctor.note(refusal(webPassword, { account: { ...account, passwordHash: null } }));
			await doctor.finish();
			expect(doctor.asked).toEqual([]);
		});
	});

	it('an authority or a database that fails loses a sighting, and nothing else', async () => {
		doctor.during(async () => {
			throw new Error('no authority');
		});
		doctor.note(refusal(webPassword));
		await doctor.finish();
		expect(doctor.failures).toHaveLength(1);
		doctor.during(async () => {
			throw new DomainError('server.busy', {});
		});
		doctor.note(refusal(webPassword));
		await doctor.finish();
		expect(doctor.failures).toHaveLength(1);
		doctor.during(undefined);
		doctor.note(refusal(webPassword));
		await doctor.settled();
		await db.schema.alterTable('stale_clients').renameTo('mislaid').execute();
		await expect(doctor.flush()).rejects.toThrow();
		expect(doctor.waiting).toBe(true);
		await db.schema.alterTable('mislaid').renameTo('stale_clients').execute();
		await doctor.flush();
		expect(doctor.waiting).toBe(false);
		expect(await listed()).toMatchObject([{ tries: 1 }]);
	});

	describe('what is kept is bounded', () => {
		it('for one account, in places and in secrets that are none of its own', async () => {
			// The attack: whoever knows the web password, or guesses at it, sends it from ever new addresses.
			for (let time = 0; time < 300; time += 1) {
				doctor.note(refusal(webPassword, { clientAddress: elsewhere() }));
				doctor.note(refusal('wrong-one', { clientAddress: elsewhere() }));
				if (time % 10 === 9) await doctor.finish();
			}
			const kept = await rows();
			expect(kept.filter(({ reason }) => reason === 'web-password')).toHaveLength(100);
			expect(kept.filter(({ reason }) => reason === 'wrong')).toHaveLength(20);
			expect(await listed()).toHaveLength(20);
			expect(await doctor.refusedSince(ownerOf(account), 0)).toHaveLength(20);
		});

		it('and takes what a mail server hands on as text, cut short', async () => {
			doctor.note(
				refusal(webPassword, { clientAddress: `x\u0000${'y'.repeat(5000)}`, app: `\u0000${'z'.repeat(5000)}` }),
			);
			await doctor.finish();
			const [client] = await listed();
			expect(client?.client).toMatchObject({ address: `x${'y'.repeat(63)}`, browser: 'z'.repeat(100) });
		});
	});
});
