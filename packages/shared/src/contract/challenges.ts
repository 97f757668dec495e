import { z } from 'zod';
import { factorKinds } from '../factors/kinds.ts';
import { totpChallengePrompt } from '../factors/totp-prompts.ts';

/** A method offered at a challenge. */
export const challengeMethod = z.object({
	kind: z.enum(factorKinds),
	/** The names the person gave their methods of this kind. */
	names: z.array(z.string()),
	/** `disabled`: too many wrong codes in a row; the help desk can reset it. */
	state: z.enum(['available', 'throttled', 'disabled']),
	/** ISO 8601, with `throttled`. */
	retryAt: z.iso.datetime().optional(),
});

/** One verification under way, as the browser that asked for it may see it. */
export const challengeView = z.object({
	id: z.string(),
	kind: z.enum(factorKinds),
	prompt: totpChallengePrompt,
	expiresAt: z.iso.datetime(),
	/** Everything this person could use instead, the current kind included. */
	methods: z.array(challengeMethod),
});

export type ChallengeMethod = z.infer<typeof challengeMethod>;
export type ChallengeView = z.infer<typeof challengeView>;

/** A code as typed; the server normalises it by the rule of `factors/code.ts`. */
const challengeAnswer = z.object({ code: z.string().max(64) });

export const challengesContract = {
	'POST /api/challenges': {
		requires: [['password-verified'], ['signed-in']],
		body: z.object({ kind: z.enum(factorKinds).optional() }),
		response: challengeView,
		errors: ['factor.not_available', 'factor.throttled', 'factor.disabled'],
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
