import type { Queries } from './database.ts';

/**
 * Holds the account's row until the transaction ends, so that rules about all that belongs to it are checked one at a
 * time. (A write that changes nothing: SQLite has no `for update`.)
 */
export const lockAccount = async (transaction: Queries, id: string): Promise<void> => {
	await transaction
		.updateTable('accounts')
		.set((each) => ({ created_at: each.ref('created_at') }))
		.where('id', '=', id)
		.execute();
};
