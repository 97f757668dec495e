import type { Database } from '../storage/database.ts';
import { type Clock, day, minute, second } from '../time/clock.ts';
import type { MailServerConnections } from './mail-server.ts';

/**
 * For how long whoever has taken an account has it to itself; if it dies, the others have it after that. Longer than mail
 * servers may take. Milliseconds.
 */
export const lease = 30 * second;
/** How long until the next try after the first failure, the second and so on; then the last of them again and again. */
export const retryAfter = [5 * second, 15 * second, 30 * second, minute, 5 * minute] as const;
/**
 * A login that was let in a moment before may reach its mail server only now, so the connections are ended a second time
 * this long afterwards. Milliseconds.
 */
export const stragglers = 10 * second;
/** What could not be done for so long is given up: a mail server that is away has lost its connections long since. */
export const patience = day;
/** Accounts whose mail servers are asked at the same time: one that is silent holds up no more than the rest of them. */
export const atOnce = 10;
/**
 * The furthest ahead that a next try can lie, for those that have not failed yet and for those that have; what lies further
 * was put down before the clock was set back. Servers whose clocks differ must not take each other's for that. Milliseconds.
 */
const furthest = { untried: 2 * lease, failed: Math.max(...retryAfter) + lease } as const;

/** A try that failed, for the log. */
export interface FailedEnd {
	readonly accountId: string;
	readonly tries: number;
	/** It will not be tried again. */
	readonly givenUp: boolean;
	readonly problem: string;
}

/** Ends the connections that `connections-to-end.ts` has put down. Several replicas may do so at once. */
export interface MailConnections {
	/**
	 * Looks after those that are due until none is left, or until it has taken as long as a lease; for a timer. At most one
	 * such round runs at a time.
	 */
	deliver(): Promise<void>;
	/** Resolves when those that mail servers are being asked about have been seen to; no others are taken up after it. */
	finish(): Promise<void>;
}

interface Due {
	readonly accountId: string;
	readonly address: string;
	/** When what let them in was taken away. */
	readonly at: number;
	readonly nextTryAt: number;
	readonly tries: number;
}

/** `server`: undefined where mail servers cannot be told; nothing is done then, and what was put down waits in vain. */
export const createMailConnections = (parts: {
	db: Database;
	server: MailServerConnections | undefined;
	clock: Clock;
	onFailure: (failure: FailedEnd) => void;
}): MailConnections => {
	const { db, server, clock, onFailure } = parts;
	let running: Promise<void> | undefined;
	let finished = false;

	const due = async (): Promise<Due[]> => {
		const now = clock.now();
		const rows = await db
			.selectFrom('connections_to_end')
			.innerJoin('accounts', 'accounts.id', 'connections_to_end.account_id')
			.where((is) =>
				is.or([
					is('next_try_at', '<=', now),
					is.and([is('tries', '=', 0), is('next_try_at', '>', now + furthest.untried)]),
					is('next_try_at', '>', now + furthest.failed),
				]),
			)
			.selectAll('connections_to_end')
			.select('accounts.address')
			.orderBy('connections_to_end.next_try_at')
			.limit(atOnce)
			.execute();
		return rows.map((row) => ({
			accountId: row.account_id,
			address: row.address,
			at: row.at,
			nextTryAt: row.next_try_at,
			tries: row.tries,
		}));
	};

	/** False when it is no longer as it was read: somebody else has it, or it has been put down anew meanwhile. */
	const postpone = async (
		{ accountId, nextTryAt }: Due,
		change: Pick<Due, 'at' | 'nextTryAt' | 'tries'>,
	): Promise<boolean> => {
		const result = await db
			.updateTable('connections_to_end')
			.set({ at: change.at, next_try_at: change.nextTryAt, tries: change.tries })
			.where('account_id', '=', accountId)
			.where('next_try_at', '=', nextTryAt)
			.executeTakeFirst();
		return result.numUpdatedRows === 1n;
	};
	const remove = async ({ accountId, nextTryAt }: Due): Promise<void> => {
		await db
			.deleteFrom('connections_to_end')
			.where('account_id', '=', accountId)
			.where('next_try_at', '=', nextTryAt)
			.execute();
	};

	const failed = async (taken: Due, problem: string): Promise<void> => {
		const { accountId, at } = taken;
		const tries = taken.tries + 1;
		const now = clock.now();
		const givenUp = at + patience <= now;
		if (givenUp) await remove(taken);
		else await postpone(taken, { at, nextTryAt: now + (retryAfter[tries - 1] ?? 5 * minute), tries });
		onFailure({ accountId, tries, givenUp, problem });
	};

	const end = async (found: Due, mailServer: MailServerConnections): Promise<void> => {
		const now = clock.now();
		// Put down while there was no mail server to tell.
		if (found.tries === 0 && found.at + patience <= now) return remove(found);
		// After the clock was set back, what counts from `at` would count from a time that is yet to come.
		const taken = { ...found, at: Math.min(found.at, now), nextTryAt: now + lease };
		if (!(await postpone(found, taken))) return;
		const outcome = await mailServer.end(found.address);
		if (outcome.result === 'failed') await failed(taken, outcome.why);
		else if (now < taken.at + stragglers) await postpone(taken, { ...taken, nextTryAt: taken.at + stragglers });
		else await remove(taken);
	};

	/** A failure is no reason to stop: where one of several mail servers is down, the others are told of everybody. */
	const deliverRound = async (mailServer: MailServerConnections): Promise<void> => {
		const until = clock.now() + lease;
		while (!finished && clock.now() < until) {
			const found = await due();
			if (found.length === 0) return;
			const ends = await Promise.allSettled(found.map((each) => end(each, mailServer)));
			const broken = ends.find((each) => each.status === 'rejected');
			if (broken !== undefined) throw broken.reason;
		}
	};

	return {
		async deliver() {
			if (server === undefined || running !== undefined || finished) return;
			running = deliverRound(server).finally(() => {
				running = undefined;
			});
			await running;
		},
		async finish() {
			finished = true;
			await running;
		},
	};
};
