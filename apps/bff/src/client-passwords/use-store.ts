import type { MailProtocol } from '@mailward/shared/mail-apps.ts';
import type { Queries } from '../storage/database.ts';
import { prepare } from '../storage/prepared.ts';

/** A use to be noted. */
export interface ClientPasswordUse {
	readonly id: string;
	/** Milliseconds since the epoch. */
	readonly at: number;
	readonly protocol: MailProtocol;
	readonly address: string;
	/** The mail app, as far as it told; may be empty. */
	readonly app: string;
}

/** A use, and what was known of the password before. */
export interface NotedUse extends ClientPasswordUse {
	readonly accountId: string;
	readonly personId: string;
	readonly name: string;
	/** Where each protocol was last used from. */
	readonly before: readonly { readonly protocol: MailProtocol; readonly address: string }[];
}

/** Part of the transaction that notes the uses. */
export type OnUses = (queries: Queries, uses: readonly NotedUse[]) => Promise<void>;

export interface UseStore {
	/** Uses of passwords that are no more are left out of what `onUses` gets; `noted` is told of them when they are written. */
	note(
		uses: readonly ClientPasswordUse[],
		told: { onUses: OnUses; noted: (uses: readonly NotedUse[]) => void },
	): Promise<void>;
}

/** Mail logins are answered between two transactions, so none may take long. */
const usesATransaction = 100;

export const createUseStore = (db: Queries): UseStore => {
	const noteUse = prepare(
		(id: string, protocol: MailProtocol, at: number, address: string, app: string) =>
			db
				.insertInto('client_password_uses')
				.values({ client_password_id: id, protocol, at, address, app })
				.onConflict((conflict) =>
					conflict.columns(['client_password_id', 'protocol']).doUpdateSet((each) => ({
						at: each.ref('excluded.at'),
						address: each.ref('excluded.address'),
						app: each.ref('excluded.app'),
					})),
				),
		5,
	);
	const known = async (queries: Queries, ids: readonly string[]) => {
		const rows = await queries
			.selectFrom('client_passwords')
			.leftJoin('client_password_uses as uses', 'uses.client_password_id', 'client_passwords.id')
			.where('client_passwords.id', 'in', ids)
			.select(['id', 'account_id', 'person_id', 'name', 'uses.protocol', 'uses.address'])
			.execute();
		return Map.groupBy(rows, ({ id }) => id);
	};
	return {
		async note(uses, told) {
			for (let from = 0; from < uses.length; from += usesATransaction) {
				const some = uses.slice(from, from + usesATransaction);
				const written = await db.transaction().execute(async (transaction) => {
					const before = await known(
						transaction,
						some.map(({ id }) => id),
					);
					const noted: NotedUse[] = [];
					for (const use of some) {
						const rows = before.get(use.id);
						const [row] = rows ?? [];
						// Deleted since: a note of it would have nothing to belong to.
						if (rows === undefined || row === undefined) continue;
						await noteUse(transaction, use.id, use.protocol, use.at, use.address, use.app);
						noted.push({
							...use,
							accountId: row.account_id,
							personId: row.person_id,
							name: row.name,
							before: rows.flatMap(({ protocol, address }) =>
								protocol === null || address === null ? [] : [{ protocol, address }],
							),
						});
					}
					await told.onUses(transaction, noted);
					return noted;
				});
				told.noted(written);
			}
		},
	};
};
