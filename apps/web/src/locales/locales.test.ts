import { describe, expect, it } from 'vitest';
import enDoor from './en/door.ts';
import enGuide from './en/guide.ts';
import enInside from './en/inside.ts';
import enProfile from './en/profile.ts';
import enScan from './en/scan.ts';
import zhDoor from './zh/door.ts';
import zhGuide from './zh/guide.ts';
import zhInside from './zh/inside.ts';
import zhProfile from './zh/profile.ts';
import zhScan from './zh/scan.ts';

/** `path -> text` of every word in a locale. */
const flatten = (words: object, prefix = ''): Map<string, string> =>
	new Map(
		Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
			typeof value === 'string'
				? [[`${prefix}${key}`, value] as const]
				: typeof value === 'object' && value !== null
					? [...flatten(value, `${prefix}${key}.`)]
					: [],
		),
	);

const english = new Map([
	...flatten(enDoor),
	...flatten(enInside),
	...flatten(enScan),
	...flatten(enProfile),
	...flatten(enGuide),
]);
const chinese = new Map([
	...flatten(zhDoor),
	...flatten(zhInside),
	...flatten(zhScan),
	...flatten(zhProfile),
	...flatten(zhGuide),
]);
const placeholders = (text = '') =>
	[...text.matchAll(/\{(\w+)\}/g)]
		.map(([, name]) => name)
		.sort()
		.join();

/** What a person reads: numbers and names in the gaps, save those that are filled with words of the same language. */
const filled = (text: string) =>
	text.replace(/\{(offset|left|kind|method|app|organisation|drawing)\}/g, '快').replace(/\{\w+\}/g, '8');

const breaking = (words: Map<string, string>, rule: RegExp) =>
	[...words].map(([key, text]) => [key, filled(text)]).filter(([, text]) => rule.test(text ?? ''));

describe('the locales', () => {
	it('leave the same gaps in both languages', () => {
		const different = [...english].filter(([key, text]) => placeholders(text) !== placeholders(chinese.get(key)));
		expect(different).toEqual([]);
	});
});

describe('the tone of 简体中文', () => {
	it.each([
		['says 您 or nothing, and never shouts', /你|！|!/],
		['has full-width punctuation beside 汉字', /\p{Script=Han}[,;:?()]|[,;:?()]\p{Script=Han}/u],
		['has a space between 汉字 and letters or digits', /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u],
		['has no space beside full-width punctuation', / [，。：；？（）“”、]|[，。：；？（）“”、] /],
	])('%s', (_, broken) => {
		expect(breaking(chinese, broken)).toEqual([]);
	});
});

describe('the tone of English', () => {
	it('is calm, with typographic quotes', () => {
		expect(breaking(english, /!|Oops|['"]/)).toEqual([]);
	});
});
