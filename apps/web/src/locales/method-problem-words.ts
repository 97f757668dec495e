import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import type { Problem } from '../api/problem.ts';
import { problemWords, type Wordsmith } from './problem-words.ts';

/**
 * The sentence for a problem with one method: codes come from different places, and what stands in the way of a text
 * message is told with its reason. Apart from the other problems, because the first screen has none of these.
 */
export const methodProblemWords = (problem: Problem, kind: FactorKind, smith: Wordsmith): string => {
	const { t, times, now } = smith;
	switch (problem.code) {
		case 'factor.code_rejected':
			return kind === 'sms'
				? t('factors.sms.challenge.rejected', { attemptsLeft: problem.details.attemptsLeft })
				: problemWords(problem, smith);
		case 'phone_number.malformed':
			return t(`forms.phoneNumber.${problem.details.reason}`);
		case 'text_message.limit_reached':
			return t(`factors.sms.limit.${problem.details.scope}`, { time: times.until(problem.details.retryAt, now) });
		case 'text_message.not_sent':
			return t(`factors.sms.notSent.${problem.details.reason}`);
		default:
			return problemWords(problem, smith);
	}
};
