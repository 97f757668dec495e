/** The languages of the product, in the order in which they are offered. `zh` is 简体中文. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** The cookie that remembers a person's choice of language. It holds nothing else and is readable by the page. */
export const languageCookie = 'mailward-language';

/** `zh-Hans-CN`, `EN_us` and the like to one of ours, or `undefined`. */
export const toLanguage = (tag: string | null | undefined): Language | undefined => {
	const primary = tag?.trim().toLowerCase().split(/[-_]/)[0];
	return languages.find((language) => language === primary);
};
