import type { Notify } from '../activity/activity.ts';
import { type RandomBytes, randomId } from '../crypto/random.ts';
import type { Clock } from '../time/clock.ts';
import type { NoticeStore } from './notice-store.ts';

/** Puts what is to be told by mail into the database, where `sending.ts` finds it. */
export const createOutbox =
	(parts: { store: NoticeStore; clock: Clock; random: RandomBytes }): Notify =>
	async (queries, { accountId, personId: _, client, event, ...details }, person) => {
		const { store, clock, random } = parts;
		const now = clock.now();
		await store.insert(queries, {
			id: randomId(random),
			account_id: accountId,
			at: now,
			event,
			browser: client?.browser ?? null,
			system: client?.system ?? null,
			address: client?.address ?? null,
			details: JSON.stringify({ ...details, ...(person !== null && { person }) }),
			next_try_at: now,
			tries: 0,
		});
	};
