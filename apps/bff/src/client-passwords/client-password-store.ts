import type { MailApp, MailProtocol } from '@mailward/shared/mail-apps.ts';
import type { Selectable } from 'kysely';
import type { Queries } from '../storage/database.ts';
import { prepare } from '../storage/prepared.ts';
import type { ClientPasswordsTable, ClientPasswordUsesTable } from '../storage/tables.ts';
import { fromProtocolSet, inProtocolSet, toProtocolSet } from './protocol-set.ts';

/** Whose a client password is. */
export interface Owner {
	readonly accountId: string;
	readonly personId: string;
}

/** The last use by one protocol. */
export interface StoredUse {
	readonly at: number;
	readonly protocol: MailProtocol;
	readonly address: string;
	/** The mail app, as far as it told; may be empty. */
	readonly app: string;
}

/** A client password as it is kept: the secret is not among it. Times are milliseconds since the epoch. */
export interface StoredClientPassword extends Owner {
	readonly id: string;
	readonly slot: number;
	readonly name: string;
	readonly app: MailApp | null;
	readonly protocols: readonly MailProtocol[];
	readonly createdAt: number;
	readonly expiresAt: number | null;
	/** Newest first. */
	readonly uses: readonly StoredUse[];
}

/** What a mail login needs to know of a client password. */
export interface ClientPasswordAtLogin {
	readonly id: string;
	readonly accountId: string;
	readonly accountAddress: string;
	readonly accountDisabled: boolean;
	/** As stored, for the final comparison in constant time. */
	readonly fingerprint: string;
	/** Its end has been seen to: no clock that steps back revives it. */
	readonly ended: boolean;
	readonly expiresAt: number | null;
	opens(protocol: MailProtocol): boolean;
}

/** What its person decides about a client password. */
export interface Wishes {
	readonly name: string;
	readonly protocols: readonly MailProtocol[];
	readonly expiresAt: number | null;
}

/** A new client password, in a slot that is free. */
export interface NewClientPassword extends Owner, Wishes {
	readonly id: string;
	readonly slot: number;
	readonly app: MailApp | null;
	readonly fingerprint: string;
	readonly idempotencyKey: string;
	readonly createdAt: number;
}

/** Client passwords: looked up by a keyed hash of the secret, limited by numbered slots. */
export interface ClientPasswordStore {
	/** One person's, oldest first. */
	ofPerson(owner: Owner, queries?: Queries): Promise<StoredClientPassword[]>;
	/** Undefined when it is not there, or not this person's. */
	find(owner: Owner, id: string, queries?: Queries): Promise<StoredClientPassword | undefined>;
	/** The one that was made under this key. */
	ofIntent(owner: Owner, idempotencyKey: string, queries: Queries): Promise<StoredClientPassword | undefined>;
	byFingerprint(fingerprint: string): Promise<ClientPasswordAtLogin | undefined>;
	/** Throws a unique violation when the slot or the idempotency key is taken. */
	insert(queries: Queries, made: NewClientPassword): Promise<void>;
	/** A new secret in the same place: what the old one was used by is forgotten, and it is kept among the deleted ones. */
	renew(
		queries: Queries,
		password: StoredClientPassword,
		fresh: Wishes & Pick<NewClientPassword, 'fingerprint' | 'createdAt' | 'app'>,
	): Promise<void>;
	/** False when it is not there, or not this person's. */
	change(queries: Queries, owner: Owner, id: string, wishes: Wishes): Promise<boolean>;
	/** Its name; undefined when it is not there, or not this person's. Kept among the deleted ones. */
	remove(queries: Queries, owner: Owner, id: string, at: number): Promise<string | undefined>;
	/** Those that have expired and that nobody has seen to: marks them as seen to, and says whose they are. */
	takeExpired(queries: Queries, now: number): Promise<Owner[]>;
	/** Deleted ones are told from guesses for a while. */
	forgetDeletedBefore(time: number): Promise<void>;
}

type Row = Selectable<ClientPasswordsTable>;

const toClientPassword = (row: Row, uses: readonly ClientPasswordUsesTable[]): StoredClientPassword => ({
	id: row.id,
	accountId: row.account_id,
	personId: row.person_id,
	slot: row.slot,
	name: row.name,
	app: row.app,
	protocols: fromProtocolSet(row.protocols),
	createdAt: row.created_at,
	expiresAt: row.expires_at,
	uses: uses
		.filter((use) => use.client_password_id === row.id)
		.map(({ at, protocol, address, app }) => ({ at, protocol, address, app }))
		.toSorted((one, other) => other.at - one.at),
});

const toColumns = ({ name, protocols, expiresAt }: Wishes) => ({
	name,
	protocols: toProtocolSet(protocols),
	expires_at: expiresAt,
	ended: 0 as const,
});

/** A mail app that goes on sending it is told from a guess. */
const keepAsDeleted = async (
	queries: Queries,
	{ accountId, personId, name, at }: Owner & { name: string; at: number },
	fingerprint: string,
): Promise<void> => {
	await queries
		.insertInto('deleted_client_passwords')
		.values({ account_id: accountId, person_id: personId, fingerprint, name, deleted_at: at })
		.onConflict((conflict) => conflict.column('fingerprint').doNothing())
		.execute();
};

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
					'client_passwords.protocols',
					'client_passwords.expires_at',
					'client_passwords.ended',
					'accounts.address',
					'accounts.disabled_at',
				]),
		1,
	);
	const owned = (queries: Queries, { accountId, personId }: Owner) =>
		queries
			.selectFrom('client_passwords')
			.where('account_id', '=', accountId)
			.where('person_id', '=', personId)
			.selectAll()
			.orderBy('created_at')
			.orderBy('slot');
	const withUses = async (queries: Queries, rows: readonly Row[]): Promise<StoredClientPassword[]> => {
		if (rows.length === 0) return [];
		const uses = await queries
			.selectFrom('client_password_uses')
			.where(
				'client_password_id',
				'in',
				rows.map(({ id }) => id),
			)
			.selectAll()
			.execute();
		return rows.map((row) => toClientPassword(row, uses));
	};
	return {
		ofPerson: async (owner, queries = db) => withUses(queries, await owned(queries, owner).execute()),
		async find(owner, id, queries = db) {
			const [found] = await withUses(queries, await owned(queries, owner).where('id', '=', id).execute());
			return found;
		},
		async ofIntent(owner, idempotencyKey, queries) {
			const rows = await owned(queries, owner).where('idempotency_key', '=', idempotencyKey).execute();
			const [found] = await withUses(queries, rows);
			return found;
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
				ended: row.ended === 1,
				expiresAt: row.expires_at,
				opens: (protocol) => inProtocolSet(row.protocols, protocol),
			};
		},
		async insert(queries, made) {
			await queries
				.insertInto('client_passwords')
				.values({
					id: made.id,
					account_id: made.accountId,
					person_id: made.personId,
					slot: made.slot,
					fingerprint: made.fingerprint,
					idempotency_key: made.idempotencyKey,
					created_at: made.createdAt,
					app: made.app,
					...toColumns(made),
				})
				.execute();
		},
		async renew(queries, { id, accountId, personId, name }, { fingerprint, createdAt, app, ...wishes }) {
			const before = await queries
				.selectFrom('client_passwords')
				.where('id', '=', id)
				.select('fingerprint')
				.executeTakeFirstOrThrow();
			await keepAsDeleted(queries, { accountId, personId, name, at: createdAt }, before.fingerprint);
			await queries.deleteFrom('client_password_uses').where('client_password_id', '=', id).execute();
			await queries
				.updateTable('client_passwords')
				.set({ fingerprint, created_at: createdAt, app, ...toColumns(wishes) })
				.where('id', '=', id)
				.execute();
		},
		async change(queries, { accountId, personId }, id, wishes) {
			const { numUpdatedRows } = await queries
				.updateTable('client_passwords')
				.set(toColumns(wishes))
				.where('account_id', '=', accountId)
				.where('person_id', '=', personId)
				.where('id', '=', id)
				.executeTakeFirstOrThrow();
			return numUpdatedRows > 0n;
		},
		async remove(queries, { accountId, personId }, id, at) {
			const row = await queries
				.deleteFrom('client_passwords')
				.where('account_id', '=', accountId)
				.where('person_id', '=', personId)
				.where('id', '=', id)
				.returning(['name', 'fingerprint'])
				.executeTakeFirst();
			if (row === undefined) return undefined;
			await keepAsDeleted(queries, { accountId, personId, name: row.name, at }, row.fingerprint);
			return row.name;
		},
		async takeExpired(queries, now) {
			const rows = await queries
				.updateTable('client_passwords')
				.set({ ended: 1 })
				.where('expires_at', '<=', now)
				.where('ended', '=', 0)
				.returning(['account_id', 'person_id'])
				.execute();
			return rows.map((row) => ({ accountId: row.account_id, personId: row.person_id }));
		},
		async forgetDeletedBefore(time) {
			await db.deleteFrom('deleted_client_passwords').where('deleted_at', '<', time).execute();
		},
	};
};
