import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import type { Problem } from '../api/problem.ts';
import { serverNow } from '../api/server-clock.ts';
import { methodProblemWords } from './method-problem-words.ts';
import { useWords } from './words.tsx';

/** Words problems with one method in the language of the page. */
export const useMethodProblemWords = (kind: FactorKind) => {
	const { t, times } = useWords();
	return (problem: Problem) => methodProblemWords(problem, kind, { t, times, now: serverNow() });
};
