import { sql } from 'kysely';
import type { Queries } from '../storage/database.ts';
import { prepare } from '../storage/prepared.ts';
import type { AccountsTable } from '../storage/tables.ts';

/** An account, and whether a verification method is set up for it. */
export interface Account {
	readonly id: string;
	readonly address: string;
	readonly name: string;
	readonly kind: 'person' | 'shared';
	readonly administrator: boolean;
	readonly passwordHash: string | null;
	readonly disabled: boolean;
	readonly twoFactor: boolean;
}

type AccountRow = AccountsTable & { factors: number | string };

const toAccount = (row: AccountRow): Account => ({
	id: row.id,
	address: row.address,
	name: row.name,
	kind: row.kind,
	administrator: row.administrator === 1,
	passwordHash: row.password_hash,
	disabled: row.disabled_at !== null,
	twoFactor: Number(row.factors) > 0,
});

const accounts = (queries: Queries) =>
	queries
		.selectFrom('accounts')
		.selectAll('accounts')
		.select((each) =>
			each
				.selectFrom('credentials')
				.whereRef('credentials.account_id', '=', 'accounts.id')
				// Recovery codes stand in for a method; they are none.
				.where('credentials.kind', '!=', sql.lit('recovery'))
				.select((count) => count.fn.countAll().as('factors'))
				.as('factors'),
		)
		.$castTo<AccountRow>();

/** Where accounts and their aliases are kept. Addresses are canonical throughout. */
export interface AccountStore {
	/** By the account's own address or one of its aliases. */
	byAddress(address: string): Promise<Account | undefined>;
	byId(id: string, queries?: Queries): Promise<Account | undefined>;
	list(): Promise<Account[]>;
	/** The groups of the organisation it belongs to. */
	groupsOf(id: string): Promise<string[]>;
	/** Puts these groups in the place of those it belonged to. */
	setGroups(id: string, groups: readonly string[]): Promise<void>;
	/** Throws a unique violation when the address or an alias is taken, by an account or by an alias. */
	insert(
		account: Omit<AccountsTable, 'disabled_at'>,
		belonging: { aliases: readonly string[]; groups: readonly string[] },
	): Promise<void>;
	/** False when there is no such account. */
	setDisabled(id: string, at: number | null, queries?: Queries): Promise<boolean>;
}

const joinGroups = async (transaction: Queries, id: string, groups: readonly string[]): Promise<void> => {
	for (const name of new Set(groups)) {
		await transaction.insertInto('account_groups').values({ account_id: id, name }).execute();
	}
};

export const createAccountStore = (db: Queries): AccountStore => {
	const ownAddress = prepare((address: string) => accounts(db).where('accounts.address', '=', address), 1);
	const byId = prepare((id: string) => accounts(db).where('accounts.id', '=', id), 1);
	const groupsOf = prepare(
		(id: string) => db.selectFrom('account_groups').where('account_id', '=', id).select('name').orderBy('name'),
		1,
	);
	const first = (rows: AccountRow[]) => (rows[0] === undefined ? undefined : toAccount(rows[0]));
	return {
		async byAddress(address) {
			const own = first(await ownAddress(db, address));
			if (own !== undefined) return own;
			const alias = await db
				.selectFrom('aliases')
				.where('address', '=', address)
				.select('account_id')
				.executeTakeFirst();
			return alias === undefined ? undefined : first(await byId(db, alias.account_id));
		},
		byId: async (id, queries = db) => first(await byId(queries, id)),
		list: async () => (await accounts(db).orderBy('accounts.address').execute()).map(toAccount),
		groupsOf: async (id) => (await groupsOf(db, id)).map(({ name }) => name),
		setGroups: (id, groups) =>
			db.transaction().execute(async (transaction) => {
				await transaction.deleteFrom('account_groups').where('account_id', '=', id).execute();
				await joinGroups(transaction, id, groups);
			}),
		insert: (account, { aliases, groups }) =>
			db.transaction().execute(async (transaction) => {
				await transaction
					.insertInto('accounts')
					.values({ ...account, disabled_at: null })
					.execute();
				for (const address of aliases) {
					await transaction.insertInto('aliases').values({ address, account_id: account.id }).execute();
				}
				await joinGroups(transaction, account.id, groups);
			}),
		async setDisabled(id, at, queries = db) {
			const result = await queries
				.updateTable('accounts')
				.set({ disabled_at: at })
				.where('id', '=', id)
				.executeTakeFirst();
			return result.numUpdatedRows > 0n;
		},
	};
};
