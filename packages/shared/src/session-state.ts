import { z } from 'zod';
import { challengeView } from './contract/challenges.ts';

/** The account as its own person may see it. */
export const accountView = z.object({
	/** Canonical address, `name@domain`. */
	address: z.string(),
	/** Display name; may be empty. */
	name: z.string(),
	kind: z.enum(['person', 'shared']),
	administrator: z.boolean(),
});

/**
 * Where a browser stands. A union, not flags: "a second factor is due" and "set-up is due" are states, never errors.
 * Each promotion from one to the next issues a new session id.
 */
export const sessionState = z.discriminatedUnion('state', [
	z.object({ state: z.literal('signed-out') }),
	z.object({
		state: z.literal('awaiting-second-factor'),
		address: z.string(),
		/** When the password was accepted. */
		passwordAt: z.iso.datetime(),
		/** The method to show first, already started. */
		challenge: challengeView,
	}),
	z.object({
		state: z.literal('awaiting-set-up'),
		account: accountView,
		passwordAt: z.iso.datetime(),
	}),
	z.object({
		state: z.literal('signed-in'),
		account: accountView,
		/** Last full verification; sensitive acts need one no older than ten minutes. */
		verifiedAt: z.iso.datetime(),
		/** Whether at least one method is set up. */
		twoFactor: z.boolean(),
		/** True when the account must keep at least one method. */
		twoFactorRequired: z.boolean(),
	}),
]);

export type AccountView = z.infer<typeof accountView>;
export type SessionState = z.infer<typeof sessionState>;
export type SessionStateName = SessionState['state'];
