import { type Language, languages } from '@mailward/shared/languages.ts';
import { useEffect, useState } from 'react';
import { loadWords } from '../locales/load-words.ts';
import { createTimes, type Times } from '../locales/times.ts';
import type { Translate } from '../locales/translate.ts';
import { useWords } from '../locales/words.tsx';

/** How something is said in one language. */
export interface Tongue {
	readonly t: Translate;
	readonly times: Times;
}

interface Fetched extends Tongue {
	readonly language: Language;
}

/**
 * The words of every language for what is sent to somebody whose language is not known, that of the page first; of those
 * that are not there yet, or did not arrive, nothing is said.
 */
export const useEveryTongue = (): readonly Tongue[] => {
	const { language, t, times } = useWords();
	const [fetched, setFetched] = useState<readonly Fetched[]>([]);
	useEffect(() => {
		let gone = false;
		for (const other of languages) {
			if (other === language) continue;
			loadWords(other).then(
				(words) =>
					!gone && setFetched((all) => [...all, { language: other, t: words, times: createTimes(other, words) }]),
				() => undefined,
			);
		}
		return () => {
			gone = true;
		};
	}, [language]);
	return [{ t, times }, ...fetched.filter((each) => each.language !== language)];
};
