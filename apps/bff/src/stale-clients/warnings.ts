import { LRUCache } from 'lru-cache';
import type { AccountStore } from '../accounts/account-store.ts';
import type { Activity } from '../activity/activity.ts';
import type { Database } from '../storage/database.ts';
import { type Clock, day, minute, toIso } from '../time/clock.ts';
import type { StoredStaleClient } from './stale-client-store.ts';
import type { Marks } from './verdict.ts';

/** How long a mail app has to be refused before its owner is told by mail, in ms: whoever mends it at once needs no letter. */
const patience = 30 * minute;

/** Not mended, or gone on since. */
const isOpen = ({ mendedAt, lastAt }: Pick<StoredStaleClient, 'mendedAt' | 'lastAt'>): boolean =>
	mendedAt === null || lastAt > mendedAt;

/** Has the owners told of mail apps that are refused for good; `activity` holds it to once a day. */
export const createWarnings = (parts: {
	db: Database;
	accounts: Pick<AccountStore, 'byId'>;
	activity: Pick<Activity, 'record'>;
	marks: Marks;
	clock: Clock;
}): { about(clients: readonly StoredStaleClient[]): Promise<void> } => {
	const { db, accounts, activity, marks, clock } = parts;
	/** Accounts that were told, so that most tries ask the database nothing. */
	const told = new LRUCache<string, number>({ max: 20_000 });

	const isDue = ({ accountId, reason, firstAt, ...client }: StoredStaleClient): boolean =>
		reason !== 'wrong' &&
		isOpen(client) &&
		client.lastAt - firstAt >= patience &&
		clock.now() - (told.get(accountId) ?? Number.NEGATIVE_INFINITY) >= day;

	const warn = async ({ accountId, personId, reason, name, protocol, ...client }: StoredStaleClient): Promise<void> => {
		if (reason === 'wrong') return;
		await db.transaction().execute(async (transaction) => {
			const account = await accounts.byId(accountId, transaction);
			// Without a second factor nothing is stale; and what was the web password may be none any more.
			if (account === undefined || account.disabled || !account.twoFactor) return;
			if (reason === 'web-password' && !marks.isCurrent(client.fingerprint, account)) return;
			await activity.record(transaction, {
				accountId,
				personId: personId ?? (account.kind === 'person' ? accountId : null),
				client: { browser: client.app, system: '', address: client.address },
				event: 'mail-app.stale',
				name,
				protocol,
				reason,
				since: toIso(client.firstAt),
			});
			told.set(accountId, clock.now());
		});
	};

	return {
		async about(clients) {
			for (const client of clients) if (isDue(client)) await warn(client);
		},
	};
};
