/** Characters of a new web password, at least (NIST SP 800-63B-4, 3.1.1.1, asks for less where a second factor follows). */
export const leastPasswordLength = 12;

/** Characters as people count them, one for each code point, of what the password is after NFKC, which is what is hashed. */
export const passwordLength = (password: string): number => [...password.normalize('NFKC')].length;

/**
 * What somebody who knows a person would try first: their name, address and organisation in parts, neighbouring parts
 * joined ("Wang Shan" is tried as "wangshan"), and each whole.
 */
export const personWords = (...texts: readonly string[]): string[] => {
	const words = texts.flatMap((text) => {
		const parts = text.match(/[\p{L}\p{N}]+/gu) ?? [];
		const pairs = parts.slice(1).map((part, index) => `${parts[index]}${part}`);
		return [...parts, ...pairs, parts.join('')];
	});
	return [...new Set(words.filter((word) => word.length > 1))];
};

/** What many passwords here begin with, beside what the estimator's dictionaries hold. */
const everybodysWords = ['woaini', '5201314', '1314520', '123456', 'password', 'mima', 'mailward'];
/** Characters, blanks and punctuation aside, that a password must have besides such words and the person's own. */
const leastOfItsOwn = 6;

/** One that consists of the person's own name and the like, in whatever order and with whatever between them. */
export const isMadeOf = (password: string, words: readonly string[]): boolean => {
	let rest = password.normalize('NFKC').toLowerCase();
	const longestFirst = [...words, ...everybodysWords]
		.map((word) => word.normalize('NFKC').toLowerCase())
		// Two letters are in many a word; two Chinese characters are a name.
		.filter((word) => word.length >= (/^\p{ASCII}*$/u.test(word) ? 3 : 2))
		.toSorted((one, other) => other.length - one.length);
	for (const word of longestFirst) rest = rest.replaceAll(word, ' ');
	const own = rest.match(/[^\p{P}\p{Z}]/gu) ?? [];
	return own.length < leastOfItsOwn && own.length < [...password].length / 2;
};

/** The estimator's scores go from 0 to 4; from 3 on, "safely unguessable", it takes some 10^8 tries and more. */
export const bestRefusedScore = 2;

/** Characters. */
const looked = 64;

/**
 * The part of a password that the estimator is given: it takes longer than its length, and what is left out can only make
 * a password look easier to guess than it is.
 */
export const estimatedPart = (password: string): string => [...password].slice(0, looked).join('');
