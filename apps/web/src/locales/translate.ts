import type { Words } from './en.ts';
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

/** Says one thing in the language of the page. A word that does not exist, or a gap left open, does not compile. */
export type Translate = <K extends WordKey>(key: K, ...fill: Fill<K>) => string;

const flatten = (words: object, prefix: string, into: Map<string, string>): Map<string, string> => {
	for (const [name, value] of Object.entries(words)) {
		if (typeof value === 'string') into.set(prefix + name, value);
		else flatten(value, `${prefix}${name}.`, into);
	}
	return into;
};

export const createTranslate = (words: Wording<Words>): Translate => {
	const texts = flatten(words, '', new Map());
	return (key, ...[fill]) => {
		const gaps: Readonly<Record<string, string | number>> = fill ?? {};
		return (texts.get(key) ?? key).replace(/\{(\w+)\}/g, (_, gap: string) => String(gaps[gap]));
	};
};
