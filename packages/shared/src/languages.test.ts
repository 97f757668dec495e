import { expect, it } from 'vitest';
import { toLanguage } from './languages.ts';

it.each([
	['zh', 'zh'],
	['zh-CN', 'zh'],
	['zh-Hans-CN', 'zh'],
	['ZH_hant', 'zh'],
	['en', 'en'],
	[' EN-us ', 'en'],
	['fr', undefined],
	['zhx', undefined],
	['english', undefined],
	['*', undefined],
	['', undefined],
	[null, undefined],
	[undefined, undefined],
])('the tag %j leads to %s', (tag, language) => {
	expect(toLanguage(tag)).toBe(language);
});
