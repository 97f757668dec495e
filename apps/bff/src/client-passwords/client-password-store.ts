import type { Queries } from '../storage/database.ts';
import { prepare } from '../storage/prepared.ts';
import type { ClientPasswordsTable } from '../storage/tables.ts';

export type MailProtocol = NonNullable<ClientPasswordsTable['last_used_protocol']>;

/** A client password as it is kept: the secret is not among it. */
export interface StoredClientPassword {
	readonly id: string;
	readonly accountId: string;
	readonly slot: number;
	readonly name: string;
	readonly createdAt: number;
	readonly lastUsed: { readonly at: number; readonly protocol: MailProtocol; readonly address: string } | null;
}

/** What a mail login needs to know of the account a client password belongs to. */
export interface ClientPasswordOwner {
	readonly id: string;
	readonly accountId: string;
	readonly accountAddress: string;
	readonly accountDisabled: boolean;
	/** As stored, for the final comparison in constant time. */
	readonly fingerprint: string;
}

const toClientPassword = (row: ClientPasswordsTable): StoredClientPassword => ({
	id: row.id,
	accountId: row.account_id,
	slot: row.slot,
	name: row.name,
	createdAt: row.created_at,
	lastUsed:
		row.last_used_at === null || row.last_used_protocol === null
			? null
			: { at: row.last_used_at, protocol: row.last_used_protocol, address: row.last_used_address ?? '' },
});

/** A use to be noted. */
export interface ClientPasswordUse {
	readonly id: string;
	/** Milliseconds since the epoch. */
	readonly at: number;
	readonly protocol: MailProtocol;
	readonly address: string;
}

/** Client passwords: looked up by a keyed hash of the secret, limited by numbered slots. */
export interface ClientPasswordStore {
	/** Oldest first. */
	ofAccount(accountId: string): Promise<StoredClientPassword[]>;
	byFingerprint(fingerprint: string): Promise<ClientPasswordOwner | undefined>;
	/** Throws a unique violation when the slot or the idempotency key is taken. */
	insert(row: Omit<ClientPasswordsTable, 'last_used_at' | 'last_used_protocol' | 'last_used_address'>): Promise<void>;
	/** Gives the password made under this key a new secret and name; undefined when there is none. */
	renew(
		accountId: string,
		idempotencyKey: string,
		fresh: Pick<ClientPasswordsTable, 'name' | 'fingerprint' | 'created_at'>,
	): Promise<StoredClientPassword | undefined>;
	/** False when it is not there, or not this account's. */
	remove(accountId: string, id: string): Promise<boolean>;
	noteUses(uses: readonly ClientPasswordUse[]): Promise<void>;
}

/** Mail logins are answered between two transactions, so none may take long. */
const usesATransaction = 500;

export const createClientPasswordStore = (db: Queries): ClientPasswordStore => {
	const byFingerprint = prepare(
		(fingerprint: string) =>
			db
				.selectFrom('client_passwords')
				.innerJoin('accounts', 'accounts.id', 'client_passwords.account_id')
				.where('client_passwords.fingerprint', '=', fingerprint)
				.select([
					'client_passwords.id',
					'client_passwords.account_id',
					'client_passwords.fingerprint',
					'accounts.address',
					'accounts.disabled_at',
				]),
		1,
	);
	const noteUse = prepare(
		(id: string, at: number, protocol: MailProtocol, address: string) =>
			db
				.updateTable('client_passwords')
				.set({ last_used_at: at, last_used_protocol: protocol, last_used_address: address })
				.where('id', '=', id),
		4,
	);
	return {
		async ofAccount(accountId) {
			const rows = await db
				.selectFrom('client_passwords')
				.where('account_id', '=', accountId)
				.selectAll()
				.orderBy('created_at')
				.orderBy('slot')
				.execute();
			return rows.map(toClientPassword);
		},
		async byFingerprint(fingerprint) {
			const [row] = await byFingerprint(db, fingerprint);
			if (row === undefined) return undefined;
			return {
				id: row.id,
				accountId: row.account_id,
				accountAddress: row.address,
				accountDisabled: row.disabled_at !== null,
				fingerprint: row.fingerprint,
			};
		},
		async insert(row) {
			await db
				.insertInto('client_passwords')
				.values({ ...row, last_used_at: null, last_used_protocol: null, last_used_address: null })
				.execute();
		},
		async renew(accountId, idempotencyKey, fresh) {
			const row = await db
				.updateTable('client_passwords')
				.set({ ...fresh, last_used_at: null, last_used_protocol: null, last_used_address: null })
				.where('account_id', '=', accountId)
				.where('idempotency_key', '=', idempotencyKey)
				.returningAll()
				.executeTakeFirst();
			return row === undefined ? undefined : toClientPassword(row);
		},
		async remove(accountId, id) {
			const result = await db
				.deleteFrom('client_passwords')
				.where('account_id', '=', accountId)
				.where('id', '=', id)
				.executeTakeFirst();
			return result.numDeletedRows === 1n;
		},
		async noteUses(uses) {
			for (let from = 0; from < uses.length; from += usesATransaction) {
				const some = uses.slice(from, from + usesATransaction);
				await db.transaction().execute(async (transaction) => {
					for (const { id, at, protocol, address } of some) {
						await noteUse(transaction, id, at, protocol, address);
					}
				});
			}
		},
	};
};
