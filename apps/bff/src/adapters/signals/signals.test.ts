import { sql } from 'kysely';
import { describe, expect, inject, it } from 'vitest';
import type { Signals } from '../../signals/signals.ts';
import type { Database } from '../../storage/database.ts';
import { createEmptyDatabase } from '../../storage/test-databases.ts';
import { createSettableClock } from '../../testing/settable-clock.ts';
import { createInProcessSignals } from './in-process.ts';
import { createPostgresSignals } from './postgres-signals.ts';

/** Resolves when a topic is next told of. */
const heard = (signals: Signals, topic: string) =>
	new Promise<void>((resolve) => {
		const stop = signals.subscribe(topic, () => {
			stop();
			resolve();
		});
	});

describe('signals in one process', () => {
	it('reach every listener of their topic, at once, and no other', () => {
		const signals = createInProcessSignals();
		const told: string[] = [];
		const stop = signals.subscribe('one', () => told.push('first'));
		signals.subscribe('one', () => told.push('second'));
		signals.subscribe('other', () => told.push('other'));
		signals.publish('one');
		expect(told).toEqual(['first', 'second']);
		stop();
		stop();
		signals.publish('one');
		signals.publish('nobody listens');
		expect(told).toEqual(['first', 'second', 'second']);
		signals.publishAll();
		expect(told.toSorted()).toEqual(['first', 'other', 'second', 'second', 'second']);
	});

	it('may be listened to and left while they are told', () => {
		const signals = createInProcessSignals();
		let told = 0;
		const stop = signals.subscribe('one', () => {
			told += 1;
			stop();
			signals.subscribe('one', () => {
				told += 10;
			});
		});
		signals.publish('one');
		expect(told).toBe(1);
		signals.publish('one');
		expect(told).toBe(11);
		expect(signals.topics).toBe(1);
	});
});

describe.runIf('url' in inject('postgres'))('signals between processes that share a PostgreSQL', () => {
	const failures: unknown[] = [];
	const start = async (count: number) => {
		const database = await createEmptyDatabase.PostgreSQL();
		if (!('url' in database.place)) throw new Error('there is no address');
		const { url } = database.place;
		const all = Array.from({ length: count }, () =>
			createPostgresSignals(url, { clock: createSettableClock(), onFailure: (error) => failures.push(error) }),
		);
		// Each is told when its connection is there.
		await Promise.all(all.map((signals) => heard(signals, 'connected')));
		return { db: database.open(), all, stop: () => Promise.all(all.map((signals) => signals.close())) };
	};
	const listening = sql<string>`(query ilike 'listen%' or query like '%pg_notify%')
		and datname = current_database() and pid <> pg_backend_pid()`;
	const cutAll = (db: Database) =>
		sql`select pg_terminate_backend(pid) from pg_stat_activity where ${listening}`.execute(db);

	it('reach the listeners of all, and in the own process at once', async () => {
		const { all, stop } = await start(3);
		const [one] = all as [Signals];
		let told = false;
		one.subscribe('family', () => {
			told = true;
		});
		const everywhere = all.map((signals) => heard(signals, 'family'));
		one.publish('family');
		expect(told).toBe(true);
		await Promise.all(everywhere);
		await stop();
	});

	it('reach the others all, of a thousand that are told at once', async () => {
		const { all, stop } = await start(2);
		const [one, other] = all as [Signals, Signals];
		const topics = Array.from({ length: 1000 }, (_, index) => `family-${index}`);
		const everyOne = topics.map((topic) => heard(other, topic));
		for (const topic of topics) one.publish(topic);
		await Promise.all(everyOne);
		await stop();
	});

	it('tell every listener when a connection that was cut is there again, and go on', async () => {
		// A failover, or an administrator who ends connections: what was told meanwhile is lost, so everybody looks.
		const { all, db, stop } = await start(2);
		const [one, other] = all as [Signals, Signals];
		const woken = [heard(one, 'waits'), heard(other, 'waits too')];
		await cutAll(db);
		await Promise.all(woken);
		const across = heard(other, 'family');
		one.publish('family');
		await across;
		await stop();
	});

	it('tell the own listeners while there is no connection, and never throw', async () => {
		const { all, db, stop } = await start(1);
		const [one] = all as [Signals];
		await cutAll(db);
		const own = heard(one, 'family');
		one.publish('family');
		await own;
		await stop();
	});

	it('let go of their connections at the end, and make no new ones', async () => {
		const { all, db, stop } = await start(2);
		await stop();
		await Promise.all(all.map((signals) => signals.close()));
		const open = async () => (await sql`select pid from pg_stat_activity where ${listening}`.execute(db)).rows.length;
		while ((await open()) > 0);
		expect(await open()).toBe(0);
	});
});
