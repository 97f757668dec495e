import type { ProfileApp } from '@mailward/shared/mail-apps.ts';
import type { Owner, Wishes } from '../client-passwords/client-password-store.ts';
import { fromProtocolSet, toProtocolSet } from '../client-passwords/protocol-set.ts';
import { tokenHash } from '../crypto/fingerprint.ts';
import type { Queries } from '../storage/database.ts';
import type { AppleProfilesTable } from '../storage/tables.ts';

/** A link by which a device fetches its profile. Times are milliseconds since the epoch. */
export interface StoredProfileLink extends Owner {
	readonly id: string;
	/** The browser's session that made it. */
	readonly familyId: string;
	readonly app: ProfileApp;
	/** Of the client password that is made when it is fetched. */
	readonly wishes: Wishes;
	readonly idempotencyKey: string;
	readonly createdAt: number;
	readonly expiresAt: number;
	/** Used, taken back, or seen to be too late: for good, wherever the clock goes. */
	readonly over: boolean;
	/** The client password that was made when it was fetched. */
	readonly clientPasswordId: string | null;
}

/** Whose mail a link sets up. */
export interface LinkedAccount {
	readonly address: string;
	readonly name: string;
}

export interface AppleProfileStore {
	insert(
		queries: Queries,
		link: Omit<StoredProfileLink, 'over' | 'clientPasswordId'> & { readonly ticket: string },
	): Promise<void>;
	/** Undefined for one that is over. */
	byTicket(ticket: string): Promise<StoredProfileLink | undefined>;
	/** Undefined when it is not there, or not this person's. */
	find(owner: Owner, id: string): Promise<StoredProfileLink | undefined>;
	/**
	 * Whose mail it sets up, while the browser that made it is still signed in as the same person with a second factor;
	 * undefined once it is not.
	 */
	account(queries: Queries, link: StoredProfileLink, now: number): Promise<LinkedAccount | undefined>;
	/** Makes it over. False when it was already: of several at once one gets `true`. */
	end(queries: Queries, link: { readonly id: string }): Promise<boolean>;
	/** Ends a person's older links of the same intent, and all but the newest `others` of further intents. */
	endOlder(queries: Queries, owner: Owner, idempotencyKey: string, others: number): Promise<void>;
	noteFetched(queries: Queries, link: StoredProfileLink, clientPasswordId: string): Promise<void>;
	/** Deletes what expired before `time`. */
	sweep(time: number): Promise<void>;
}

const toLink = (row: AppleProfilesTable): StoredProfileLink => ({
	id: row.id,
	accountId: row.account_id,
	personId: row.person_id,
	familyId: row.family_id,
	app: row.app,
	wishes: {
		name: row.name,
		protocols: fromProtocolSet(row.protocols),
		expiresAt: row.password_expires_at,
	},
	idempotencyKey: row.idempotency_key,
	createdAt: row.created_at,
	expiresAt: row.expires_at,
	over: row.ticket_hash === row.id,
	clientPasswordId: row.client_password_id,
});

export const createAppleProfileStore = (db: Queries): AppleProfileStore => {
	const open = (queries: Queries, { accountId, personId }: Owner) =>
		queries
			.selectFrom('apple_profiles')
			.where('account_id', '=', accountId)
			.where('person_id', '=', personId)
			.whereRef('ticket_hash', '!=', 'id');
	const end: AppleProfileStore['end'] = async (queries, { id }) => {
		const result = await queries
			.updateTable('apple_profiles')
			// No ticket has this for its hash.
			.set((each) => ({ ticket_hash: each.ref('id') }))
			.where('id', '=', id)
			.whereRef('ticket_hash', '!=', 'id')
			.executeTakeFirst();
		return result.numUpdatedRows === 1n;
	};

	return {
		async insert(queries, { ticket, ...link }) {
			await queries
				.insertInto('apple_profiles')
				.values({
					id: link.id,
					ticket_hash: tokenHash(ticket),
					account_id: link.accountId,
					person_id: link.personId,
					family_id: link.familyId,
					app: link.app,
					name: link.wishes.name,
					protocols: toProtocolSet(link.wishes.protocols),
					password_expires_at: link.wishes.expiresAt,
					idempotency_key: link.idempotencyKey,
					created_at: link.createdAt,
					expires_at: link.expiresAt,
					client_password_id: null,
				})
				.execute();
		},
		async byTicket(ticket) {
			const row = await db
				.selectFrom('apple_profiles')
				.where('ticket_hash', '=', tokenHash(ticket))
				.selectAll()
				.executeTakeFirst();
			return row && toLink(row);
		},
		async find({ accountId, personId }, id) {
			const row = await db
				.selectFrom('apple_profiles')
				.where('id', '=', id)
				.where('account_id', '=', accountId)
				.where('person_id', '=', personId)
				.selectAll()
				.executeTakeFirst();
			return row && toLink(row);
		},
		account: (queries, { familyId, accountId, personId }, now) =>
			queries
				.selectFrom('sessions')
				.innerJoin('accounts', 'accounts.id', 'sessions.account_id')
				.where('sessions.family_id', '=', familyId)
				.where('sessions.account_id', '=', accountId)
				.where('sessions.person_id', '=', personId)
				.where('sessions.state', '=', 'signed-in')
				.where('sessions.verified_with', 'in', ['factor', 'recovery'])
				.where('sessions.expires_at', '>', now)
				.where('accounts.disabled_at', 'is', null)
				.where((each) =>
					each.exists(
						each
							.selectFrom('credentials')
							.whereRef('credentials.account_id', '=', 'sessions.account_id')
							.whereRef('credentials.person_id', '=', 'sessions.person_id')
							.where('credentials.kind', '!=', 'recovery')
							.select('credentials.id'),
					),
				)
				.select(['accounts.address', 'accounts.name'])
				.executeTakeFirst(),
		end,
		async endOlder(queries, owner, idempotencyKey, others) {
			const rows = await open(queries, owner)
				.select(['id', 'idempotency_key'])
				.orderBy('created_at', 'desc')
				.orderBy('id')
				.execute();
			const further = rows.filter((row) => row.idempotency_key !== idempotencyKey);
			const older = rows.filter((row) => row.idempotency_key === idempotencyKey);
			for (const row of [...older, ...further.slice(others)]) await end(queries, row);
		},
		async noteFetched(queries, { id }, clientPasswordId) {
			await queries
				.updateTable('apple_profiles')
				.set({ client_password_id: clientPasswordId })
				.where('id', '=', id)
				.execute();
		},
		async sweep(time) {
			await db.deleteFrom('apple_profiles').where('expires_at', '<=', time).execute();
		},
	};
};
