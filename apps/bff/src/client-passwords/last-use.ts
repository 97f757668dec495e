import type { ClientPasswordStore, ClientPasswordUse } from './client-password-store.ts';

/** Notes the last use of client passwords off the path of the mail login, many at a time. */
export interface LastUse {
	note(use: ClientPasswordUse): void;
	/** Writes what has been noted. Rejects when the database does; what was not written is kept for the next time. */
	flush(): Promise<void>;
}

/** More than this many different ones between two writes: the newest uses of the rest are dropped, never the login. */
const mostNoted = 100_000;

export const createLastUse = (store: ClientPasswordStore): LastUse => {
	let noted = new Map<string, ClientPasswordUse>();
	return {
		note(use) {
			if (noted.size < mostNoted || noted.has(use.id)) noted.set(use.id, use);
		},
		async flush() {
			if (noted.size === 0) return;
			const writing = noted;
			noted = new Map();
			try {
				await store.noteUses([...writing.values()]);
			} catch (error) {
				for (const use of writing.values()) if (!noted.has(use.id)) noted.set(use.id, use);
				throw error;
			}
		},
	};
};
