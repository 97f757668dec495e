/** How many recovery codes a person gets at a time. */
export const recoveryCodeCount = 10;
/** From this many on, the person is warned that they run out. */
export const fewRecoveryCodes = 3;

/** Lower case and digits without look-alikes (i, l, o, 0, 1), since these are read from paper: 31 symbols, 49 bits. */
export const paperCodeAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
export const paperCodeLength = 10;

/** The one rule by which a code that was read from paper is understood: width, capitals, blanks and hyphens do not count. */
export const normalisePaperCode = (typed: string): string =>
	typed
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s\p{Pd}\u2212\u200b\u2060\ufeff]/gu, '');

/** Whether a normalised code can be one at all. */
export const isPaperCode = (code: string): boolean =>
	code.length === paperCodeLength && [...code].every((letter) => paperCodeAlphabet.includes(letter));

/** As it is shown and printed: two groups of five. */
export const groupedPaperCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;
