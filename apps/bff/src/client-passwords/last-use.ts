import type { ClientPasswordUse, NotedUse, OnUses, UseStore } from './use-store.ts';

/** Notes the last use of client passwords off the path of the mail login, many at a time. */
export interface LastUse {
	note(use: ClientPasswordUse): void;
	/**
	 * Writes what has been noted, oldest first, as much of it as does not keep mail logins waiting. Rejects when the
	 * database does; what was not written is kept for the next time.
	 */
	flush(): Promise<void>;
	/** Whether there is more to write. */
	readonly waiting: boolean;
}

/**
 * Ten seconds' worth of writing, in some ten megabytes. Of more different ones the use is not noted this time; the login
 * is never held up, and the mail app will be back in a few minutes.
 */
const mostNoted = 20_000;

/**
 * Each costs the disk a page, more than a whole login. As many as this a second are 600,000 mail apps that look every
 * five minutes; in a rush the notes follow later.
 */
const mostWritten = 2000;

export const createLastUse = (
	store: UseStore,
	told: {
		/** Part of the transaction that writes them. */
		readonly onUses: OnUses;
		/** When they are written. */
		readonly noted: (uses: readonly NotedUse[]) => void;
	},
): LastUse => {
	const noted = new Map<string, ClientPasswordUse>();
	const keyOf = ({ id, protocol }: ClientPasswordUse) => `${id} ${protocol}`;
	return {
		get waiting() {
			return noted.size > 0;
		},
		note(use) {
			const key = keyOf(use);
			if (noted.size < mostNoted || noted.has(key)) noted.set(key, use);
		},
		async flush() {
			if (noted.size === 0) return;
			const writing = [...noted.values()].slice(0, mostWritten);
			for (const use of writing) noted.delete(keyOf(use));
			try {
				await store.note(writing, told);
			} catch (error) {
				for (const use of writing) if (!noted.has(keyOf(use))) noted.set(keyOf(use), use);
				throw error;
			}
		},
	};
};
