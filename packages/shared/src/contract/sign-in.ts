import { z } from 'zod';
import { passkeyAssertion, passkeyRequest } from '../factors/passkey-prompts.ts';
import { sessionState } from '../session-state.ts';

/** Bounds keep a hostile body cheap; nothing a person owns is near them. */
export const signInRequest = z.object({
	/** Bare name, alias or full address in any spelling; the server forms the canonical address. */
	address: z.string().max(320),
	/** 1024 characters at most; longer input is refused as malformed, never truncated. */
	password: z.string().min(1).max(1024),
});

export const signInContract = {
	'GET /api/session': { requires: [['nobody']], response: sessionState, errors: [] },
	'POST /api/sign-in': {
		requires: [['nobody']],
		body: signInRequest,
		response: sessionState,
		errors: ['sign_in.refused', 'sign_in.throttled', 'server.busy'],
	},
	/** A challenge for any passkey of this site; whose it is, the answer tells. Nothing is stored for it. */
	'POST /api/sign-in/passkey/options': {
		requires: [['nobody']],
		response: z.object({ ticket: z.string(), options: passkeyRequest }),
		/** The security policy takes no passkeys. */
		errors: ['factor.not_available'],
	},
	/** Signs in without a password: the passkey has verified its person (WebAuthn user verification). */
	'POST /api/sign-in/passkey': {
		requires: [['nobody']],
		body: z.object({ ticket: z.string().max(512), assertion: passkeyAssertion }),
		response: sessionState,
		errors: ['passkey.rejected', 'challenge.expired'],
	},
	/**
	 * The second step of somebody who was invited to a shared mailbox and has nothing set up yet: leads to their own
	 * set-up and to nothing else.
	 */
	'POST /api/sign-in/invitation': {
		requires: [['password-verified']],
		body: z.object({ code: z.string().max(64) }),
		response: sessionState,
		errors: ['invitation.rejected', 'factor.throttled', 'factor.disabled'],
	},
	'POST /api/sign-out': { requires: [['nobody']], response: sessionState, errors: [] },
} as const;
