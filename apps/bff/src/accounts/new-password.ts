import type { Queries } from '../storage/database.ts';

/** A web password that takes the place of another. */
export interface NewPassword {
	readonly accountId: string;
	/** argon2id, PHC string. */
	readonly hash: string;
	/** Only if this is still the hash that is stored. */
	readonly from?: string;
	/** The browser session that stays, by its family. */
	readonly keep?: string;
}

/**
 * Stores a new web password and ends all that the old one opened, as one transaction of the caller's: sessions, the
 * challenges and set-ups under way in them, links to set-up profiles, and trusted devices (promises 11, 14 and 18). On a shared mailbox that is
 * everybody's. False, with nothing done, when there is no such account or its password is another one by now.
 */
export const replacePassword = async (
	transaction: Queries,
	{ accountId, hash, from, keep }: NewPassword,
): Promise<boolean> => {
	const result = await transaction
		.updateTable('accounts')
		.set({ password_hash: hash })
		.where('id', '=', accountId)
		.$if(from !== undefined, (query) => query.where('password_hash', '=', from ?? null))
		.executeTakeFirst();
	if (result.numUpdatedRows === 0n) return false;
	for (const table of ['challenges', 'enrolments', 'sessions'] as const) {
		await transaction
			.deleteFrom(table)
			.where('account_id', '=', accountId)
			.$if(keep !== undefined, (query) => query.where('family_id', '!=', keep ?? ''))
			.execute();
	}
	// A code of the help desk was given out to whoever knew the old one.
	await transaction
		.updateTable('people')
		.set({ invitation: null, invitation_expires_at: null })
		.where('account_id', '=', accountId)
		.where('id', 'in', (each) =>
			each.selectFrom('credentials').where('account_id', '=', accountId).select('credentials.person_id'),
		)
		.execute();
	await transaction.deleteFrom('trusted_devices').where('account_id', '=', accountId).execute();
	// Of the session that stays as well: it may be a copy of it that made the link.
	await transaction
		.deleteFrom('apple_profiles')
		.where('account_id', '=', accountId)
		.where('client_password_id', 'is', null)
		.execute();
	return true;
};
