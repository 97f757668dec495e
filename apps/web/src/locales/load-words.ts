import type { Language } from '@mailward/shared/languages.ts';
import { learn, type Translate, translateTo } from './translate.ts';
import type { DoorWords, GuideWords, InsideWords, Part, ProfileWords, ScanWords } from './vocabulary.ts';
import type { Wording } from './wording.ts';

interface Locale {
	readonly door: () => Promise<{ default: Wording<DoorWords> }>;
	readonly inside: () => Promise<{ default: Wording<InsideWords> }>;
	readonly scan: () => Promise<{ default: Wording<ScanWords> }>;
	readonly profile: () => Promise<{ default: Wording<ProfileWords> }>;
	readonly guide: () => Promise<{ default: Wording<GuideWords> }>;
}

const locales: Record<Language, Locale> = {
	en: {
		door: () => import('./en/door.ts'),
		inside: () => import('./en/inside.ts'),
		scan: () => import('./en/scan.ts'),
		profile: () => import('./en/profile.ts'),
		guide: () => import('./en/guide.ts'),
	},
	zh: {
		door: () => import('./zh/door.ts'),
		inside: () => import('./zh/inside.ts'),
		scan: () => import('./zh/scan.ts'),
		profile: () => import('./zh/profile.ts'),
		guide: () => import('./zh/guide.ts'),
	},
};

/**
 * What this page speaks, and the parts it speaks of. Whoever adds to one fetches it for the whole of the other, so the
 * two can grow at the same time (a page opened while the language changes) and no word is missing.
 */
const languages = new Set<Language>();
const parts = new Set<Part>(['door']);

const fetchWords = async (language: Language, part: Part): Promise<void> => {
	learn(language, (await locales[language][part]()).default);
};

/**
 * Fetches one language, as much of it as the page speaks of, so `t` never waits and never misses.
 *
 * @throws where the words did not arrive; the page goes on in the language it had.
 */
export const loadWords = async (language: Language): Promise<Translate> => {
	const known = languages.has(language);
	languages.add(language);
	try {
		await Promise.all([...parts].map((part) => fetchWords(language, part)));
	} catch (thrown) {
		if (!known) languages.delete(language);
		throw thrown;
	}
	return translateTo(language);
};

/** Fetches one part more, in every language that the page speaks. */
const loadPart = async (part: Part): Promise<void> => {
	parts.add(part);
	await Promise.all([...languages].map((language) => fetchWords(language, part)));
};

/** The words for those who are past the sign-in form. */
export const loadInsideWords = (): Promise<void> => loadPart('inside');

/** The words for a phone that has scanned a code. */
export const loadScanWords = (): Promise<void> => loadPart('scan');

/** The words for a device that has opened a set-up link. */
export const loadProfileWords = (): Promise<void> => loadPart('profile');

/** The words of the guides. */
export const loadGuideWords = (): Promise<void> => loadPart('guide');
