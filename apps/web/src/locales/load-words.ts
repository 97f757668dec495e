import type { Language } from '@mailward/shared/languages.ts';
import type { Words } from './en.ts';
import { createTranslate, type Translate } from './translate.ts';
import type { Wording } from './wording.ts';

const locales: Record<Language, () => Promise<{ default: Wording<Words> }>> = {
	en: () => import('./en.ts'),
	zh: () => import('./zh.ts'),
};

/** Fetches one language. Every word there is comes with it, so `t` never waits and never misses. */
export const loadWords = async (language: Language): Promise<Translate> => {
	const { default: words } = await locales[language]();
	return createTranslate(words);
};
