import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../storage/database.ts';
import { onEachDatabase, type TestDatabase } from '../storage/test-databases.ts';
import { createSettableClock, type SettableClock } from '../testing/settable-clock.ts';
import { day, second } from '../time/clock.ts';
import { endConnections } from './connections-to-end.ts';
import { createMailConnections, type FailedEnd, lease, retryAfter, stragglers } from './mail-connections.ts';
import type { EndOutcome } from './mail-server.ts';

/** A mail server that notes whom it was told of, and answers what it is told to. */
const createServer = () => {
	const told: string[] = [];
	let answer: EndOutcome | Promise<EndOutcome> = { result: 'ended' };
	return {
		told,
		answer(next: typeof answer) {
			answer = next;
		},
		async end(address: string) {
			told.push(address);
			return answer;
		},
	};
};

onEachDatabase((create) => {
	let db: Database;
	let database: TestDatabase;
	let clock: SettableClock;
	let failures: FailedEnd[];
	beforeEach(async () => {
		({ db, database } = await create());
		clock = createSettableClock();
		failures = [];
		for (const name of ['lin', 'wang']) {
			await db
				.insertInto('accounts')
				.values({
					id: name,
					address: `${name}@example.edu.cn`,
					name,
					kind: 'person',
					administrator: 0,
					password_hash: null,
					disabled_at: null,
					created_at: clock.now(),
				})
				.execute();
		}
	});

	const connections = (server: ReturnType<typeof createServer> | undefined, queries = db) =>
		createMailConnections({ db: queries, server, clock, onFailure: (failure) => failures.push(failure) });
	const put = (accountId = 'lin') => endConnections(db, accountId, clock.now());
	const waiting = () => db.selectFrom('connections_to_end').selectAll().execute();

	describe('connections of an account', () => {
		it('are ended at once, and again for a login that was on its way, and then no more', async () => {
			// The attack: sign in a moment before the password is deleted, and be connected a moment after.
			const server = createServer();
			const mail = connections(server);
			await put();
			await mail.deliver();
			expect(server.told).toEqual(['lin@example.edu.cn']);
			await mail.deliver();
			expect(server.told).toHaveLength(1);
			clock.advance(stragglers);
			await mail.deliver();
			expect(server.told).toHaveLength(2);
			clock.advance(day);
			await mail.deliver();
			expect(server.told).toHaveLength(2);
			expect(await waiting()).toEqual([]);
		});

		it('stay until what takes their right away is done: a transaction that fails ends none', async () => {
			const server = createServer();
			await db
				.transaction()
				.execute(async (transaction) => {
					await endConnections(transaction, 'lin', clock.now());
					throw new Error('not after all');
				})
				.catch(() => undefined);
			await connections(server).deliver();
			expect(server.told).toEqual([]);
		});

		it('are tried again with growing waits while the mail server is away, also after a restart', async () => {
			const server = createServer();
			server.answer({ result: 'failed', why: 'no answer' });
			await put();
			for (const wait of retryAfter) {
				// Each time another server of the installation.
				await connections(server, database.open()).deliver();
				clock.advance(wait - 1);
				await connections(server).deliver();
				clock.advance(1);
			}
			expect(failures.map(({ tries, givenUp }) => [tries, givenUp])).toEqual(
				retryAfter.map((_, index) => [index + 1, false]),
			);
			server.answer({ result: 'ended' });
			await connections(server).deliver();
			expect(server.told).toHaveLength(retryAfter.length + 1);
			expect(await waiting()).toEqual([]);
		});

		it('are given up after a day, and that is logged', async () => {
			const server = createServer();
			server.answer({ result: 'failed', why: 'HTTP 401' });
			await put();
			const mail = connections(server);
			await mail.deliver();
			clock.advance(day);
			await mail.deliver();
			expect(failures.at(-1)).toEqual({ accountId: 'lin', tries: 2, givenUp: true, problem: 'HTTP 401' });
			expect(await waiting()).toEqual([]);
		});

		it('put down again while the mail server is being asked are ended once more', async () => {
			// The race: a second password is deleted while the mail server looks for connections of the first.
			const server = createServer();
			let answer: (outcome: EndOutcome) => void = () => undefined;
			server.answer(
				new Promise((resolve) => {
					answer = resolve;
				}),
			);
			const mail = connections(server);
			clock.advance(stragglers);
			await put();
			const delivery = mail.deliver();
			await expect.poll(() => server.told.length).toBe(1);
			clock.advance(second);
			await put();
			answer({ result: 'ended' });
			await delivery;
			await mail.deliver();
			expect(server.told).toHaveLength(2);
		});

		it('are ended by one of several servers, and by another when that one dies', async () => {
			const [one, other] = [createServer(), createServer()];
			one.answer(new Promise(() => undefined));
			await put();
			void connections(one).deliver();
			await expect.poll(() => one.told.length).toBe(1);
			const second = connections(other, database.open());
			await second.deliver();
			expect(other.told).toEqual([]);
			clock.advance(lease);
			await second.deliver();
			expect(other.told).toEqual(['lin@example.edu.cn']);
		});

		it('of others are looked after in the next round when one failed', async () => {
			const server = createServer();
			await put('lin');
			clock.advance(1);
			await put('wang');
			server.answer({ result: 'failed', why: 'no answer' });
			const mail = connections(server);
			await mail.deliver();
			server.answer({ result: 'ended' });
			await mail.deliver();
			expect(server.told).toEqual(['lin@example.edu.cn', 'wang@example.edu.cn']);
		});

		it('put down when no mail server could be told are forgotten, quietly', async () => {
			await put();
			await connections(undefined).deliver();
			expect(await waiting()).toHaveLength(1);
			clock.advance(day);
			const server = createServer();
			await connections(server).deliver();
			expect([server.told, failures, await waiting()]).toEqual([[], [], []]);
		});

		it('go with their account', async () => {
			await put();
			await db.deleteFrom('accounts').where('id', '=', 'lin').execute();
			expect(await waiting()).toEqual([]);
		});
	});

	it('ends with the round under way, and begins no other', async () => {
		const server = createServer();
		await put('lin');
		await put('wang');
		let answer: (outcome: EndOutcome) => void = () => undefined;
		server.answer(
			new Promise((resolve) => {
				answer = resolve;
			}),
		);
		const mail = connections(server);
		const delivery = mail.deliver();
		await expect.poll(() => server.told.length).toBe(1);
		const finish = mail.finish();
		answer({ result: 'ended' });
		await Promise.all([delivery, finish]);
		await mail.deliver();
		expect(server.told).toHaveLength(1);
	});
});
