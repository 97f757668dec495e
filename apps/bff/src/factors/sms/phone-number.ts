import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';

export type ParsedNumber =
	/** E.164: `+8613800138000`. */
	{ readonly number: string } | { readonly problem: 'empty' | 'invalid' | 'not-mainland' };

/**
 * The one rule by which a typed mobile number is understood: full-width digits, blanks, hyphens and `0086` as people write
 * them. Without a country code it is one of mainland China. `mainlandOnly`: no other is taken.
 */
export const parsePhoneNumber = (typed: string, mainlandOnly: boolean): ParsedNumber => {
	const text = typed.normalize('NFKC').trim();
	if (text === '') return { problem: 'empty' };
	// Whatever else stands around a number ("ext. 5", a control character) would be dropped without a word.
	const parsed = /^[+\d\s().\p{Pd}]+$/u.test(text) ? parsePhoneNumberFromString(text, 'CN') : undefined;
	// Numbers of no country are satellites and services that cost as much as they like.
	if (parsed?.country === undefined || !parsed.isValid()) return { problem: 'invalid' };
	if (mainlandOnly && parsed.country !== 'CN') return { problem: 'not-mainland' };
	return { number: parsed.number };
};

/** The last two digits: enough for its owner, too little for anyone else. */
export const endingOf = (number: string): string => number.slice(-2);
