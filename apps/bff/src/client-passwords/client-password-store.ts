import { networkOf } from '../attempts/network.ts';
import type { Queries } from '../storage/database.ts';
import { prepare } from '../storage/prepared.ts';
import type { ClientPasswordsTable } from '../storage/tables.ts';

export type MailProtocol = NonNullable<ClientPasswordsTable['last_used_protocol']>;

/** Whose a client password is. */
export interface Owner {
	readonly accountId: string;
	readonly personId: string;
}

/** A client password as it is kept: the secret is not among it. */
export interface StoredClientPassword {
	readonly id: string;
	readonly accountId: string;
	readonly personId: string;
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
	personId: row.person_id,
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

/** Part of the transaction that notes the use. */
export type OnMove = (
	queries: Queries,
	password: { readonly accountId: string; readonly personId: string; readonly name: string },
	use: ClientPasswordUse,
) => Promise<void>;

/** Client passwords: looked up by a keyed hash of the secret, limited by numbered slots. */
export interface ClientPasswordStore {
	/** One person's, oldest first. */
	ofPerson(owner: Owner, queries?: Queries): Promise<StoredClientPassword[]>;
	byFingerprint(fingerprint: string): Promise<ClientPasswordOwner | undefined>;
	/** Throws a unique violation when the slot or the idempotency key is taken. */
	insert(
		queries: Queries,
		row: Omit<ClientPasswordsTable, 'last_used_at' | 'last_used_protocol' | 'last_used_address'>,
	): Promise<void>;
	/** Gives the password made under this key a new secret and name; undefined when there is none. */
	renew(
		queries: Queries,
		owner: Owner,
		idempotencyKey: string,
		fresh: Pick<ClientPasswordsTable, 'name' | 'fingerprint' | 'created_at'>,
	): Promise<StoredClientPassword | undefined>;
	/** Its name; undefined when it is not there, or not this person's. */
	remove(queries: Queries, owner: Owner, id: string): Promise<string | undefined>;
	/** `onMove` is told of each that was never used before, or last from another network. */
	noteUses(uses: readonly ClientPasswordUse[], onMove: OnMove): Promise<void>;
}

/** Where each of these was used last, and whose it is. */
const lastPlaces = async (queries: Queries, ids: readonly string[]) => {
	const rows = await queries
		.selectFrom('client_passwords')
		.where('id', 'in', ids)
		.select(['id', 'account_id', 'person_id', 'name', 'last_used_address'])
		.execute();
	return new Map(
		rows.map((row) => [
			row.id,
			{ accountId: row.account_id, personId: row.person_id, name: row.name, lastAddress: row.last_used_address },
		]),
	);
};

/** Mail logins are answered between two transactions, so none may take long. */
const usesATransaction = 100;

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
		async ofPerson({ accountId, personId }, queries = db) {
			const rows = await queries
				.selectFrom('client_passwords')
				.where('account_id', '=', accountId)
				.where('person_id', '=', personId)
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
		async insert(queries, row) {
			await queries
				.insertInto('client_passwords')
				.values({ ...row, last_used_at: null, last_used_protocol: null, last_used_address: null })
				.execute();
		},
		async renew(queries, { accountId, personId }, idempotencyKey, fresh) {
			const row = await queries
				.updateTable('client_passwords')
				.set({ ...fresh, last_used_at: null, last_used_protocol: null, last_used_address: null })
				.where('account_id', '=', accountId)
				.where('person_id', '=', personId)
				.where('idempotency_key', '=', idempotencyKey)
				.returningAll()
				.executeTakeFirst();
			return row === undefined ? undefined : toClientPassword(row);
		},
		async remove(queries, { accountId, personId }, id) {
			const row = await queries
				.deleteFrom('client_passwords')
				.where('account_id', '=', accountId)
				.where('person_id', '=', personId)
				.where('id', '=', id)
				.returning('name')
				.executeTakeFirst();
			return row?.name;
		},
		async noteUses(uses, onMove) {
			for (let from = 0; from < uses.length; from += usesATransaction) {
				const some = uses.slice(from, from + usesATransaction);
				await db.transaction().execute(async (transaction) => {
					const before = await lastPlaces(
						transaction,
						some.map(({ id }) => id),
					);
					for (const use of some) {
						const { id, at, protocol, address } = use;
						await noteUse(transaction, id, at, protocol, address);
						const password = before.get(id);
						if (password === undefined) continue;
						const { lastAddress } = password;
						if (lastAddress === null || networkOf(lastAddress) !== networkOf(address)) {
							await onMove(transaction, password, use);
						}
					}
				});
			}
		},
	};
};
