import type { ChallengeView } from '@mailward/shared/contract/challenges.ts';
import type { Problem } from '../api/problem.ts';

/** Why no answer can be given now. What is wrong with an answer that was given is not one: the face shows that. */
export type Obstacle =
	| { readonly what: 'over'; readonly code: 'challenge.expired' | 'challenge.exhausted' | 'factor.not_available' }
	| { readonly what: 'throttled'; readonly retryAt: string }
	| { readonly what: 'disabled' }
	| { readonly what: 'not-allowed' };

/** The obstacle that a refusal names, if it names one. */
export const obstacleOf = (problem: Problem | undefined): Obstacle | undefined => {
	switch (problem?.code) {
		case 'challenge.expired':
		case 'challenge.exhausted':
		case 'factor.not_available':
			return { what: 'over', code: problem.code };
		case 'factor.code_rejected':
		case 'factor.passkey_rejected':
		case 'factor.recovery_rejected':
			// The last try was this one: a field that takes no other would only be in the way.
			return problem.details.attemptsLeft === 0 ? { what: 'over', code: 'challenge.exhausted' } : undefined;
		case 'factor.throttled':
			return { what: 'throttled', retryAt: problem.details.retryAt };
		case 'factor.disabled':
			return { what: 'disabled' };
		default:
			return undefined;
	}
};

/** The obstacle that a challenge comes with: its method may be shut from the start. */
export const obstacleIn = ({ kind, methods, recovery }: ChallengeView): Obstacle | undefined => {
	const method = kind === 'recovery' ? recovery : methods.find((each) => each.kind === kind);
	switch (method?.state) {
		case 'disabled':
			return { what: 'disabled' };
		case 'not-allowed':
			return { what: 'not-allowed' };
		case 'throttled':
			return method.retryAt === undefined ? undefined : { what: 'throttled', retryAt: method.retryAt };
		default:
			return undefined;
	}
};

const faults: ReadonlySet<string> = new Set([
	'factor.code_rejected',
	'factor.number_rejected',
	'factor.code_malformed',
	'factor.code_just_used',
	'factor.code_expired',
	'factor.clock_off',
	'factor.passkey_rejected',
	'factor.recovery_rejected',
	'factor.recovery_malformed',
]);

const wrong: ReadonlySet<string> = new Set([
	'factor.code_rejected',
	'factor.number_rejected',
	'factor.passkey_rejected',
	'factor.recovery_rejected',
]);

/** Whether a refusal finds fault with the answer itself. */
export const findsFault = ({ code }: Problem): boolean => faults.has(code);

/** Whether the answer was wrong, not merely ill-formed or too early. */
export const isWrong = ({ code }: Problem): boolean => wrong.has(code);

/** Whether a challenge's method is shut until somebody else opens it again: then another one is the only way. */
export const isShut = (challenge: ChallengeView): boolean => {
	const what = obstacleIn(challenge)?.what;
	return what === 'disabled' || what === 'not-allowed';
};

/** Whether a refusal to send a code says that another method would do better now. */
export const isStuck = ({ code }: Problem): boolean =>
	code === 'text_message.limit_reached' || code === 'text_message.not_sent' || code === 'phone_number.refused';
