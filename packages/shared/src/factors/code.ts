/**
 * The one rule by which a typed code becomes digits, in the browser and on the server alike: full-width digits become
 * ASCII (NFKC), white space and hyphens of any kind disappear.
 */
export const normaliseCode = (typed: string): string =>
	typed.normalize('NFKC').replace(/[\s\p{Pd}\u2212\u200b\u2060\ufeff]/gu, '');

/** What is wrong with a normalised code of `digits` digits, or `undefined` when its form is right. */
export const codeProblem = (code: string, digits: number): 'empty' | 'short' | 'long' | 'not-digits' | undefined => {
	if (code === '') return 'empty';
	if (!/^[0-9]*$/.test(code)) return 'not-digits';
	if (code.length < digits) return 'short';
	if (code.length > digits) return 'long';
	return undefined;
};
