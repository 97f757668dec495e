import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemRandom } from '../crypto/random.ts';
import type { Database } from '../storage/database.ts';
import { onEachDatabase, type TestDatabase } from '../storage/test-databases.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { hour, minute } from '../time/clock.ts';
import type { Mail, Mailer } from './mailer.ts';
import { createNoticeStore } from './notice-store.ts';
import { createOutbox } from './outbox.ts';
import { createSending, type FailedTry, lease, noticeLife, retryAfter, type Sending } from './sending.ts';

/** A mail server that does as it is told. */
const createPost = () => {
	const sent: Mail[] = [];
	let problem: Error | undefined;
	let hold: Promise<void> | undefined;
	const mailer: Mailer = {
		async send(mail, stop) {
			const { promise: broken, reject } = Promise.withResolvers<never>();
			stop.addEventListener('abort', () => reject(new Error('broken off')));
			if (hold !== undefined) await Promise.race([hold, broken]);
			if (problem !== undefined) throw problem;
			sent.push(mail);
		},
	};
	return {
		sent,
		mailer,
		fail(message: string | undefined) {
			problem = message === undefined ? undefined : new Error(message);
		},
		/** Holds everything until the returned function is called. */
		hold() {
			const { promise, resolve } = Promise.withResolvers<void>();
			hold = promise;
			return resolve;
		},
	};
};

onEachDatabase((create, databaseName) => {
	let app: TestApp;
	let db: Database;
	let database: TestDatabase;
	let accountId = '';
	let address = '';
	const failures: FailedTry[] = [];
	beforeAll(async () => {
		({ db, database } = await create());
		app = createTestApp({ db });
	});
	beforeEach(async () => {
		await db.deleteFrom('notices').execute();
		failures.length = 0;
		address = await app.addPerson();
		accountId = (await app.app.accounts.find(address)).id;
	});

	const sender = (mailer: Mailer, queries = db): Sending =>
		createSending({
			store: createNoticeStore(queries),
			mailer,
			letter: ({ told }) => ({ subject: told.event, text: JSON.stringify(told.details) }),
			clock: app.clock,
			onFailure: (failure) => failures.push(failure),
		});
	const outbox = () => createOutbox({ store: createNoticeStore(db), clock: app.clock, random: systemRandom });
	const put = async (name = 'Phone') => {
		const client = { browser: 'Firefox', system: 'Windows', address: '203.0.113.7' };
		await outbox()(db, { accountId, personId: accountId, client, event: 'client-password.made', name }, null);
	};
	const waiting = () => db.selectFrom('notices').selectAll().execute();

	it('sends what waits, once, to the address of the account', async () => {
		const post = createPost();
		await put();
		const sending = sender(post.mailer);
		await sending.deliver();
		await sending.deliver();
		expect(post.sent).toEqual([
			{
				id: expect.stringMatching(/^[\w-]{22}$/),
				to: address,
				subject: 'client-password.made',
				text: '{"name":"Phone"}',
			},
		]);
		expect(await waiting()).toEqual([]);
	});

	it('sends nothing of what was undone', async () => {
		const undone = db.transaction().execute(async (transaction) => {
			await outbox()(transaction, { accountId, personId: null, client: null, event: 'web-password.changed' }, null);
			throw new Error('undone');
		});
		await expect(undone).rejects.toThrow();
		expect(await waiting()).toEqual([]);
	});

	it('says who of a shared mailbox it was', async () => {
		await outbox()(db, { accountId, personId: 'wu', client: null, event: 'recovery-codes.made' }, '吴');
		const post = createPost();
		await sender(post.mailer).deliver();
		expect(post.sent[0]?.text).toBe('{"person":"吴"}');
	});

	it('outlives the process that put it there', async () => {
		await put();
		// The process ends here: nothing but the database is left of it.
		const next = databaseName === 'PostgreSQL' ? database.open() : db;
		const post = createPost();
		await sender(post.mailer, next).deliver();
		expect(post.sent).toHaveLength(1);
	});

	it('is taken over from a sender that was killed while it sent, and by nobody before', async () => {
		await put();
		const killed = createPost();
		killed.hold();
		void sender(killed.mailer).deliver();
		await expect.poll(async () => (await waiting())[0]?.next_try_at).toBe(app.clock.now() + lease);
		const post = createPost();
		const other = sender(post.mailer);
		await other.deliver();
		app.clock.advance(lease - 1);
		await other.deliver();
		expect(post.sent).toEqual([]);
		app.clock.advance(1);
		await other.deliver();
		expect(post.sent).toHaveLength(1);
		expect(await waiting()).toEqual([]);
	});

	it('is sent once by many senders at once', async () => {
		for (let number = 0; number < 8; number += 1) await put(`${number}`);
		const post = createPost();
		const senders = Array.from({ length: 6 }, (_, index) =>
			sender(post.mailer, databaseName === 'PostgreSQL' && index % 2 === 1 ? database.open() : db),
		);
		for (let time = 0; time < 4; time += 1) await Promise.all(senders.map((each) => each.deliver()));
		expect(post.sent.map(({ text }) => text).toSorted()).toEqual(
			Array.from({ length: 8 }, (_, index) => `{"name":"${index}"}`),
		);
		expect(await waiting()).toEqual([]);
	});

	it('runs one round at a time', async () => {
		await put();
		const post = createPost();
		const release = post.hold();
		const sending = sender(post.mailer);
		const first = sending.deliver();
		await sending.deliver();
		release();
		await first;
		expect(post.sent).toHaveLength(1);
	});

	describe('while the mail server is down', () => {
		it('tries after 1, 5, 15 minutes and an hour, then hourly, and sends when it is back', async () => {
			const post = createPost();
			const sending = sender(post.mailer);
			await put();
			post.fail('connect ECONNREFUSED');
			await sending.deliver();
			for (const wait of [...retryAfter, hour, hour]) {
				app.clock.advance(wait - 1);
				await sending.deliver();
				const before = failures.length;
				app.clock.advance(1);
				await sending.deliver();
				expect(failures).toHaveLength(before + 1);
			}
			expect(failures.at(-1)).toMatchObject({ tries: 7, givenUp: false, problem: 'connect ECONNREFUSED' });
			post.fail(undefined);
			app.clock.advance(hour);
			await sending.deliver();
			expect(post.sent).toHaveLength(1);
			expect(await waiting()).toEqual([]);
		});

		it('gives up after three days, and says so', async () => {
			const post = createPost();
			const sending = sender(post.mailer);
			await put();
			post.fail('550 no such mailbox');
			for (let passed = 0; passed <= noticeLife; passed += hour) {
				await sending.deliver();
				app.clock.advance(hour);
			}
			await sending.deliver();
			expect(failures.at(-1)).toMatchObject({ event: 'client-password.made', givenUp: true });
			expect(await waiting()).toEqual([]);
			expect(JSON.stringify(failures)).not.toContain('Phone');
		});

		it('is asked once a round, not once for each that waits', async () => {
			const post = createPost();
			const sending = sender(post.mailer);
			for (let number = 0; number < 5; number += 1) await put();
			post.fail('connect ETIMEDOUT');
			await sending.deliver();
			expect(failures).toHaveLength(1);
		});
	});

	it('does not keep the others from being sent when one is refused again and again', async () => {
		const post = createPost();
		const refused = post.mailer.send;
		const mailer: Mailer = {
			async send(mail, stop) {
				if (mail.text.includes('bad')) throw new Error('550 refused');
				await refused(mail, stop);
			},
		};
		await put('bad');
		app.clock.advance(minute);
		await put('good');
		const sending = sender(mailer);
		await sending.deliver();
		await sending.deliver();
		expect(post.sent.map(({ text }) => text)).toEqual(['{"name":"good"}']);
	});

	it('breaks off at the end of the server, and is tried again after the next start', async () => {
		await put();
		const post = createPost();
		post.hold();
		const sending = sender(post.mailer);
		const round = sending.deliver();
		await expect.poll(async () => (await waiting())[0]?.next_try_at).toBe(app.clock.now() + lease);
		await sending.finish();
		await round;
		await sending.deliver();
		app.clock.advance(minute);
		const next = createPost();
		await sender(next.mailer).deliver();
		expect(next.sent).toHaveLength(1);
		expect(post.sent).toEqual([]);
	});

	it('is gone with its account', async () => {
		await put();
		await db.deleteFrom('accounts').where('id', '=', accountId).execute();
		expect(await waiting()).toEqual([]);
	});
});
