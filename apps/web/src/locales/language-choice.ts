import { type Language, languageCookie, toLanguage } from '@mailward/shared/languages.ts';

interface Signs {
	/** The address's query, `?lang=zh` in it or not. */
	readonly search: string;
	/** `document.cookie`. */
	readonly cookies: string;
	/** The browser's languages, the preferred first. */
	readonly preferred: readonly string[];
}

/** What a person asked for in the address, else what they chose before, else what their browser speaks, else English. */
export const chooseLanguage = ({ search, cookies, preferred }: Signs): Language => {
	const remembered = cookies
		.split(';')
		.map((cookie) => cookie.trim().split('='))
		.find(([name]) => name === languageCookie)?.[1];
	return [new URLSearchParams(search).get('lang'), remembered, ...preferred].map(toLanguage).find(Boolean) ?? 'en';
};

/** The cookie that remembers `language` for a year, in the form `document.cookie` takes. */
export const languageCookieFor = (language: Language, secure: boolean): string =>
	`${languageCookie}=${language}; path=/; max-age=31536000; samesite=lax${secure ? '; secure' : ''}`;

/** The `lang` attribute of pages in `language`. */
export const htmlLang = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en');
