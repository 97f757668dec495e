import type { Language } from '@mailward/shared/languages.ts';
import { createInstance } from 'i18next';
import type { DoorWords, GuideWords, InsideWords, ProfileWords, ScanWords, Words } from './vocabulary.ts';
import type { Wording } from './wording.ts';

/** `signIn.title`, `errors.sign_in.refused`: every word there is, by its path. */
export type WordKey = Paths<Words>;

type Paths<T> = {
	[K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

/** The words at a path. Some names have dots in them, so the path is taken apart along the names there are. */
type At<T, P extends string> = P extends keyof T
	? T[P]
	: { [K in keyof T & string]: P extends `${K}.${infer Rest}` ? At<T[K], Rest> : never }[keyof T & string];

/** The names of the `{gaps}` in a text. */
type Gaps<Text> = Text extends `${string}{${infer Gap}}${infer Rest}` ? Gap | Gaps<Rest> : never;

type Fill<K extends WordKey> = [Gaps<At<Words, K>>] extends [never]
	? []
	: [fill: Readonly<Record<Gaps<At<Words, K>>, string | number>>];

/** A word without gaps. */
export type PlainKey = { [K in WordKey]: Fill<K> extends [] ? K : never }[WordKey];

/** Says one thing in the language of the page. A word that does not exist, or a gap left open, does not compile. */
export type Translate = <K extends WordKey>(key: K, ...fill: Fill<K>) => string;

/** The one i18next there is, with the words of every language that was fetched. It has no plugins and fetches nothing. */
const tongues = createInstance({
	// Nothing to wait for: it is ready when this line is through.
	initAsync: false,
	// Gaps are written `{so}`. React escapes what it shows, so i18next must not.
	interpolation: { prefix: '{', suffix: '}', escapeValue: false },
});
void tongues.init();

/** Adds words of a language to those it has; names that it has already, such as `errors`, take in what is new. */
export const learn = (
	language: Language,
	words: Wording<DoorWords | GuideWords | InsideWords | ProfileWords | ScanWords>,
): void => {
	tongues.addResourceBundle(language, 'translation', words, true);
};

/** `t` of one language, with all that has been learned of it and all that will be. */
export const translateTo = (language: Language): Translate => {
	const say = tongues.getFixedT(language);
	// As `replace`, so that no gap is taken for an option of i18next, whatever its name; and no text for a reference.
	return (key, ...[fill]) => say(key as string, { replace: fill ?? {}, nest: false });
};
