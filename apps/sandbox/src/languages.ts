import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

/** What is shown to people, in the demo's two languages. */
export interface Wording {
	readonly zh: string;
	readonly en: string;
}

/** Remembers the language of the demo phone. */
export const languageCookie = 'phone_language';

/** `?lang=`, else the phone's, else the browser's. */
export const languageOf = (context: Context): keyof Wording => {
	const chosen =
		context.req.query('lang') ?? getCookie(context, languageCookie) ?? context.req.header('Accept-Language');
	return chosen?.trim().toLowerCase().startsWith('zh') ? 'zh' : 'en';
};
