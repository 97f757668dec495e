import type { Queries } from '../storage/database.ts';

/**
 * Ends the links of a person that have not been used yet, as part of the caller's transaction: whoever made one may be who
 * has just been shut out.
 */
export const endProfileLinks = async (queries: Queries, accountId: string, personId: string): Promise<void> => {
	await queries
		.deleteFrom('apple_profiles')
		.where('account_id', '=', accountId)
		.where('person_id', '=', personId)
		.where('client_password_id', 'is', null)
		.execute();
};
