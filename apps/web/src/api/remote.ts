import { useSyncExternalStore } from 'react';
import { type Problem, problemOf } from './problem.ts';

/** Where one thing the server knows stands in this page. A known value outlives a failed attempt to learn it anew. */
export interface Snapshot<T> {
	readonly value: T | undefined;
	readonly problem: Problem | undefined;
}

/**
 * One value that the whole page shares and that is learned by one request: the session, the site. Lists and details use
 * `useRead` instead; these two are needed by the first screen, which has no room for a query library.
 */
export interface Remote<T> {
	readonly read: () => Snapshot<T>;
	readonly subscribe: (changed: () => void) => () => void;
	/** Asks the server again; never throws, a failure is in the snapshot. */
	readonly refresh: () => Promise<void>;
	/** Takes a value that came with another answer. */
	readonly set: (value: T) => void;
}

export const createRemote = <T>(load: () => Promise<T>): Remote<T> => {
	let snapshot: Snapshot<T> = { value: undefined, problem: undefined };
	// Counts what has been asked and told: an answer to an older question is not listened to, for what was asked before an
	// act does not know of it.
	let latest = 0;
	const changed = new Set<() => void>();

	const become = (next: Snapshot<T>) => {
		snapshot = next;
		for (const tell of changed) tell();
	};

	return {
		read: () => snapshot,
		subscribe: (tell) => {
			changed.add(tell);
			return () => changed.delete(tell);
		},
		refresh: async () => {
			latest += 1;
			const mine = latest;
			let next: Snapshot<T>;
			try {
				next = { value: await load(), problem: undefined };
			} catch (thrown) {
				next = { value: snapshot.value, problem: problemOf(thrown) };
			}
			if (mine === latest) become(next);
		},
		set: (value) => {
			latest += 1;
			become({ value, problem: undefined });
		},
	};
};

export const useRemote = <T>(remote: Remote<T>): Snapshot<T> =>
	useSyncExternalStore(remote.subscribe, remote.read, remote.read);
