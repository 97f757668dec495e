import type { ClientPasswordView } from '@mailward/shared/contract/client-passwords.ts';
import { type MailApp, type MailProtocol, mailProtocols, usualProtocols } from '@mailward/shared/mail-apps.ts';
import { dayAfter, dayOf, endOfDay, farthestDay, sameDayNextYear } from './days.ts';

/** How an end date is chosen. */
export const endChoices = ['none', 'days30', 'days90', 'year', 'date'] as const;
export type EndChoice = (typeof endChoices)[number];

/** What the form holds while it is being filled in. */
export interface Draft {
	readonly name: string;
	readonly protocols: readonly MailProtocol[];
	readonly end: EndChoice;
	/** `2026-11-21` in the person's own zone, or empty; it counts where `end` is `date`. */
	readonly date: string;
	/** The end there was before, so that what is not touched stays as it is to the millisecond. */
	readonly before: string | null;
}

/** What is sent: the same in the form of the contract. */
export interface Wishes {
	readonly name: string;
	readonly protocols: MailProtocol[];
	/** ISO 8601, or null for no end. */
	readonly expiresAt: string | null;
}

/** For a mail app of which nothing is known: all that can be set up anywhere. */
const anywhere: readonly MailProtocol[] = ['imap', 'pop3', 'submission'];

/** The form for a new password, filled in as it mostly is. `app`: null for one that has no guide. */
export const draftFor = (app: MailApp | null, name: string): Draft => ({
	name,
	protocols: app === null ? anywhere : usualProtocols[app],
	end: 'none',
	date: '',
	before: null,
});

/** The form with what was wished for before. */
export const draftOf = ({ name, protocols, expiresAt }: Pick<ClientPasswordView, keyof Wishes>): Draft => ({
	name,
	protocols,
	end: expiresAt === null ? 'none' : 'date',
	date: expiresAt === null ? '' : dayOf(Date.parse(expiresAt)),
	before: expiresAt,
});

/** With one protocol more or less, in the order in which they are shown. */
export const withProtocol = (
	protocols: readonly MailProtocol[],
	changed: MailProtocol,
	wanted: boolean,
): MailProtocol[] => mailProtocols.filter((protocol) => (protocol === changed ? wanted : protocols.includes(protocol)));

/** The last day that a choice stands for, `undefined` where it stands for none. `now`: ms since the epoch. */
export const lastDayOf = (end: EndChoice, date: string, now: number): string | undefined => {
	switch (end) {
		case 'none':
			return undefined;
		case 'days30':
			return dayAfter(now, 30);
		case 'days90':
			return dayAfter(now, 90);
		case 'year':
			return sameDayNextYear(now);
		case 'date':
			return date;
	}
};

export type EndProblem = 'empty' | 'past' | 'far';

/** What is wrong with the end that was chosen, or `undefined`. `now`: ms since the epoch. */
export const endProblem = ({ end, date }: Pick<Draft, 'end' | 'date'>, now: number): EndProblem | undefined => {
	const day = lastDayOf(end, date, now);
	if (day === undefined) return undefined;
	const moment = endOfDay(day);
	if (moment === undefined) return 'empty';
	if (moment <= now) return 'past';
	return day > farthestDay(now) ? 'far' : undefined;
};

/** What a form without problems asks for. */
export const wishesOf = ({ name, protocols, end, date, before }: Draft, now: number): Wishes => {
	const day = lastDayOf(end, date, now);
	const moment = day === undefined ? undefined : endOfDay(day);
	const untouched = before !== null && end === 'date' && dayOf(Date.parse(before)) === date;
	return {
		name: name.trim(),
		protocols: [...protocols],
		expiresAt: untouched ? before : moment === undefined ? null : new Date(moment).toISOString(),
	};
};
