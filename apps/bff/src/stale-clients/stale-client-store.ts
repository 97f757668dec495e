import type { RefusalReason } from '@mailward/shared/contract/client-passwords.ts';
import type { Selectable } from 'kysely';
import type { Owner } from '../client-passwords/client-password-store.ts';
import { inProtocolSet } from '../client-passwords/protocol-set.ts';
import type { Queries } from '../storage/database.ts';
import type { StaleClientsTable } from '../storage/tables.ts';
import type { PasswordNow } from './by-now.ts';
import type { Sighting } from './sightings.ts';
import type { Tries } from './tries.ts';
import type { Verdict } from './verdict.ts';

/** A refused mail app as it is kept. */
export interface StoredStaleClient extends Verdict, Tries {
	readonly id: string;
	readonly accountId: string;
	/** When a mail app signed in in its place; it may have gone on since. */
	readonly mendedAt: number | null;
}

/** What is kept of one account: strangers can make it more. */
export const kept = { wrong: 20, others: 100 } as const;

/** Mail apps that were refused. Times are milliseconds since the epoch. */
export interface StaleClientStore {
	/** What a secret of the account was found to be before, by its mark. */
	verdictOf(accountId: string, mark: string): Promise<Verdict | undefined>;
	/** The client password of the account that was deleted; `fingerprint` as of client passwords. */
	deletedOf(accountId: string, fingerprint: string): Promise<Pick<Verdict, 'personId' | 'name'> | undefined>;
	/** Undefined also when it has another secret by now. */
	clientPasswordOf(
		accountId: string,
		password: { id: string; fingerprint: string },
	): Promise<Pick<Verdict, 'personId' | 'name'> | undefined>;
	/** Adds the tries to those that are there; `newId` names those that are not. As they are afterwards. */
	add(queries: Queries, sightings: readonly Sighting[], newId: () => string): Promise<StoredStaleClient[]>;
	/** Deletes the oldest of these accounts' beyond what is kept. */
	trim(queries: Queries, accountIds: readonly string[]): Promise<void>;
	/** Those of these accounts that are not mended, or have gone on since; those that sent no password of theirs left out. */
	openOf(queries: Queries, accountIds: readonly string[]): Promise<StoredStaleClient[]>;
	markMended(queries: Queries, id: string, at: number): Promise<void>;
	/** What one person of the account sees of its open ones, newest first. */
	openFor(owner: Owner): Promise<StoredStaleClient[]>;
	/** The client passwords that this person has now. */
	passwordsOf(owner: Owner): Promise<PasswordNow[]>;
	/** What one person of the account sees of all that were refused after `since`, newest first. */
	refusedFor(owner: Owner, since: number, most: number): Promise<StoredStaleClient[]>;
	/** Deletes what was last refused before these times. */
	deleteBefore(time: { wrong: number; mended: number; others: number }): Promise<void>;
}

const toStaleClient = (row: Selectable<StaleClientsTable>): StoredStaleClient => ({
	id: row.id,
	accountId: row.account_id,
	personId: row.person_id,
	reason: row.reason,
	name: row.name,
	protocol: row.protocol,
	address: row.address,
	app: row.app,
	fingerprint: row.fingerprint,
	firstAt: row.first_at,
	lastAt: row.last_at,
	tries: row.tries,
	mendedAt: row.mended_at,
});

const toRow = ({ accountId, verdict, ...tries }: Sighting, id: string): StaleClientsTable => ({
	id,
	account_id: accountId,
	person_id: verdict.personId,
	reason: verdict.reason,
	name: verdict.name,
	protocol: tries.protocol,
	address: tries.address,
	app: tries.app,
	fingerprint: verdict.fingerprint,
	first_at: tries.firstAt,
	last_at: tries.lastAt,
	tries: tries.tries,
	mended_at: null,
});

const wrong: RefusalReason = 'wrong';
/** Accounts are trimmed in one question each; of so many rows beyond what is kept there is never one. */
const more = 100_000;

export const createStaleClientStore = (db: Queries): StaleClientStore => {
	const open = (queries: Queries) =>
		queries
			.selectFrom('stale_clients')
			.where((each) => each.or([each('mended_at', 'is', null), each('last_at', '>', each.ref('mended_at'))]))
			.where('reason', '!=', wrong)
			.selectAll();
	return {
		async verdictOf(accountId, mark) {
			const row = await db
				.selectFrom('stale_clients')
				.where('account_id', '=', accountId)
				.where('fingerprint', '=', mark)
				.select(['reason', 'person_id', 'name', 'fingerprint'])
				.orderBy('last_at', 'desc')
				.limit(1)
				.executeTakeFirst();
			return row && { reason: row.reason, personId: row.person_id, name: row.name, fingerprint: row.fingerprint };
		},
		async deletedOf(accountId, fingerprint) {
			const row = await db
				.selectFrom('deleted_client_passwords')
				.where('fingerprint', '=', fingerprint)
				.where('account_id', '=', accountId)
				.select(['person_id', 'name'])
				.executeTakeFirst();
			return row && { personId: row.person_id, name: row.name };
		},
		async clientPasswordOf(accountId, { id, fingerprint }) {
			const row = await db
				.selectFrom('client_passwords')
				.where('id', '=', id)
				.where('fingerprint', '=', fingerprint)
				.where('account_id', '=', accountId)
				.select(['person_id', 'name'])
				.executeTakeFirst();
			return row && { personId: row.person_id, name: row.name };
		},
		async add(queries, sightings, newId) {
			const rows = await queries
				.insertInto('stale_clients')
				.values(sightings.map((sighting) => toRow(sighting, newId())))
				.onConflict((conflict) =>
					conflict.columns(['account_id', 'fingerprint', 'protocol', 'address']).doUpdateSet((each) => ({
						person_id: each.ref('excluded.person_id'),
						reason: each.ref('excluded.reason'),
						name: each.ref('excluded.name'),
						app: each
							.case()
							.when('excluded.app', '=', '')
							.then(each.ref('stale_clients.app'))
							.else(each.ref('excluded.app'))
							.end(),
						last_at: each
							.case()
							.when('excluded.last_at', '>', each.ref('stale_clients.last_at'))
							.then(each.ref('excluded.last_at'))
							.else(each.ref('stale_clients.last_at'))
							.end(),
						tries: each('stale_clients.tries', '+', each.ref('excluded.tries')),
					})),
				)
				.returningAll()
				.execute();
			return rows.map(toStaleClient);
		},
		async trim(queries, accountIds) {
			for (const [isWrong, most] of [
				['=', kept.wrong],
				['!=', kept.others],
			] as const) {
				const over = await queries
					.selectFrom('stale_clients')
					.where('account_id', 'in', accountIds)
					.where('reason', isWrong, wrong)
					.select('account_id')
					.groupBy('account_id')
					.having((each) => each.fn.countAll<number>(), '>', most)
					.execute();
				for (const { account_id: accountId } of over) {
					await queries
						.deleteFrom('stale_clients')
						.where('id', 'in', (each) =>
							each
								.selectFrom('stale_clients as oldest')
								.where('oldest.account_id', '=', accountId)
								.where('oldest.reason', isWrong, wrong)
								.select('oldest.id')
								.orderBy('oldest.last_at', 'desc')
								.limit(more)
								.offset(most),
						)
						.execute();
				}
			}
		},
		async openOf(queries, accountIds) {
			return (await open(queries).where('account_id', 'in', accountIds).execute()).map(toStaleClient);
		},
		async markMended(queries, id, at) {
			await queries.updateTable('stale_clients').set({ mended_at: at }).where('id', '=', id).execute();
		},
		async openFor({ accountId, personId }) {
			const rows = await open(db)
				.where('account_id', '=', accountId)
				.where((each) => each.or([each('person_id', 'is', null), each('person_id', '=', personId)]))
				.orderBy('last_at', 'desc')
				.orderBy('id')
				.execute();
			return rows.map(toStaleClient);
		},
		async passwordsOf({ accountId, personId }) {
			const rows = await db
				.selectFrom('client_passwords')
				.where('account_id', '=', accountId)
				.where('person_id', '=', personId)
				.select(['fingerprint', 'protocols', 'expires_at'])
				.execute();
			return rows.map((row) => ({
				fingerprint: row.fingerprint,
				expiresAt: row.expires_at,
				opens: (protocol) => inProtocolSet(row.protocols, protocol),
			}));
		},
		async refusedFor({ accountId, personId }, since, most) {
			const rows = await db
				.selectFrom('stale_clients')
				.where('account_id', '=', accountId)
				.where('last_at', '>', since)
				.where((each) => each.or([each('person_id', 'is', null), each('person_id', '=', personId)]))
				.selectAll()
				.orderBy('last_at', 'desc')
				.orderBy('id')
				.limit(most)
				.execute();
			return rows.map(toStaleClient);
		},
		async deleteBefore(time) {
			await db
				.deleteFrom('stale_clients')
				.where((each) =>
					each.or([
						each('last_at', '<', time.others),
						each.and([each('last_at', '<', time.wrong), each('reason', '=', wrong)]),
						each.and([each('mended_at', '<', time.mended), each('last_at', '<=', each.ref('mended_at'))]),
					]),
				)
				.execute();
		},
	};
};
