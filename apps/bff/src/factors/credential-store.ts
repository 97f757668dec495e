import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import type { Seal } from '../crypto/seal.ts';
import type { Queries } from '../storage/database.ts';
import { prepare } from '../storage/prepared.ts';
import type { CredentialsTable } from '../storage/tables.ts';

/** A method that is set up, with its secret still sealed. */
export interface StoredCredential {
	readonly id: string;
	readonly accountId: string;
	readonly personId: string;
	readonly kind: FactorKind;
	readonly name: string;
	readonly sealed: string;
	readonly version: number;
	readonly createdAt: number;
	readonly lastUsedAt: number | null;
	readonly preferred: boolean;
}

const toCredential = (row: CredentialsTable): StoredCredential => ({
	id: row.id,
	accountId: row.account_id,
	personId: row.person_id,
	kind: row.kind,
	name: row.name,
	sealed: row.sealed,
	version: row.version,
	createdAt: row.created_at,
	lastUsedAt: row.last_used_at,
	preferred: row.preferred === 1,
});

const place = (id: string) => `credentials.sealed ${id}`;

/** Where the secrets of verification methods are kept, sealed. */
export interface CredentialStore {
	/** Oldest first; recovery codes among them. */
	ofAccount(accountId: string, queries?: Queries): Promise<StoredCredential[]>;
	/** Whosever it is: for somebody who has not said who they are. */
	byLookup(lookup: string, queries?: Queries): Promise<StoredCredential | undefined>;
	open(credential: StoredCredential): unknown;
	insert(
		queries: Queries,
		credential: Pick<StoredCredential, 'id' | 'accountId' | 'personId' | 'kind' | 'name'> & Secret,
	): Promise<void>;
	/**
	 * Stores what a factor's verdict asks for, if nobody has changed the credential since it was read: compare and swap
	 * in one statement. False means that another answer won, and this one must be refused.
	 */
	swap(queries: Queries, credential: StoredCredential, next: unknown, at: number): Promise<boolean>;
	/** Puts a new secret in the place of the old one; false when there is no such credential any more. */
	replace(queries: Queries, accountId: string, id: string, secret: Secret): Promise<boolean>;
	/** False when there is no such credential any more; so with the next two. */
	remove(queries: Queries, accountId: string, id: string): Promise<boolean>;
	rename(queries: Queries, accountId: string, id: string, name: string): Promise<boolean>;
	/** Makes it the one of its person's that is shown first. */
	prefer(queries: Queries, accountId: string, personId: string, id: string): Promise<boolean>;
	/** Removes what is one person's: all of it, or what is of one kind. */
	removeOfPerson(queries: Queries, accountId: string, personId: string, kind?: FactorKind): Promise<void>;
}

/** What is sealed, by what it is looked up (if by anything), and when it was made. */
interface Secret {
	readonly secret: unknown;
	readonly lookup: string | null;
	/** Milliseconds since the epoch. */
	readonly at: number;
}

export const createCredentialStore = (db: Queries, seal: Seal): CredentialStore => {
	const ofAccount = prepare(
		(accountId: string) =>
			db.selectFrom('credentials').where('account_id', '=', accountId).selectAll().orderBy('created_at').orderBy('id'),
		1,
	);
	const swap = prepare(
		(id: string, version: number, sealed: string, nextVersion: number, at: number) =>
			db
				.updateTable('credentials')
				.set({ sealed, version: nextVersion, last_used_at: at })
				.where('id', '=', id)
				.where('version', '=', version)
				.returning('id'),
		5,
	);
	const byLookup = prepare(
		(lookup: string) => db.selectFrom('credentials').where('lookup', '=', lookup).selectAll(),
		1,
	);
	return {
		async byLookup(lookup, queries = db) {
			const [row] = await byLookup(queries, lookup);
			return row === undefined ? undefined : toCredential(row);
		},
		ofAccount: async (accountId, queries = db) => (await ofAccount(queries, accountId)).map(toCredential),
		open: (credential) => seal.open(place(credential.id), credential.sealed),
		async insert(queries, { id, accountId, personId, kind, name, secret, lookup, at }) {
			await queries
				.insertInto('credentials')
				.values({
					id,
					account_id: accountId,
					person_id: personId,
					kind,
					name,
					sealed: seal.close(place(id), secret),
					version: 1,
					created_at: at,
					last_used_at: null,
					preferred: 0,
					lookup,
				})
				.execute();
		},
		async swap(queries, { id, version }, next, at) {
			const swapped = await swap(queries, id, version, seal.close(place(id), next), version + 1, at);
			return swapped.length === 1;
		},
		async replace(queries, accountId, id, { secret, lookup, at }) {
			const result = await queries
				.updateTable('credentials')
				.set((each) => ({
					sealed: seal.close(place(id), secret),
					lookup,
					version: each('version', '+', 1),
					created_at: at,
					last_used_at: null,
				}))
				.where('id', '=', id)
				.where('account_id', '=', accountId)
				.executeTakeFirst();
			return result.numUpdatedRows === 1n;
		},
		async remove(queries, accountId, id) {
			const result = await queries
				.deleteFrom('credentials')
				.where('id', '=', id)
				.where('account_id', '=', accountId)
				.executeTakeFirst();
			return result.numDeletedRows === 1n;
		},
		async rename(queries, accountId, id, name) {
			const result = await queries
				.updateTable('credentials')
				.set({ name })
				.where('id', '=', id)
				.where('account_id', '=', accountId)
				.executeTakeFirst();
			return result.numUpdatedRows === 1n;
		},
		async prefer(queries, accountId, personId, id) {
			const ofPerson = queries
				.updateTable('credentials')
				.where('account_id', '=', accountId)
				.where('person_id', '=', personId);
			await ofPerson.set({ preferred: 0 }).execute();
			const result = await ofPerson.set({ preferred: 1 }).where('id', '=', id).executeTakeFirst();
			return result.numUpdatedRows === 1n;
		},
		async removeOfPerson(queries, accountId, personId, kind) {
			await queries
				.deleteFrom('credentials')
				.where('account_id', '=', accountId)
				.where('person_id', '=', personId)
				.$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'recovery'))
				.execute();
		},
	};
};
