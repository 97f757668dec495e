import { z } from 'zod';
import { factorKinds, methodKinds } from '../factors/kinds.ts';
import { passkeyAssertion, passkeyChallengePrompt } from '../factors/passkey-prompts.ts';
import { recoveryChallengePrompt } from '../factors/recovery-prompts.ts';
import { totpChallengePrompt } from '../factors/totp-prompts.ts';

const usable = {
	/**
	 * `disabled`: too many wrong codes in a row; the help desk can reset it. `not-allowed`: the security policy does not
	 * take it any more.
	 */
	state: z.enum(['available', 'throttled', 'disabled', 'not-allowed']),
	/** ISO 8601, with `throttled`. */
	retryAt: z.iso.datetime().optional(),
};

/** A method offered at a challenge. */
export const challengeMethod = z.object({
	kind: z.enum(methodKinds),
	/** The names the person gave their methods of this kind; empty texts where they gave none. */
	names: z.array(z.string()),
	...usable,
});

const common = {
	id: z.string(),
	expiresAt: z.iso.datetime(),
	/** Everything this person could use instead, the current kind included. The default method comes first. */
	methods: z.array(challengeMethod),
	/** The recovery codes that stand in when none of the methods works; null where there are none left. */
	recovery: z.object(usable).nullable(),
};

/** One verification under way, as the browser that asked for it may see it. */
export const challengeView = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('totp'), prompt: totpChallengePrompt, ...common }),
	z.object({ kind: z.literal('passkey'), prompt: passkeyChallengePrompt, ...common }),
	z.object({ kind: z.literal('recovery'), prompt: recoveryChallengePrompt, ...common }),
]);

export type ChallengeMethod = z.infer<typeof challengeMethod>;
export type ChallengeView = z.infer<typeof challengeView>;

/** A code as typed (the server normalises it by the rule of its kind), or a passkey's signature. */
export const challengeAnswer = z.union([
	z.strictObject({ code: z.string().max(64) }),
	z.strictObject({ assertion: passkeyAssertion }),
]);

export type ChallengeAnswer = z.infer<typeof challengeAnswer>;

export const challengesContract = {
	'POST /api/challenges': {
		requires: [['password-verified'], ['signed-in']],
		body: z.object({ kind: z.enum(factorKinds).optional() }),
		response: challengeView,
		errors: ['factor.not_available'],
	},
	'POST /api/challenges/{id}/answer': {
		requires: [['password-verified'], ['signed-in']],
		params: z.object({ id: z.string().max(64) }),
		body: challengeAnswer,
		/** The state after success: signed in, freshly verified. */
		response: z.object({ verifiedAt: z.iso.datetime() }),
		errors: [
			'factor.code_malformed',
			'factor.code_rejected',
			'factor.code_just_used',
			'factor.passkey_rejected',
			'factor.recovery_malformed',
			'factor.recovery_rejected',
			'factor.throttled',
			'factor.disabled',
			'factor.not_available',
			'challenge.expired',
			'challenge.exhausted',
		],
	},
	/** "Confirm it's you" for an account that has no method yet. With one set up, only a method verifies. */
	'POST /api/re-verification/password': {
		requires: [['signed-in']],
		body: z.object({ password: z.string().min(1).max(1024) }),
		response: z.object({ verifiedAt: z.iso.datetime() }),
		errors: ['password.rejected', 'sign_in.throttled', 'factor.not_available', 'server.busy'],
	},
} as const;
