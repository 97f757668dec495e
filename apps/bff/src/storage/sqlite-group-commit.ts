import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers';

/** The transaction that writes share. */
interface Group {
	/** Resolves when it is on the disk. */
	readonly written: Promise<void>;
	resolve(): void;
	reject(error: unknown): void;
	/** Whether it holds a write that somebody waits for. */
	empty: boolean;
}

const newGroup = (): Group => {
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	// Whoever waits hears of a failure; it must not end the process where nobody waits any more.
	promise.catch(() => undefined);
	return { written: promise, resolve, reject, empty: true };
};

/**
 * Many small writes, one flush to the disk. A flush takes as long as dozens of statements, so the writes of all requests
 * that are served at the same moment share one SQLite transaction, each as a savepoint of its own; none of them is
 * reported as done before that transaction is on the disk. What one rolls back leaves the others alone; when the shared
 * transaction fails, all of them do.
 *
 * Reads see what is still on its way to the disk. Nobody has been told that it is done, so a power cut that takes it back
 * breaks no promise.
 *
 * One savepoint is open at a time: who wants the next waits in a queue.
 */
export interface GroupCommit {
	/** Runs a statement that changes nothing, outside of every savepoint. */
	read<Result>(statement: () => Result): Promise<Result>;
	/** Runs one statement that changes something; resolves when that is on the disk. */
	write<Result>(statement: () => Result): Promise<Result>;
	/** Runs a statement that must not share a transaction (a pragma, `vacuum`). */
	alone<Result>(statement: () => Result): Promise<Result>;
	/** Opens a savepoint. Rejects when another process holds the write lock for too long. */
	begin(): Promise<void>;
	/** Closes it; resolves when it is on the disk. */
	commit(): Promise<void>;
	rollback(): void;
	/** Writes to the disk what has not been yet. */
	flush(): void;
}

export const createGroupCommit = (database: DatabaseSync): GroupCommit => {
	let group: Group | undefined;
	let occupied = false;
	const queue: (() => void)[] = [];
	let flushDue = false;

	const end = (error: unknown): void => {
		const ended = group;
		group = undefined;
		flushDue = false;
		if (error === undefined) ended?.resolve();
		else ended?.reject(error);
	};
	const flush = (): void => {
		if (group === undefined) return;
		try {
			database.exec('commit');
			end(undefined);
		} catch (error) {
			if (database.isTransaction) database.exec('rollback');
			end(error);
		}
	};
	/** Once all requests that have arrived so far have been served, as far as they go without the disk. */
	const flushSoon = (): void => {
		setImmediate(() => {
			if (occupied) flushDue = true;
			else flush();
		});
	};
	const join = (): void => {
		if (group !== undefined) return;
		// Immediate: one that reads first and writes later fails as soon as another process writes in between.
		database.exec('begin immediate');
		group = newGroup();
		flushSoon();
	};
	const joined = (): Promise<void> | undefined => {
		if (group !== undefined) group.empty = false;
		return group?.written;
	};
	/** After a write that failed. */
	const clearUp = (error: unknown): void => {
		// Some failures (a full disk) make SQLite give up the shared transaction by itself: nobody's writes are there then.
		if (!database.isTransaction) end(error);
		// One that holds nothing must not keep other processes from writing.
		else if (group?.empty) flush();
	};
	const undo = (error: unknown): void => {
		if (database.isTransaction) database.exec('rollback to own; release own');
		clearUp(error);
	};

	const occupy = async (): Promise<void> => {
		if (occupied) await new Promise<void>((resolve) => queue.push(resolve));
		occupied = true;
	};
	const leave = (): void => {
		if (flushDue) flush();
		const next = queue.shift();
		if (next === undefined) occupied = false;
		else next();
	};
	const between = async <Result>(statement: () => Result): Promise<Result> => {
		if (!occupied) return statement();
		await occupy();
		try {
			return statement();
		} finally {
			leave();
		}
	};

	return {
		read: between,
		async write(statement) {
			let written: Promise<void> | undefined;
			const result = await between(() => {
				join();
				try {
					const changed = statement();
					written = joined();
					return changed;
				} catch (error) {
					clearUp(error);
					throw error;
				}
			});
			await written;
			return result;
		},
		alone: (statement) =>
			between(() => {
				flush();
				return statement();
			}),
		async begin() {
			await occupy();
			try {
				join();
				database.exec('savepoint own');
			} catch (error) {
				leave();
				throw error;
			}
		},
		async commit() {
			let written: Promise<void> | undefined;
			try {
				database.exec('release own');
				written = joined();
			} catch (error) {
				undo(error);
				throw error;
			} finally {
				leave();
			}
			await written;
		},
		rollback() {
			try {
				undo(new Error('SQLite gave up the transaction'));
			} finally {
				leave();
			}
		},
		flush,
	};
};
