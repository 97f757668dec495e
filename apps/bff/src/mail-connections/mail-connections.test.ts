import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../storage/database.ts';
import { onEachDatabase, type TestDatabase } from '../storage/test-databases.ts';
import { createSettableClock, type SettableClock } from '../testing/settable-clock.ts';
import { day, hour, minute, second } from '../time/clock.ts';
import { endConnections } from './connections-to-end.ts';
import { atOnce, createMailConnections, type FailedEnd, lease, retryAfter, stragglers } from './mail-connections.ts';
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
		await addAccounts(['lin', 'wang']);
	});

	const addAccounts = (names: readonly string[]) =>
		db
			.insertInto('accounts')
			.values(
				names.map((name) => ({
					id: name,
					address: `${name}@example.edu.cn`,
					name,
					kind: 'person' as const,
					administrator: 0,
					password_hash: null,
					disabled_at: null,
					created_at: clock.now(),
				})),
			)
			.execute();
	/** Accounts put down at the same moment; their addresses. */
	const putMany = async (count: number): Promise<string[]> => {
		const names = Array.from({ length: count }, (_, index) => `student${index}`);
		await addAccounts(names);
		await db.transaction().execute(async (transaction) => {
			for (const name of names) await endConnections(transaction, name, clock.now());
		});
		return names.map((name) => `${name}@example.edu.cn`);
	};

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

		it('are ended within a minute also when a thousand passwords end on the same day', async () => {
			// The attack: be one of those who are looked after last, and read on meanwhile.
			const addresses = await putMany(1000);
			const begun = clock.now();
			const toldAt = new Map<string, number>();
			const slow = {
				async end(address: string): Promise<EndOutcome> {
					clock.advance(10);
					if (!toldAt.has(address)) toldAt.set(address, clock.now() - begun);
					return { result: 'ended' };
				},
			};
			await createMailConnections({ db, server: slow, clock, onFailure: () => undefined }).deliver();
			expect([...toldAt.keys()].toSorted()).toEqual(addresses.toSorted());
			expect(Math.max(...toldAt.values())).toBeLessThan(minute);
		});

		it('are ended where they can be when one of two mail servers is dead, those of everybody', async () => {
			const addresses = await putMany(3 * atOnce);
			const living: string[] = [];
			const server = {
				async end(address: string): Promise<EndOutcome> {
					living.push(address);
					return { result: 'failed', why: 'the other one: no answer' };
				},
			};
			const mail = createMailConnections({ db, server, clock, onFailure: (failure) => failures.push(failure) });
			await mail.deliver();
			expect(living.toSorted()).toEqual(addresses.toSorted());
			expect(failures).toHaveLength(addresses.length);
		});

		it('are taken up for half a minute and no longer, so that what else is done every two seconds gets its turn', async () => {
			const addresses = await putMany(3 * atOnce);
			const told = new Set<string>();
			const silent = {
				async end(address: string): Promise<EndOutcome> {
					if (told.size % atOnce === 0) clock.advance(lease / 2);
					told.add(address);
					return { result: 'failed', why: 'no answer in time' };
				},
			};
			const mail = createMailConnections({ db, server: silent, clock, onFailure: () => undefined });
			await mail.deliver();
			expect(told.size).toBe(2 * atOnce);
			await mail.deliver();
			expect(told.size).toBe(addresses.length);
		});

		it('are ended though the clock was set back since, twice and no more', async () => {
			// The attack: a password is deleted while the clock is two hours fast, and then it is corrected.
			const server = createServer();
			clock.advance(2 * hour);
			await put();
			clock.advance(-2 * hour);
			const mail = connections(server);
			await mail.deliver();
			expect(server.told).toHaveLength(1);
			clock.advance(stragglers);
			await mail.deliver();
			expect([server.told.length, await waiting()]).toEqual([2, []]);
		});

		it('that could not be ended are tried again as ever though the clock was set back since', async () => {
			const server = createServer();
			server.answer({ result: 'failed', why: 'no answer' });
			await put();
			const mail = connections(server);
			await mail.deliver();
			clock.advance(-2 * hour);
			await mail.deliver();
			expect(server.told).toHaveLength(2);
			await mail.deliver();
			expect(server.told).toHaveLength(2);
			clock.advance(retryAfter[1]);
			server.answer({ result: 'ended' });
			await mail.deliver();
			expect(server.told).toHaveLength(3);
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

	it('ends with those it has begun with, and begins with no others', async () => {
		const server = createServer();
		await putMany(atOnce + 1);
		let answer: (outcome: EndOutcome) => void = () => undefined;
		server.answer(
			new Promise((resolve) => {
				answer = resolve;
			}),
		);
		const mail = connections(server);
		const delivery = mail.deliver();
		await expect.poll(() => server.told.length).toBe(atOnce);
		const finish = mail.finish();
		answer({ result: 'ended' });
		await Promise.all([delivery, finish]);
		await mail.deliver();
		expect(server.told).toHaveLength(atOnce);
	});
});
