import { z } from 'zod';
import { challengeView } from './contract/challenges.ts';
import { methodKinds } from './factors/kinds.ts';

/** The account as its own person may see it. */
export const accountView = z.object({
	/** Canonical address, `name@domain`. */
	address: z.string(),
	/** Display name; may be empty. */
	name: z.string(),
	kind: z.enum(['person', 'shared']),
	administrator: z.boolean(),
});

/** Who of a shared mailbox this is; null for an account of one person, and before the second step has told. */
const person = z.object({ id: z.string(), name: z.string() }).nullable();

/**
 * Where a browser stands. A union, not flags: "a second factor is due" and "set-up is due" are states, never errors.
 * Each promotion from one to the next issues a new session id.
 */
export const sessionState = z.discriminatedUnion('state', [
	z.object({ state: z.literal('signed-out') }),
	z.object({
		state: z.literal('awaiting-second-factor'),
		address: z.string(),
		/** A shared mailbox: somebody who was invited to it can say so. */
		shared: z.boolean(),
		/** When the password was accepted. */
		passwordAt: z.iso.datetime(),
		/** The method to show first, already started. */
		challenge: challengeView,
	}),
	z.object({
		state: z.literal('awaiting-set-up'),
		account: accountView,
		person,
		passwordAt: z.iso.datetime(),
		/**
		 * The security policy wants it; somebody of the shared mailbox invited them; the help desk gave them a code. Null once
		 * a method is set up.
		 */
		reason: z.enum(['required', 'invited', 'reset']).nullable(),
		/** What is still to be done: a method first, then its recovery codes. */
		remaining: z.enum(['method', 'recovery-codes']),
		/** The kinds the security policy lets people set up. */
		methods: z.array(z.enum(methodKinds)),
	}),
	z.object({
		state: z.literal('signed-in'),
		account: accountView,
		person,
		/** Last full verification; null for a sign-in by a trusted device. Sensitive acts need a recent one. */
		verifiedAt: z.iso.datetime().nullable(),
		/** Whether at least one method is set up. */
		twoFactor: z.boolean(),
		/** True when the account must keep at least one method. */
		twoFactorRequired: z.boolean(),
		/** When it will be a must, while that is ahead, reminders have begun and nothing is set up; else null. */
		twoFactorRequiredFrom: z.iso.datetime().nullable(),
		/** Set where this browser may be trusted and is not: for how many days. */
		trustOffer: z.object({ days: z.number().int() }).nullable(),
	}),
]);

export type AccountView = z.infer<typeof accountView>;
export type SessionState = z.infer<typeof sessionState>;
export type SessionStateName = SessionState['state'];
