import type { Language } from '@mailward/shared/languages.ts';
import { createContext, type ReactNode, startTransition, useContext, useEffect, useMemo, useState } from 'react';
import { htmlLang, languageCookieFor } from './language-choice.ts';
import { loadWords } from './load-words.ts';
import { createTimes, type Times } from './times.ts';
import type { Translate } from './translate.ts';

interface Tongue {
	readonly language: Language;
	readonly t: Translate;
}

interface WordsOfPage extends Tongue {
	readonly times: Times;
	/** Changes the language in place: nothing on the page is made anew, so nothing typed is lost. */
	readonly speak: (language: Language) => void;
}

const WordsContext = createContext<WordsOfPage | undefined>(undefined);

/** For the pages that follow, and the next visit. */
export const rememberLanguage = (language: Language) => {
	// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is younger than the browsers we serve
	document.cookie = languageCookieFor(language, location.protocol === 'https:');
};

const dropFromAddress = () => {
	// The address would otherwise overrule the choice at the next reload. The state stays: the router keeps its key there.
	const url = new URL(location.href);
	if (!url.searchParams.has('lang')) return;
	url.searchParams.delete('lang');
	history.replaceState(history.state, '', url);
};

interface WordsProviderProps {
	readonly first: Tongue;
	readonly children: ReactNode;
}

export const WordsProvider = ({ first, children }: WordsProviderProps) => {
	const [tongue, setTongue] = useState(first);
	useEffect(() => {
		document.documentElement.lang = htmlLang(tongue.language);
	}, [tongue]);

	const words = useMemo<WordsOfPage>(
		() => ({
			...tongue,
			times: createTimes(tongue.language, tongue.t),
			speak: (language) => {
				const change = async () => {
					const t = await loadWords(language);
					rememberLanguage(language);
					dropFromAddress();
					startTransition(() => setTongue({ language, t }));
				};
				// Offline, the words of the other language cannot be fetched; the page stays in the one it has.
				change().catch(() => undefined);
			},
		}),
		[tongue],
	);
	return <WordsContext value={words}>{children}</WordsContext>;
};

export const useWords = (): WordsOfPage => {
	const words = useContext(WordsContext);
	if (!words) throw new Error('useWords is used outside WordsProvider');
	return words;
};
