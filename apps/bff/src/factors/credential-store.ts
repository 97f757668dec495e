import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import type { Seal } from '../crypto/seal.ts';
import type { Queries } from '../storage/database.ts';
import { prepare } from '../storage/prepared.ts';
import type { CredentialsTable } from '../storage/tables.ts';

/** A method that is set up, with its secret still sealed. */
export interface StoredCredential {
	readonly id: string;
	readonly accountId: string;
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
	/** Oldest first. */
	ofAccount(accountId: string, queries?: Queries): Promise<StoredCredential[]>;
	open(credential: StoredCredential): unknown;
	insert(
		queries: Queries,
		credential: { id: string; accountId: string; kind: FactorKind; name: string; secret: unknown; at: number },
	): Promise<void>;
	/**
	 * Stores what a factor's verdict asks for, if nobody has changed the credential since it was read: compare and swap
	 * in one statement. False means that another answer won, and this one must be refused.
	 */
	swap(queries: Queries, credential: StoredCredential, next: unknown, at: number): Promise<boolean>;
	/** Puts a new secret in the place of the old one; false when there is no such credential any more. */
	replace(queries: Queries, accountId: string, id: string, secret: unknown, at: number): Promise<boolean>;
	remove(queries: Queries, accountId: string, id: string): Promise<boolean>;
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
	return {
		ofAccount: async (accountId, queries = db) => (await ofAccount(queries, accountId)).map(toCredential),
		open: (credential) => seal.open(place(credential.id), credential.sealed),
		async insert(queries, { id, accountId, kind, name, secret, at }) {
			await queries
				.insertInto('credentials')
				.values({
					id,
					account_id: accountId,
					kind,
					name,
					sealed: seal.close(place(id), secret),
					version: 1,
					created_at: at,
					last_used_at: null,
					preferred: 0,
				})
				.execute();
		},
		async swap(queries, { id, version }, next, at) {
			const swapped = await swap(queries, id, version, seal.close(place(id), next), version + 1, at);
			return swapped.length === 1;
		},
		async replace(queries, accountId, id, secret, at) {
			const result = await queries
				.updateTable('credentials')
				.set((each) => ({
					sealed: seal.close(place(id), secret),
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
	};
};
