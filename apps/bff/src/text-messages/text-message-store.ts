import type { Seal } from '../crypto/seal.ts';
import type { Queries } from '../storage/database.ts';
import type { TextMessagesTable } from '../storage/tables.ts';
import { day } from '../time/clock.ts';

export type TextMessageState = TextMessagesTable['state'];

/** A text whose delivery is still to be asked for. */
export interface Undecided {
	readonly id: string;
	readonly familyId: string;
	readonly number: string;
	/** Milliseconds since the epoch. */
	readonly at: number;
	readonly gateway: string;
	readonly receipt: string;
	readonly nextCheckAt: number;
}

const place = (id: string) => `text_messages.sealed ${id}`;

/** What has been sent in the last day, and what it counts towards. */
export interface TextMessageStore {
	/** Holds what a text counts towards until the transaction ends: another that counts towards the same waits. */
	hold(transaction: Queries, keys: readonly string[], now: number): Promise<void>;
	/** When the `most`-th newest of a key was, if that is later than `since`; undefined while there are fewer. */
	nthNewest(queries: Queries, key: string, most: number, since: number): Promise<number | undefined>;
	insert(
		transaction: Queries,
		text: { id: string; accountId: string; familyId: string; number: string; at: number; keys: readonly string[] },
	): Promise<void>;
	/** `nextCheckAt`: when to ask what became of it; null for no more. */
	settle(
		id: string,
		as: { state: TextMessageState; gateway?: string; receipt?: string; nextCheckAt: number | null },
	): Promise<void>;
	/** It was never sent: it is taken out of these counts. */
	uncount(id: string, keys: readonly string[]): Promise<void>;
	state(id: string): Promise<TextMessageState | undefined>;
	/** Those whose delivery is to be asked for by `now`. */
	due(now: number, most: number): Promise<Undecided[]>;
	/** Moves the next question to `until`, if it is still where it was read: of several servers one gets `true`. */
	postpone(text: Undecided, until: number | null): Promise<boolean>;
	sweep(now: number): Promise<void>;
}

export const createTextMessageStore = (db: Queries, seal: Seal): TextMessageStore => ({
	async hold(transaction, keys, now) {
		// In one order, so that two of them never wait for each other.
		for (const scope of keys.toSorted()) {
			await transaction
				.insertInto('text_message_scopes')
				.values({ scope, at: now })
				.onConflict((conflict) => conflict.column('scope').doUpdateSet({ at: now }))
				.execute();
		}
	},
	async nthNewest(queries, key, most, since) {
		const row = await queries
			.selectFrom('text_message_counts')
			.where('scope', '=', key)
			.where('at', '>', since)
			.select('at')
			.orderBy('at', 'desc')
			.limit(1)
			.offset(most - 1)
			.executeTakeFirst();
		return row?.at;
	},
	async insert(transaction, { id, accountId, familyId, number, at, keys }) {
		await transaction
			.insertInto('text_messages')
			.values({
				id,
				account_id: accountId,
				family_id: familyId,
				sealed: seal.close(place(id), { number }),
				at,
				state: 'sending',
				gateway: null,
				receipt: null,
				next_check_at: null,
			})
			.execute();
		await transaction
			.insertInto('text_message_counts')
			.values(keys.map((scope) => ({ message_id: id, scope, at })))
			.execute();
	},
	async settle(id, { state, gateway, receipt, nextCheckAt }) {
		await db
			.updateTable('text_messages')
			.set({
				state,
				next_check_at: nextCheckAt,
				...(gateway !== undefined && { gateway }),
				...(receipt !== undefined && { receipt }),
			})
			.where('id', '=', id)
			.execute();
	},
	async uncount(id, keys) {
		await db.deleteFrom('text_message_counts').where('message_id', '=', id).where('scope', 'in', keys).execute();
	},
	async state(id) {
		const row = await db.selectFrom('text_messages').where('id', '=', id).select('state').executeTakeFirst();
		return row?.state;
	},
	async due(now, most) {
		const rows = await db
			.selectFrom('text_messages')
			.where('next_check_at', '<=', now)
			.selectAll()
			.orderBy('next_check_at')
			.limit(most)
			.execute();
		return rows.map((row) => ({
			id: row.id,
			familyId: row.family_id,
			number: (seal.open(place(row.id), row.sealed) as { number: string }).number,
			at: row.at,
			gateway: row.gateway ?? '',
			receipt: row.receipt ?? '',
			nextCheckAt: row.next_check_at ?? 0,
		}));
	},
	async postpone({ id, nextCheckAt }, until) {
		const result = await db
			.updateTable('text_messages')
			.set({ next_check_at: until })
			.where('id', '=', id)
			.where('next_check_at', '=', nextCheckAt)
			.executeTakeFirst();
		return result.numUpdatedRows === 1n;
	},
	async sweep(now) {
		for (const table of ['text_messages', 'text_message_counts', 'text_message_scopes'] as const) {
			await db
				.deleteFrom(table)
				.where('at', '<=', now - day)
				.execute();
		}
	},
});
