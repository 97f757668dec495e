import type { ChallengeView } from '@mailward/shared/contract/challenges.ts';
import type { Problem } from '../api/problem.ts';

/** Why no answer can be given now. What is wrong with an answer that was given is not one: the face shows that. */
export type Obstacle =
	| { readonly what: 'over'; readonly code: 'challenge.expired' | 'challenge.exhausted' | 'factor.not_available' }
	| { readonly what: 'throttled'; readonly retryAt: string }
	| { readonly what: 'disabled' };

/** The obstacle that a refusal names, if it names one. */
export const obstacleOf = (problem: Problem | undefined): Obstacle | undefined => {
	switch (problem?.code) {
		case 'challenge.expired':
		case 'challenge.exhausted':
		case 'factor.not_available':
			return { what: 'over', code: problem.code };
		case 'factor.code_rejected':
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
export const obstacleIn = ({ kind, methods }: ChallengeView): Obstacle | undefined => {
	const method = methods.find((each) => each.kind === kind);
	if (method?.state === 'disabled') return { what: 'disabled' };
	if (method?.state === 'throttled' && method.retryAt !== undefined) {
		return { what: 'throttled', retryAt: method.retryAt };
	}
	return undefined;
};

/** Whether a refusal finds fault with the answer itself. */
export const findsFault = ({ code }: Problem): boolean =>
	code === 'factor.code_rejected' || code === 'factor.code_malformed' || code === 'factor.code_just_used';
