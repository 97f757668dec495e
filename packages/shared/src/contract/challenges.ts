import { z } from 'zod';
import { factorKinds, methodKinds } from '../factors/kinds.ts';
import { passkeyAssertion, passkeyChallengePrompt } from '../factors/passkey-prompts.ts';
import { recoveryChallengePrompt } from '../factors/recovery-prompts.ts';
import { scanPrompt } from '../factors/scan-prompts.ts';
import { smsChallengePrompt } from '../factors/sms-prompts.ts';
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
	/** The last two digits of each number that codes are sent to; empty for other kinds. */
	endings: z.array(z.string()),
	...usable,
});

const ofKind = {
	totp: { kind: z.literal('totp'), prompt: totpChallengePrompt },
	sms: { kind: z.literal('sms'), prompt: smsChallengePrompt },
	wechat: { kind: z.literal('wechat'), prompt: scanPrompt },
	dingtalk: { kind: z.literal('dingtalk'), prompt: scanPrompt },
	passkey: { kind: z.literal('passkey'), prompt: passkeyChallengePrompt },
	recovery: { kind: z.literal('recovery'), prompt: recoveryChallengePrompt },
};

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
	z.object({ ...ofKind.totp, ...common }),
	z.object({ ...ofKind.sms, ...common }),
	z.object({ ...ofKind.wechat, ...common }),
	z.object({ ...ofKind.dingtalk, ...common }),
	z.object({ ...ofKind.passkey, ...common }),
	z.object({ ...ofKind.recovery, ...common }),
]);

/** How a verification stands that waits for something to happen elsewhere: on a phone, or in the operator's network. */
export const challengeProgress = z.discriminatedUnion('kind', [
	z.object(ofKind.sms),
	z.object(ofKind.wechat),
	z.object(ofKind.dingtalk),
]);

export type ChallengeMethod = z.infer<typeof challengeMethod>;
export type ChallengeView = z.infer<typeof challengeView>;
export type ChallengeProgress = z.infer<typeof challengeProgress>;

/**
 * A code as typed (the server normalises it by the rule of its kind), a passkey's signature, or the word that the phone
 * has confirmed.
 */
export const challengeAnswer = z.union([
	z.strictObject({ code: z.string().max(64) }),
	z.strictObject({ assertion: passkeyAssertion }),
	z.strictObject({ scanned: z.literal(true) }),
]);

export type ChallengeAnswer = z.infer<typeof challengeAnswer>;

const id = z.object({ id: z.string().max(64) });

export const challengesContract = {
	/** One of a kind that waits for something elsewhere is taken up again where it stands, so that nothing is sent twice. */
	'POST /api/challenges': {
		requires: [['password-verified'], ['signed-in']],
		body: z.object({ kind: z.enum(factorKinds).optional() }),
		response: challengeView,
		errors: ['factor.not_available'],
	},
	/** Sends a code. `number` is the id of one of the prompt's numbers. */
	'POST /api/challenges/{id}/message': {
		requires: [['password-verified'], ['signed-in']],
		params: id,
		body: z.object({ number: z.string().max(64) }),
		response: challengeView,
		errors: [
			'text_message.limit_reached',
			'text_message.not_sent',
			'phone_number.refused',
			'factor.throttled',
			'factor.disabled',
			'factor.not_available',
			'challenge.expired',
			'challenge.exhausted',
		],
	},
	/** For browsers in which the stream does not come through. */
	'GET /api/challenges/{id}/progress': {
		requires: [['password-verified'], ['signed-in']],
		params: id,
		response: challengeProgress,
		errors: ['challenge.expired'],
	},
	'GET /api/challenges/{id}/events': {
		requires: [['password-verified'], ['signed-in']],
		params: id,
		events: challengeProgress,
		errors: ['challenge.expired'],
	},
	'POST /api/challenges/{id}/answer': {
		requires: [['password-verified'], ['signed-in']],
		params: id,
		body: challengeAnswer,
		/** The state after success: signed in, freshly verified. */
		response: z.object({ verifiedAt: z.iso.datetime() }),
		errors: [
			'factor.code_malformed',
			'factor.code_rejected',
			'factor.code_just_used',
			'factor.code_expired',
			'factor.not_confirmed',
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
