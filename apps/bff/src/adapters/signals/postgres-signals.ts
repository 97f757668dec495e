import pg from 'pg';
import type { Signals } from '../../signals/signals.ts';
import { type Clock, second } from '../../time/clock.ts';
import { createInProcessSignals } from './in-process.ts';

const channel = 'mailward_signals';
/** How long a lost connection waits before it is made again, in milliseconds: the first time, and at the most. */
const patience = { first: second, longest: 30 * second };

/**
 * Signals between the processes that share a PostgreSQL server: LISTEN and NOTIFY on one connection of their own. While it
 * is down the processes tell their own listeners only; afterwards every listener looks for itself.
 */
export const createPostgresSignals = (
	url: string,
	{ clock, onFailure }: { clock: Clock; onFailure: (error: unknown) => void },
): Signals => {
	const local = createInProcessSignals();
	let client: pg.Client | undefined;
	let closed = false;

	const connect = async (): Promise<void> => {
		const fresh = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3 * second, keepAlive: true });
		fresh.on('notification', ({ payload }) => payload !== undefined && local.publish(payload));
		const lost = new Promise<void>((resolve) => {
			fresh.on('error', () => resolve());
			fresh.on('end', () => resolve());
		});
		await fresh.connect();
		await fresh.query(`listen ${channel}`);
		client = fresh;
		local.publishAll();
		if (closed) await fresh.end();
		await lost;
		client = undefined;
		await fresh.end().catch(() => undefined);
	};

	const stayConnected = async (): Promise<void> => {
		let wait = patience.first;
		while (!closed) {
			try {
				await connect();
				wait = patience.first;
			} catch (error) {
				onFailure(error);
				await clock.until(clock.now() + wait);
				wait = Math.min(2 * wait, patience.longest);
			}
		}
	};
	stayConnected().catch(onFailure);

	/** What the other processes are still to be told: one question at a time, with all that has come up meanwhile. */
	const untold = new Set<string>();
	let telling = false;
	const tellOthers = async (): Promise<void> => {
		if (telling) return;
		telling = true;
		while (untold.size > 0) {
			const topics = [...untold];
			untold.clear();
			// Comes back to this process as well, which costs one more look.
			await client
				?.query('select pg_notify($1, topic) from unnest($2::text[]) as topic', [channel, topics])
				.catch(onFailure);
		}
		telling = false;
	};

	return {
		publish(topic) {
			local.publish(topic);
			untold.add(topic);
			void tellOthers();
		},
		subscribe: local.subscribe,
		async close() {
			closed = true;
			await client?.end();
		},
	};
};
