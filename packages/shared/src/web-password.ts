/** Characters of a new web password, at least (NIST SP 800-63B-4, 3.1.1.1, asks for less where a second factor follows). */
export const leastPasswordLength = 12;

/** Characters as people count them: one for each code point. */
export const passwordLength = (password: string): number => [...password].length;

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
