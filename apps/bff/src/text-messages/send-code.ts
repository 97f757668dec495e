import { type RandomBytes, randomId } from '../crypto/random.ts';
import type { TextMessageCaps } from '../policy/policy.ts';
import type { Database, Queries } from '../storage/database.ts';
import { lockAccount } from '../storage/lock-account.ts';
import type { TextMessages } from './text-messages.ts';

/** Who asks for a code. */
export interface Asker {
	readonly accountId: string;
	readonly familyId: string;
	/** Network address. */
	readonly address: string;
	/** To a number that has yet to be shown to be theirs. */
	readonly settingUp: boolean;
}

/**
 * Draws a code, keeps it and counts it in one transaction, and sends it after that. `draw` stores what is pending from then
 * on; it is given the message's id, and throws where there is nothing to send.
 */
export type SendCode = (
	asker: Asker,
	caps: TextMessageCaps,
	draw: (transaction: Queries, messageId: string) => Promise<{ number: string; code: string }>,
) => Promise<void>;

export const createSendCode =
	({ db, texts, random }: { db: Database; texts: TextMessages; random: RandomBytes }): SendCode =>
	async (asker, caps, draw) => {
		const id = randomId(random);
		const text = await db.transaction().execute(async (transaction) => {
			// One at a time for an account: two codes that are drawn at once would not both be kept.
			await lockAccount(transaction, asker.accountId);
			const wanted = { ...asker, ...(await draw(transaction, id)), id };
			await texts.reserve(transaction, wanted, caps);
			return wanted;
		});
		await texts.send(text, caps);
	};
