import type { SiteView } from '@mailward/shared/contract/site.ts';
import { type Language, languages } from '@mailward/shared/languages.ts';
import type { ClientInfo } from '../clients/client-info.ts';
import type { ViewClient } from '../clients/client-view.ts';
import type { Notice } from './notice-store.ts';
import { noticeWords } from './words.ts';

/** Subject and text of a notice, in all languages in one message: which of them its person reads is not known. */
export type Letter = (notice: Notice) => { readonly subject: string; readonly text: string };

/** Names are checked where they are given; here a name could forge a line, so that is made sure of once more. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ');

const cleaned = <T extends object>(details: T): T =>
	Object.fromEntries(
		Object.entries(details).map(([key, value]) => [key, typeof value === 'string' ? oneLine(value) : value]),
	) as T;

/** `2026 年 3 月 2 日 17:00（GMT+08:00）`, `2 March 2026, 17:00 (GMT+08:00)`. */
const momentIn = (timeZone: string): Readonly<Record<Language, (time: number) => string>> => {
	const parts = (locale: string, month: 'numeric' | 'long') => {
		const format = new Intl.DateTimeFormat(locale, {
			timeZone,
			year: 'numeric',
			month,
			day: 'numeric',
			hour: '2-digit',
			minute: '2-digit',
			hourCycle: 'h23',
			timeZoneName: 'longOffset',
		});
		return (time: number) =>
			Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value])) as Record<
				Intl.DateTimeFormatPartTypes,
				string
			>;
	};
	// The Chinese format ends its numbers with the very words that are set apart here, so all numbers are read from English.
	const numbers = parts('en-GB', 'numeric');
	const named = parts('en-GB', 'long');
	return {
		zh: (time) => {
			const { year, month, day, hour, minute, timeZoneName } = numbers(time);
			return `${year} 年 ${Number(month)} 月 ${Number(day)} 日 ${hour}:${minute}（${timeZoneName}）`;
		},
		en: (time) => {
			const { year, month, day, hour, minute, timeZoneName } = named(time);
			return `${Number(day)} ${month} ${year}, ${hour}:${minute} (${timeZoneName})`;
		},
	};
};

export const createLetters = (parts: {
	site: Pick<SiteView, 'organisation' | 'helpDesk'>;
	publicOrigin: string;
	/** IANA name. */
	timeZone: string;
	viewClient: ViewClient;
}): Letter => {
	const { site, publicOrigin, viewClient } = parts;
	const moment = momentIn(parts.timeZone);

	const helpLine = (language: Language): string[] => {
		const { phone, hours, url } = site.helpDesk;
		const open = hours[language];
		const call = phone !== '' && open !== '' ? noticeWords[language].placeAt(phone, open) : phone;
		const ways = [call, url].filter((way) => way !== '');
		return ways.length === 0 ? [] : [noticeWords[language].help + ways.join(language === 'zh' ? '，' : ', ')];
	};

	const inLanguage = (language: Language, { to, at, told, client }: Notice): string => {
		const words = noticeWords[language];
		const { person = '', ...details } = cleaned(told.details);
		// The event and its details belong together, which the union says and an index into the words cannot.
		const happened = words.happened[told.event] as (given: typeof details, by: string) => string;
		const seen = viewClient(client && cleaned(client));
		const ofMailApp = told.event === 'mail-app.stale';
		const when = ofMailApp
			? words.mailApp.since + moment[language](Date.parse(told.details.since))
			: words.time + moment[language](at);
		const nameOf = ({ browser, system }: ClientInfo) =>
			ofMailApp ? words.mailApp.app(browser) : words.device + words.browserOn(browser, system);
		const where =
			seen === null
				? [words.device + words.atServer]
				: [
						nameOf(seen),
						words.place + (seen.place === null ? seen.address : words.placeAt(seen.place[language], seen.address)),
					];
		const { ifYours, ifNotYours } = words.mailApp;
		const whatToDo = ofMailApp
			? [ifYours, ifNotYours, `${publicOrigin}/security/client-passwords`]
			: [words.ifYou, words.ifNotYou, `${publicOrigin}/security/activity`];
		return [
			words.heading(site.organisation[language], to),
			'',
			happened(details, person),
			when,
			...where,
			...(person === '' ? [] : [words.person + person]),
			'',
			...whatToDo,
			...helpLine(language),
			'',
			words.automatic,
		].join('\n');
	};

	return (notice) => ({
		subject: languages.map((language) => noticeWords[language].subject[notice.told.event]).join(' / '),
		text: `${languages.map((language) => inLanguage(language, notice)).join('\n\n----------\n\n')}\n`,
	});
};
