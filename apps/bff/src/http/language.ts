import { type Language, languageCookie, toLanguage } from '@mailward/shared/languages.ts';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

/** `?lang=`, else what was chosen before, else the first of the browser's languages that is ours, else English. */
export const languageOf = (context: Context): Language =>
	toLanguage(context.req.query('lang')) ??
	toLanguage(getCookie(context, languageCookie)) ??
	(context.req.header('Accept-Language') ?? '')
		.split(',')
		.map((part) => toLanguage(part.split(';')[0]))
		.find((language) => language !== undefined) ??
	'en';
