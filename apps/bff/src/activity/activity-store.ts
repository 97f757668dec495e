import type { ActivityEvent } from '@mailward/shared/contract/activity.ts';
import type { Queries } from '../storage/database.ts';
import type { ActivityTable } from '../storage/tables.ts';

/** An earlier sign-in, as far as it tells devices apart. */
export interface EarlierSignIn {
	readonly browser: string | null;
	readonly system: string | null;
	readonly address: string | null;
}

/** What can be brought about by somebody who is not signed in. */
export const refusals = [
	'sign-in.password-refused',
	'sign-in.factor-refused',
] as const satisfies readonly ActivityEvent[];

/** What has happened to accounts. Times are milliseconds since the epoch. */
export interface ActivityStore {
	insert(queries: Queries, row: ActivityTable): Promise<void>;
	/**
	 * The same, unless the account has `most` entries of that event since `since`: one statement, so that requests at once
	 * do not multiply what fits. False when it was not inserted.
	 */
	insertUpTo(queries: Queries, row: ActivityTable, limit: { most: number; since: number }): Promise<boolean>;
	/** Newest first; refused passwords, which anybody can bring about, apart from all the others. */
	ofAccount(accountId: string, which: 'refused passwords' | 'others', most: number): Promise<ActivityTable[]>;
	/** What one person has signed in with since `since`, each combination once. */
	signIns(
		queries: Queries,
		person: { accountId: string; personId: string | null; since: number },
	): Promise<EarlierSignIn[]>;
	/** What the person of a shared mailbox is called; null for one who has no name, and for an account of one person. */
	personName(queries: Queries, accountId: string, personId: string | null): Promise<string | null>;
	/** The networks mail apps were noted to have come from since `since`. */
	mailNetworks(
		queries: Queries,
		of: { accountId: string; since: number },
	): Promise<Pick<ActivityTable, 'address' | 'details'>[]>;
	/** How many entries the account of `row` has of its event since `since`, itself included. */
	countSince(queries: Queries, row: ActivityTable, since: number): Promise<number>;
	/** Whether there was an account already at `time`. */
	existedAt(queries: Queries, accountId: string, time: number): Promise<boolean>;
	/** Deletes what happened before: of refusals, and of the rest. */
	deleteBefore(time: { refusals: number; others: number }): Promise<void>;
}

const refusedPassword: ActivityEvent = 'sign-in.password-refused';

export const createActivityStore = (db: Queries): ActivityStore => ({
	async insert(queries, row) {
		await queries.insertInto('activity').values(row).execute();
	},
	async insertUpTo(queries, row, { most, since }) {
		const { numInsertedOrUpdatedRows } = await queries
			.insertInto('activity')
			.columns([
				'id',
				'account_id',
				'person_id',
				'person_name',
				'at',
				'event',
				'browser',
				'system',
				'address',
				'details',
			])
			.expression((each) => {
				// PostgreSQL takes a parameter of a bare select for text unless it is told otherwise.
				const text = (value: string | null) => each.cast<string>(each.val(value), 'text');
				return queries
					.selectNoFrom([
						text(row.id).as('id'),
						text(row.account_id).as('account_id'),
						text(row.person_id).as('person_id'),
						text(row.person_name).as('person_name'),
						each.cast<number>(each.val(row.at), 'bigint').as('at'),
						text(row.event).as('event'),
						text(row.browser).as('browser'),
						text(row.system).as('system'),
						text(row.address).as('address'),
						text(row.details).as('details'),
					])
					.where(
						each
							.selectFrom('activity')
							.where('activity.account_id', '=', row.account_id)
							.where('activity.event', '=', row.event)
							.where('activity.at', '>', since)
							.select((count) => count.fn.countAll<number>().as('count')),
						'<',
						most,
					);
			})
			.executeTakeFirstOrThrow();
		return (numInsertedOrUpdatedRows ?? 0n) > 0n;
	},
	ofAccount: (accountId, which, most) =>
		db
			.selectFrom('activity')
			.where('activity.account_id', '=', accountId)
			.where('activity.event', which === 'others' ? '!=' : '=', refusedPassword)
			.selectAll()
			.orderBy('activity.at', 'desc')
			.limit(most)
			.execute(),
	signIns: (queries, { accountId, personId, since }) =>
		queries
			.selectFrom('activity')
			.where('account_id', '=', accountId)
			.where('person_id', personId === null ? 'is' : '=', personId)
			.where('event', '=', 'sign-in.passed')
			.where('at', '>', since)
			.select(['browser', 'system', 'address'])
			.distinct()
			.execute(),
	async personName(queries, accountId, personId) {
		if (personId === null) return null;
		const person = await queries
			.selectFrom('people')
			.where('account_id', '=', accountId)
			.where('id', '=', personId)
			.select('name')
			.executeTakeFirst();
		return person?.name || null;
	},
	async countSince(queries, { account_id: accountId, event }, since) {
		const { count } = await queries
			.selectFrom('activity')
			.where('account_id', '=', accountId)
			.where('event', '=', event)
			.where('at', '>', since)
			.select((each) => each.fn.countAll<number | string>().as('count'))
			.executeTakeFirstOrThrow();
		return Number(count);
	},
	mailNetworks: (queries, { accountId, since }) =>
		queries
			.selectFrom('activity')
			.where('account_id', '=', accountId)
			.where('event', '=', 'mail-app.new-network')
			.where('at', '>', since)
			.select(['address', 'details'])
			.execute(),
	async existedAt(queries, accountId, time) {
		const row = await queries
			.selectFrom('accounts')
			.where('id', '=', accountId)
			.where('created_at', '<=', time)
			.select('id')
			.executeTakeFirst();
		return row !== undefined;
	},
	async deleteBefore(time) {
		await db.deleteFrom('activity').where('at', '<', time.others).execute();
		await db.deleteFrom('activity').where('at', '<', time.refusals).where('event', 'in', refusals).execute();
	},
});
