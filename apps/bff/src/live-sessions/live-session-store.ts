import type { ClientInfo } from '../clients/client-info.ts';
import type { Queries } from '../storage/database.ts';

/** A browser that somebody is signed in with. Times are milliseconds since the epoch. */
export interface LiveSession {
	/** Stays the same while the session's token changes. */
	readonly familyId: string;
	readonly client: ClientInfo;
	readonly createdAt: number;
	readonly lastSeenAt: number;
}

/** Whose sessions; `alone` where the account is one person's. */
export interface Owner {
	readonly accountId: string;
	readonly personId: string;
	readonly alone: boolean;
}

/** A person's sessions, as the person sees them. */
export interface LiveSessionStore {
	/** Those that have not run out by `now` and were last seen after `seenAfter`; the latest first. */
	ofPerson(owner: Owner, now: number, seenAfter: number): Promise<LiveSession[]>;
	/** False when this person has no such session. */
	end(queries: Queries, owner: Owner, familyId: string): Promise<boolean>;
	/** Ends the person's sessions but one, those that have not passed their second step included; how many they were. */
	endOthers(queries: Queries, owner: Owner, familyId: string): Promise<number>;
}

export const createLiveSessionStore = (db: Queries): LiveSessionStore => ({
	async ofPerson({ accountId, personId }, now, seenAfter) {
		const rows = await db
			.selectFrom('sessions')
			.where('account_id', '=', accountId)
			.where('person_id', '=', personId)
			.where('state', '=', 'signed-in')
			.where('expires_at', '>', now)
			.where('last_seen_at', '>', seenAfter)
			.select(['family_id', 'browser', 'system', 'address', 'created_at', 'last_seen_at'])
			.orderBy('last_seen_at', 'desc')
			.orderBy('created_at', 'desc')
			.execute();
		return rows.map((row) => ({
			familyId: row.family_id,
			client: { browser: row.browser, system: row.system, address: row.address },
			createdAt: row.created_at,
			lastSeenAt: row.last_seen_at,
		}));
	},
	async end(queries, { accountId, personId }, familyId) {
		const result = await queries
			.deleteFrom('sessions')
			.where('account_id', '=', accountId)
			.where('person_id', '=', personId)
			.where('state', '=', 'signed-in')
			.where('family_id', '=', familyId)
			.executeTakeFirst();
		return result.numDeletedRows === 1n;
	},
	async endOthers(queries, { accountId, personId, alone }, familyId) {
		const result = await queries
			.deleteFrom('sessions')
			.where('account_id', '=', accountId)
			// Before its second step a session of a shared mailbox is nobody's in particular.
			.$if(!alone, (query) => query.where('person_id', '=', personId))
			.where('family_id', '!=', familyId)
			.executeTakeFirst();
		return Number(result.numDeletedRows);
	},
});
