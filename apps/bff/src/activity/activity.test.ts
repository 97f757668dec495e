import { type ActivityEntry, activityEntry } from '@mailward/shared/contract/activity.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClientInfo } from '../clients/client-info.ts';
import { systemRandom } from '../crypto/random.ts';
import type { Database } from '../storage/database.ts';
import { onEachDatabase, type TestDatabase } from '../storage/test-databases.ts';
import type { Browser } from '../testing/browser.ts';
import { createTestApp, type TestApp, testConfig } from '../testing/test-app.ts';
import { day, hour, minute } from '../time/clock.ts';
import {
	type Activity,
	activityLife,
	createActivity,
	knownDevice,
	listed,
	refusalLife,
	refusalsAnHour,
} from './activity.ts';
import { createActivityStore } from './activity-store.ts';
import type { Happening } from './happening.ts';

const client = (more: Partial<ClientInfo> = {}): ClientInfo => ({
	browser: 'Firefox',
	system: 'Windows',
	address: '203.0.113.7',
	...more,
});

onEachDatabase((create, name) => {
	let app: TestApp;
	let db: Database;
	let database: TestDatabase;
	let activity: Activity;
	const notified: Happening[] = [];
	let accountId = '';

	beforeAll(async () => {
		({ db, database } = await create());
		app = createTestApp({ db, config: testConfig({ MAILWARD_PLACES: '203.0.113.0/24=校园网|Campus network' }) });
		activity = createActivity({
			store: createActivityStore(db),
			notify: async (_queries, happening) => {
				notified.push(happening);
			},
			viewClient: ((one: ClientInfo | null) => one && { ...one, place: null }) as never,
			clock: app.clock,
			random: systemRandom,
		});
	});
	const idOf = async (address: string) => (await app.app.accounts.find(address)).id;
	const list = async (browser: Browser) => (await browser.must('GET /api/activity')).entries;
	const events = (entries: readonly ActivityEntry[]) => entries.map(({ event }) => event);
	const me = () => ({ accountId, personId: accountId });
	const signIn = (from: ClientInfo) =>
		activity.record(db, { ...me(), client: from, event: 'sign-in.passed', means: 'totp' });

	beforeEach(async () => {
		accountId = await idOf(await app.addPerson());
		notified.length = 0;
	});

	it('tells a person what happened to the account, where from and when', async () => {
		const { address, browser } = await app.addPersonWithTotp();
		app.clock.advance(minute);
		const at = new Date(app.clock.now()).toISOString();
		await app.browser('198.51.100.9').call('POST /api/sign-in', { body: { address, password: 'a guess' } });
		await app.app.settled();
		const [refused, ...earlier] = await list(browser);
		expect(refused).toMatchObject({
			event: 'sign-in.password-refused',
			at,
			person: null,
			client: { address: '198.51.100.9', place: null },
		});
		expect(events(earlier).toSorted()).toEqual(['method.added', 'sign-in.passed']);
		expect(earlier.find(({ event }) => event === 'method.added')).toMatchObject({
			method: 'totp',
			client: { place: { zh: '校园网', en: 'Campus network' } },
		});
		for (const entry of [refused, ...earlier]) activityEntry.parse(entry);
	});

	it('is one account’s own', async () => {
		const { browser } = await app.addPersonWithTotp();
		await signIn(client());
		expect(JSON.stringify(await list(browser))).not.toContain(accountId);
		expect(await activity.list(accountId)).toHaveLength(1);
	});

	it('is nothing where it is undone', async () => {
		const undone = db.transaction().execute(async (transaction) => {
			await activity.record(transaction, { ...me(), client: client(), event: 'web-password.changed' });
			throw new Error('undone');
		});
		await expect(undone).rejects.toThrow('undone');
		expect(await activity.list(accountId)).toEqual([]);
	});

	describe('a refusal', () => {
		const refuse = (
			event: 'sign-in.password-refused' | 'sign-in.factor-refused' = 'sign-in.password-refused',
			queries = db,
		) => {
			const refused = { ...me(), client: client(), event };
			return activity.record(
				queries,
				refused.event === 'sign-in.factor-refused'
					? { ...refused, event: refused.event, method: 'totp' }
					: { ...refused, event: refused.event },
			);
		};

		it('fills no table: twenty of a kind an hour are noted (promise 36)', async () => {
			// The attack: guess for weeks from many networks, until the disk of the service is full.
			for (let number = 0; number < refusalsAnHour + 15; number += 1) await refuse();
			expect(await activity.list(accountId)).toHaveLength(refusalsAnHour);
			await refuse('sign-in.factor-refused');
			expect(await activity.list(accountId)).toHaveLength(refusalsAnHour + 1);
			app.clock.advance(hour);
			await refuse();
			expect((await activity.list(accountId))[0]?.at).toBe(new Date(app.clock.now()).toISOString());
		});

		it('of many that come at once, on all replicas, is noted about as often', async () => {
			// The embedded database has one process.
			const replica = name === 'PostgreSQL' ? database.open() : db;
			await Promise.all(Array.from({ length: 80 }, (_, index) => refuse(undefined, index % 2 === 0 ? db : replica)));
			const rows = await db.selectFrom('activity').where('account_id', '=', accountId).selectAll().execute();
			expect(rows.length).toBeGreaterThanOrEqual(refusalsAnHour);
			expect(rows.length).toBeLessThanOrEqual(refusalsAnHour + 20);
		});

		it('does not push out what matters', async () => {
			// The attack: sign in as the victim, then guess wrong until that sign-in has left the list.
			await signIn(client());
			for (let hours = 0; hours < 6; hours += 1) {
				app.clock.advance(hour + 1);
				for (let number = 0; number < refusalsAnHour; number += 1) await refuse();
			}
			const entries = await activity.list(accountId);
			expect(entries).toHaveLength(listed.refusals + 1);
			expect(entries.at(-1)?.event).toBe('sign-in.passed');
		});

		it('is told by no mail', async () => {
			await refuse();
			await refuse('sign-in.factor-refused');
			expect(notified).toEqual([]);
		});
	});

	it('shows the last hundred, newest first', async () => {
		for (let number = 0; number < listed.most + 5; number += 1) {
			app.clock.advance(minute);
			await activity.record(db, { ...me(), client: null, event: 'client-password.deleted', name: `${number}` });
		}
		const entries = await activity.list(accountId);
		expect(entries).toHaveLength(listed.most);
		expect(entries[0]).toMatchObject({ name: `${listed.most + 4}`, client: null });
		expect(entries.at(-1)).toMatchObject({ name: '5' });
	});

	describe('mail about a sign-in', () => {
		const told = async (from: ClientInfo) => {
			notified.length = 0;
			await signIn(from);
			return notified.length === 1;
		};

		it('goes out for a device that is new: its browser, its system or its network', async () => {
			expect(await told(client())).toBe(false);
			expect(await told(client())).toBe(false);
			expect(await told(client({ browser: 'Chrome' }))).toBe(true);
			expect(await told(client({ system: 'macOS' }))).toBe(true);
			expect(await told(client({ address: '203.0.114.7' }))).toBe(true);
			expect(await told(client({ address: '2001:db8::1' }))).toBe(true);
		});

		it('goes out for none that was seen lately: another address of its network is no other device', async () => {
			await signIn(client());
			expect(await told(client({ address: '203.0.113.200' }))).toBe(false);
			expect(await told(client({ address: '::ffff:203.0.113.9' }))).toBe(false);
			app.clock.advance(knownDevice - minute);
			expect(await told(client())).toBe(false);
		});

		it('goes out for one that has not been seen for long', async () => {
			await signIn(client());
			app.clock.advance(knownDevice + minute);
			expect(await told(client())).toBe(true);
		});

		it('goes out when the account is older than what is remembered', async () => {
			// The attack: take over a mailbox that its owner has not opened for half a year.
			await signIn(client());
			app.clock.advance(activityLife + day);
			await activity.sweep();
			expect(await activity.list(accountId)).toEqual([]);
			expect(await told(client())).toBe(true);
		});

		it('knows the people of a shared mailbox apart', async () => {
			const one = { accountId, personId: accountId, client: client() };
			const other = { accountId, personId: 'another-person', client: client() };
			await activity.record(db, { ...one, event: 'sign-in.passed', means: 'totp' });
			await activity.record(db, { ...other, event: 'sign-in.passed', means: 'totp' });
			expect(notified).toEqual([]);
			const elsewhere = client({ address: '198.51.100.4' });
			await activity.record(db, { ...one, client: elsewhere, event: 'sign-in.passed', means: 'totp' });
			await activity.record(db, { ...other, client: elsewhere, event: 'sign-in.passed', means: 'totp' });
			expect(notified.map(({ personId }) => personId)).toEqual([accountId, 'another-person']);
		});
	});

	it('mails what may be a person’s only warning, and nothing else', async () => {
		const by = { ...me(), client: client() };
		const method = { method: 'totp', name: 'Phone' } as const;
		await activity.record(db, { ...by, event: 'method.added', ...method });
		await activity.record(db, { ...by, event: 'method.replaced', ...method });
		await activity.record(db, { ...by, event: 'method.removed', ...method });
		await activity.record(db, { ...by, event: 'recovery-codes.made' });
		await activity.record(db, { ...by, event: 'recovery-code.used', left: 9 });
		await activity.record(db, { ...by, event: 'trusted-device.copied' });
		await activity.record(db, { ...by, event: 'client-password.made', name: 'Phone' });
		await activity.record(db, { ...by, event: 'web-password.changed' });
		await activity.record(db, { ...by, event: 'person.joined', name: 'Wu' });
		await activity.record(db, { ...by, event: 'person.removed', name: 'Wu' });
		expect(notified).toHaveLength(10);
		await activity.record(db, { ...by, event: 'trusted-device.added' });
		await activity.record(db, { ...by, event: 'trusted-device.revoked' });
		await activity.record(db, { ...by, event: 'client-password.deleted', name: 'Phone' });
		await activity.record(db, { ...by, event: 'mail-app.new-network', name: 'Phone', protocol: 'imap' });
		await activity.record(db, { ...by, event: 'sessions.ended' });
		await activity.record(db, { ...by, event: 'person.invited', name: 'Wu' });
		expect(notified).toHaveLength(10);
		for (const entry of await activity.list(accountId)) activityEntry.parse(entry);
	});

	it('notes twenty new networks of mail apps a day, so that a password that wanders pushes nothing else out', async () => {
		// The attack: a login from another network each second, until nobody is answered and nothing else is listed.
		const wandering = await idOf(await app.addPerson());
		const by = { accountId: wandering, personId: wandering };
		for (let network = 1; network <= 40; network += 1) {
			const from = { browser: '', system: '', address: `203.0.${network}.7` };
			const event = { event: 'mail-app.new-network', name: 'Phone', protocol: 'imap' } as const;
			await activity.record(db, { ...by, client: from, ...event });
		}
		expect(await activity.list(wandering)).toHaveLength(20);
	});

	it('names the person of a shared mailbox as they were called, also when they have left or have another name', async () => {
		const shared = await idOf(await app.addPerson({ kind: 'shared' }));
		await db
			.insertInto('people')
			.values({
				id: 'wu',
				account_id: shared,
				name: '吴',
				created_at: 0,
				invitation: null,
				invitation_expires_at: null,
			})
			.execute();
		await activity.record(db, { accountId: shared, personId: 'wu', client: client(), event: 'sessions.ended' });
		expect(await activity.list(shared)).toMatchObject([{ person: '吴' }]);
		await db.updateTable('people').set({ name: '伍' }).where('id', '=', 'wu').execute();
		expect(await activity.list(shared)).toMatchObject([{ person: '吴' }]);
		await db.deleteFrom('people').where('id', '=', 'wu').execute();
		expect(await activity.list(shared)).toMatchObject([{ person: '吴' }]);
	});

	it('is forgotten after half a year, refusals after a month', async () => {
		const by = { ...me(), client: client() };
		await activity.record(db, { ...by, event: 'sign-in.factor-refused', method: 'totp' });
		await activity.record(db, { ...by, event: 'sessions.ended' });
		app.clock.advance(refusalLife - minute);
		await app.app.sweep();
		expect(await activity.list(accountId)).toHaveLength(2);
		app.clock.advance(2 * minute);
		await app.app.sweep();
		expect(events(await activity.list(accountId))).toEqual(['sessions.ended']);
		app.clock.advance(activityLife);
		await app.app.sweep();
		expect(await activity.list(accountId)).toEqual([]);
	});
});
