import type { Queries } from '../storage/database.ts';

/**
 * Has the mail apps of the account that are connected sign in anew, as part of the caller's transaction: what let them in
 * may not let them in any more. Done by the server that next looks (`mail-connections.ts`). `at`: milliseconds since the
 * epoch.
 */
export const endConnections = async (queries: Queries, accountId: string, at: number): Promise<void> => {
	await queries
		.insertInto('connections_to_end')
		.values({ account_id: accountId, at, next_try_at: at, tries: 0 })
		.onConflict((conflict) => conflict.column('account_id').doUpdateSet({ at, next_try_at: at, tries: 0 }))
		.execute();
};
