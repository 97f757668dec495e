import type { DetailsOf, ToldEvent } from '../activity/happening.ts';
import type { ClientInfo } from '../clients/client-info.ts';
import type { Queries } from '../storage/database.ts';
import type { NoticesTable } from '../storage/tables.ts';

/** What happened, in the type of its event. */
export type Told = {
	[E in ToldEvent]: {
		readonly event: E;
		readonly details: DetailsOf<E> & {
			/** By whom of a shared mailbox; absent for an account of one person. */
			readonly person?: string;
		};
	};
}[ToldEvent];

/** A notice that waits to be sent. Times are milliseconds since the epoch. */
export interface Notice {
	readonly id: string;
	/** The address of the account it is about, which is where it goes. */
	readonly to: string;
	/** When it happened. */
	readonly at: number;
	readonly told: Told;
	readonly client: ClientInfo | null;
	readonly nextTryAt: number;
	/** How often it has been tried. */
	readonly tries: number;
}

/** The notices that wait. */
export interface NoticeStore {
	insert(queries: Queries, row: NoticesTable): Promise<void>;
	/** Those that are to be tried by `now`, the longest due first. */
	due(now: number, most: number): Promise<Notice[]>;
	/** Moves the next try to `until`, if it is still where it was read: of several senders one gets `true`. */
	postpone(notice: Notice, until: number, tries: number): Promise<boolean>;
	remove(id: string): Promise<void>;
}

const toNotice = (row: NoticesTable & { to: string }): Notice => ({
	id: row.id,
	to: row.to,
	at: row.at,
	// What was put in typed comes out so.
	told: { event: row.event, details: JSON.parse(row.details) } as Told,
	client: row.address === null ? null : { browser: row.browser ?? '', system: row.system ?? '', address: row.address },
	nextTryAt: row.next_try_at,
	tries: row.tries,
});

export const createNoticeStore = (db: Queries): NoticeStore => ({
	async insert(queries, row) {
		await queries.insertInto('notices').values(row).execute();
	},
	async due(now, most) {
		const rows = await db
			.selectFrom('notices')
			.innerJoin('accounts', 'accounts.id', 'notices.account_id')
			.where('notices.next_try_at', '<=', now)
			.selectAll('notices')
			.select('accounts.address as to')
			.orderBy('notices.next_try_at')
			.limit(most)
			.execute();
		return rows.map(toNotice);
	},
	async postpone(notice, until, tries) {
		const result = await db
			.updateTable('notices')
			.set({ next_try_at: until, tries })
			.where('id', '=', notice.id)
			.where('next_try_at', '=', notice.nextTryAt)
			.executeTakeFirst();
		return result.numUpdatedRows === 1n;
	},
	async remove(id) {
		await db.deleteFrom('notices').where('id', '=', id).execute();
	},
});
