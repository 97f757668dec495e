import { sql } from 'kysely';
import type { Queries } from '../storage/database.ts';

/** Somebody of a shared mailbox, or somebody who is invited to one. */
export interface StoredPerson {
	readonly id: string;
	readonly name: string;
	/** Milliseconds since the epoch. */
	readonly createdAt: number;
	/** Null while there is no code for them to set up with. */
	readonly invitationExpiresAt: number | null;
	readonly methods: number;
	readonly clientPasswords: number;
	readonly lastUsedAt: number | null;
}

/** The people of shared mailboxes. */
export interface PeopleStore {
	/** Oldest first; those who are invited as well. */
	ofAccount(queries: Queries, accountId: string): Promise<StoredPerson[]>;
	insert(
		queries: Queries,
		person: {
			id: string;
			accountId: string;
			name: string;
			at: number;
			invitation?: { hash: string; expiresAt: number };
		},
	): Promise<void>;
	/** False when there is no such person of this account. */
	rename(queries: Queries, accountId: string, id: string, name: string): Promise<boolean>;
	/**
	 * Gives somebody who has lost everything a code to set up anew with. Where the account is one person's, this puts them
	 * on the list.
	 */
	reinvite(
		queries: Queries,
		person: { id: string; accountId: string; at: number; invitation: { hash: string; expiresAt: number } },
	): Promise<void>;
	/** Whose invitation this is, and until when it is good (milliseconds since the epoch). */
	invitedBy(
		queries: Queries,
		accountId: string,
		invitation: string,
	): Promise<{ id: string; expiresAt: number } | undefined>;
	/** The code is worth nothing any more; who never had anything set up is gone. */
	takeBack(queries: Queries, accountId: string, id: string): Promise<void>;
	/** The invitation has served. False when it had before, or was taken back. */
	join(queries: Queries, accountId: string, id: string): Promise<boolean>;
	/**
	 * Removes a person and all that is theirs, also what is remembered of client passwords they deleted: a mail app of theirs
	 * that goes on trying counts as a guess, and nobody who stays is told of it. What they did stays in the activity. False
	 * when there is no such person of this account.
	 */
	remove(queries: Queries, accountId: string, id: string): Promise<boolean>;
	/**
	 * The one person left turns two-factor off: from now on the mailbox is whoever's knows its password, whose things are
	 * the account's own. Invitations end.
	 */
	becomeFirst(queries: Queries, accountId: string, id: string): Promise<void>;
}

const ownTables = [
	'credentials',
	'client_passwords',
	'deleted_client_passwords',
	'stale_clients',
	'apple_profiles',
	'trusted_devices',
	'sessions',
	'scans',
] as const;

interface Named {
	readonly accountId: string;
	readonly id: string;
}

/** Whoever came in by an earlier code starts again with the new one, if it is theirs. */
const endSetUps = async (queries: Queries, { accountId, id }: Named): Promise<void> => {
	await queries
		.deleteFrom('sessions')
		.where('account_id', '=', accountId)
		.where('person_id', '=', id)
		.where('verified_with', '=', 'invitation')
		.execute();
};

const endInvitation = async (queries: Queries, { accountId, id }: Named): Promise<boolean> => {
	const result = await queries
		.updateTable('people')
		.set({ invitation: null, invitation_expires_at: null })
		.where('id', '=', id)
		.where('account_id', '=', accountId)
		.where('invitation', 'is not', null)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
};

const remove = async (queries: Queries, { accountId, id }: Named): Promise<boolean> => {
	const result = await queries
		.deleteFrom('people')
		.where('id', '=', id)
		.where('account_id', '=', accountId)
		.executeTakeFirst();
	if (result.numDeletedRows !== 1n) return false;
	for (const table of ownTables) {
		await queries.deleteFrom(table).where('account_id', '=', accountId).where('person_id', '=', id).execute();
	}
	return true;
};

export const createPeopleStore = (): PeopleStore => ({
	async ofAccount(queries, accountId) {
		const rows = await queries
			.selectFrom('people')
			.where('people.account_id', '=', accountId)
			.select((each) => {
				const methods = each
					.selectFrom('credentials')
					.whereRef('credentials.account_id', '=', 'people.account_id')
					.whereRef('credentials.person_id', '=', 'people.id')
					.where('credentials.kind', '!=', 'recovery');
				return [
					'people.id',
					'people.name',
					'people.created_at',
					'people.invitation_expires_at',
					methods.select((count) => count.fn.countAll<number | string>().as('n')).as('methods'),
					methods.select((count) => count.fn.max('credentials.last_used_at').as('at')).as('last_used_at'),
					each
						.selectFrom('client_passwords')
						.whereRef('client_passwords.account_id', '=', 'people.account_id')
						.whereRef('client_passwords.person_id', '=', 'people.id')
						.select((count) => count.fn.countAll<number | string>().as('n'))
						.as('client_passwords'),
				];
			})
			.orderBy('people.created_at')
			.orderBy('people.id')
			.execute();
		return rows.map((row) => ({
			id: row.id,
			name: row.name,
			createdAt: row.created_at,
			invitationExpiresAt: row.invitation_expires_at,
			methods: Number(row.methods),
			clientPasswords: Number(row.client_passwords),
			lastUsedAt: row.last_used_at === null ? null : Number(row.last_used_at),
		}));
	},
	async insert(queries, { id, accountId, name, at, invitation }) {
		await queries
			.insertInto('people')
			.values({
				id,
				account_id: accountId,
				name,
				created_at: at,
				invitation: invitation?.hash ?? null,
				invitation_expires_at: invitation?.expiresAt ?? null,
			})
			.execute();
	},
	async rename(queries, accountId, id, name) {
		const result = await queries
			.updateTable('people')
			.set({ name })
			.where('id', '=', id)
			.where('account_id', '=', accountId)
			.executeTakeFirst();
		return result.numUpdatedRows === 1n;
	},
	async reinvite(queries, { id, accountId, at, invitation }) {
		await endSetUps(queries, { accountId, id });
		const fresh = { invitation: invitation.hash, invitation_expires_at: invitation.expiresAt };
		await queries
			.insertInto('people')
			.values({ id, account_id: accountId, name: '', created_at: at, ...fresh })
			.onConflict((conflict) => conflict.column('id').doUpdateSet(fresh))
			.execute();
	},
	async takeBack(queries, accountId, id) {
		const methods = await queries
			.selectFrom('credentials')
			.where('account_id', '=', accountId)
			.where('person_id', '=', id)
			.select('id')
			.limit(1)
			.execute();
		const person = { accountId, id };
		if (methods.length === 0) await remove(queries, person);
		else {
			await endInvitation(queries, person);
			await endSetUps(queries, person);
		}
	},
	async invitedBy(queries, accountId, invitation) {
		const row = await queries
			.selectFrom('people')
			.where('account_id', '=', accountId)
			.where('invitation', '=', invitation)
			.select(['id', 'invitation_expires_at'])
			.executeTakeFirst();
		return row && { id: row.id, expiresAt: row.invitation_expires_at ?? 0 };
	},
	join: (queries, accountId, id) => endInvitation(queries, { accountId, id }),
	remove: (queries, accountId, id) => remove(queries, { accountId, id }),
	async becomeFirst(queries, accountId, id) {
		await queries.deleteFrom('people').where('account_id', '=', accountId).where('id', '!=', id).execute();
		if (id === accountId) return;
		await queries.updateTable('people').set({ id: accountId }).where('id', '=', id).execute();
		for (const table of ownTables) {
			await queries
				.updateTable(table)
				.set({ person_id: sql`account_id` })
				.where('account_id', '=', accountId)
				.where('person_id', '=', id)
				.execute();
		}
	},
});
