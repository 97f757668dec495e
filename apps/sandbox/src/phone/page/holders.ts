/// <reference lib="dom" />
import type { Language } from './words.ts';

export type ScanApp = 'wechat' | 'dingtalk' | 'browser';

export interface Person {
	readonly id: string;
	readonly name: Readonly<Record<Language, string>>;
	readonly about: Readonly<Record<Language, string>>;
}

/** As `GET /people` tells them. */
export interface People {
	readonly wechat: readonly Person[];
	readonly dingtalk: readonly Person[];
}

const readCookie = (name: string): string | undefined =>
	document.cookie
		.split('; ')
		.find((pair) => pair.startsWith(`${name}=`))
		?.slice(name.length + 1);

/** The sandbox reads these: it answers as the app in front, held by whoever was chosen. */
const writeCookie = (name: string, value: string): void => {
	// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is younger than the browsers that newcomers have
	document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
};

export const rememberLanguage = (language: Language): void => writeCookie('phone_language', language);

/** Until somebody is chosen, the first. */
export const holderOf = (people: People, app: keyof People): Person | undefined => {
	const chosen = readCookie(`${app}_person`);
	return people[app].find(({ id }) => id === chosen) ?? people[app][0];
};

export const holdBy = (app: keyof People, id: string): void => writeCookie(`${app}_person`, id);

export const bringToFront = (app: ScanApp): void => writeCookie('phone_app', app);

export const appInFront = (): ScanApp => {
	const app = readCookie('phone_app');
	return app === 'dingtalk' || app === 'browser' ? app : 'wechat';
};
