import type { Problem } from '../api/problem.ts';
import { serverNow } from '../api/server-clock.ts';
import { problemWords } from './problem-words.ts';
import { useWords } from './words.tsx';

/** Words problems in the language of the page. */
export const useProblemWords = () => {
	const { t, times } = useWords();
	return (problem: Problem) => problemWords(problem, { t, times, now: serverNow() });
};
