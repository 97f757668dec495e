import type { ClientInfo } from '../clients/client-info.ts';
import type { Queries } from '../storage/database.ts';
import { prepare } from '../storage/prepared.ts';
import type { TrustedDevicesTable } from '../storage/tables.ts';

/** A browser that is trusted; times in milliseconds since the epoch. */
export interface StoredTrustedDevice {
	readonly id: string;
	readonly accountId: string;
	readonly personId: string;
	/** SHA-256 of the token that counts now. */
	readonly tokenHash: string;
	readonly client: ClientInfo;
	readonly createdAt: number;
	readonly lastUsedAt: number;
	readonly expiresAt: number;
}

const toDevice = (row: TrustedDevicesTable): StoredTrustedDevice => ({
	id: row.id,
	accountId: row.account_id,
	personId: row.person_id,
	tokenHash: row.token_hash,
	client: { browser: row.browser, system: row.system, address: row.address },
	createdAt: row.created_at,
	lastUsedAt: row.last_used_at,
	expiresAt: row.expires_at,
});

/** Trusted devices: each a series of tokens, of which the newest counts. */
export interface TrustedDeviceStore {
	byId(id: string): Promise<StoredTrustedDevice | undefined>;
	/** The one used last first. */
	ofPerson(queries: Queries, accountId: string, personId: string): Promise<StoredTrustedDevice[]>;
	insert(queries: Queries, device: StoredTrustedDevice): Promise<void>;
	/** Puts the next token in the place of `device`'s, in one statement; false when that one counts no more. */
	rotate(
		queries: Queries,
		device: StoredTrustedDevice,
		next: { tokenHash: string; client: ClientInfo; at: number },
	): Promise<boolean>;
	/** False when there is no such device of this person. */
	remove(queries: Queries, accountId: string, personId: string, id: string): Promise<boolean>;
	/** All of an account, or of one person of it; returns how many. */
	removeAll(queries: Queries, accountId: string, personId?: string): Promise<number>;
	/** Deletes what has expired. */
	sweep(now: number): Promise<void>;
}

export const createTrustedDeviceStore = (db: Queries): TrustedDeviceStore => {
	const byId = prepare((id: string) => db.selectFrom('trusted_devices').where('id', '=', id).selectAll(), 1);
	return {
		async byId(id) {
			const [row] = await byId(db, id);
			return row === undefined ? undefined : toDevice(row);
		},
		async ofPerson(queries, accountId, personId) {
			const rows = await queries
				.selectFrom('trusted_devices')
				.where('account_id', '=', accountId)
				.where('person_id', '=', personId)
				.selectAll()
				.orderBy('last_used_at', 'desc')
				.orderBy('id')
				.execute();
			return rows.map(toDevice);
		},
		async insert(queries, { id, accountId, personId, tokenHash, client, createdAt, lastUsedAt, expiresAt }) {
			await queries
				.insertInto('trusted_devices')
				.values({
					id,
					account_id: accountId,
					person_id: personId,
					token_hash: tokenHash,
					...client,
					created_at: createdAt,
					last_used_at: lastUsedAt,
					expires_at: expiresAt,
				})
				.execute();
		},
		async rotate(queries, { id, tokenHash }, next) {
			const result = await queries
				.updateTable('trusted_devices')
				.set({ token_hash: next.tokenHash, ...next.client, last_used_at: next.at })
				.where('id', '=', id)
				.where('token_hash', '=', tokenHash)
				.executeTakeFirst();
			return result.numUpdatedRows === 1n;
		},
		async remove(queries, accountId, personId, id) {
			const result = await queries
				.deleteFrom('trusted_devices')
				.where('id', '=', id)
				.where('account_id', '=', accountId)
				.where('person_id', '=', personId)
				.executeTakeFirst();
			return result.numDeletedRows === 1n;
		},
		async removeAll(queries, accountId, personId) {
			const result = await queries
				.deleteFrom('trusted_devices')
				.where('account_id', '=', accountId)
				.$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
				.executeTakeFirst();
			return Number(result.numDeletedRows);
		},
		async sweep(now) {
			await db.deleteFrom('trusted_devices').where('expires_at', '<=', now).execute();
		},
	};
};
