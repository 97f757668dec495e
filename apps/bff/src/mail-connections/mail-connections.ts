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
/** Accounts looked at in one round. */
const round = 20;

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
	/** Looks after some of those that are due, one after the other; for a timer. At most one round runs at a time. */
	deliver(): Promise<void>;
	/** Resolves when the round under way has ended; none begins after it. */
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
		const rows = await db
			.selectFrom('connections_to_end')
			.innerJoin('accounts', 'accounts.id', 'connections_to_end.account_id')
			.where('connections_to_end.next_try_at', '<=', clock.now())
			.selectAll('connections_to_end')
			.select('accounts.address')
			.orderBy('connections_to_end.next_try_at')
			.limit(round)
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
	const postpone = async ({ accountId, nextTryAt }: Due, until: number, tries: number): Promise<boolean> => {
		const result = await db
			.updateTable('connections_to_end')
			.set({ next_try_at: until, tries })
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
		else await postpone(taken, now + (retryAfter[tries - 1] ?? 5 * minute), tries);
		onFailure({ accountId, tries, givenUp, problem });
	};

	/** False when it failed. */
	const end = async (found: Due, mailServer: MailServerConnections): Promise<boolean> => {
		const now = clock.now();
		if (found.tries === 0 && found.at + patience <= now) {
			// Put down while there was no mail server to tell.
			await remove(found);
			return true;
		}
		const taken = { ...found, nextTryAt: now + lease };
		if (!(await postpone(found, taken.nextTryAt, found.tries))) return true;
		const outcome = await mailServer.end(found.address);
		if (outcome.result === 'failed') {
			await failed(taken, outcome.why);
			return false;
		}
		if (now < found.at + stragglers) await postpone(taken, found.at + stragglers, found.tries);
		else await remove(taken);
		return true;
	};

	/** A failure ends the round: what it says of the mail server holds for the others too, and the next round is near. */
	const deliverRound = async (mailServer: MailServerConnections): Promise<void> => {
		for (const found of await due()) {
			if (finished || !(await end(found, mailServer))) return;
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
