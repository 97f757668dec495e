import { describe, expect, it } from 'vitest';
import { chooseLanguage, languageCookieFor } from './language-choice.ts';

const choose = (signs: Partial<Parameters<typeof chooseLanguage>[0]>) =>
	chooseLanguage({ search: '', cookies: '', preferred: [], ...signs });

describe('the language of the page', () => {
	it('is the one in the address before any other', () => {
		expect(choose({ search: '?a=1&lang=zh', cookies: 'mailward-language=en', preferred: ['en-GB'] })).toBe('zh');
	});

	it('is the remembered one before the browser’s', () => {
		expect(choose({ cookies: 'a=b; mailward-language=en', preferred: ['zh-CN'] })).toBe('en');
	});

	it('is the first of the browser’s that there is', () => {
		expect(choose({ preferred: ['fr-FR', 'zh-Hans-CN', 'en'] })).toBe('zh');
	});

	it('is English where nothing tells', () => {
		expect(choose({ search: '?lang=xx', cookies: 'mailward-language=', preferred: ['fr'] })).toBe('en');
	});

	it('is remembered in a cookie that the next page reads', () => {
		expect(choose({ cookies: languageCookieFor('zh', true).split(';')[0] ?? '' })).toBe('zh');
	});
});
