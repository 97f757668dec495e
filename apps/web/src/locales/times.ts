import type { Language } from '@mailward/shared/languages.ts';
import type { Translate } from './translate.ts';

/** Times as people read them: in their own zone, in their own language. All take ISO 8601 or ms since the epoch. */
export interface Times {
	/** `12:02` */
	readonly clock: (at: string | number) => string;
	/** `12:02:31`, where seconds matter. */
	readonly clockWithSeconds: (at: string | number) => string;
	/** `21 November 2026` */
	readonly day: (at: string | number) => string;
	/** `21 November 2026, 12:02` */
	readonly exact: (at: string | number) => string;
	/** `today at 12:02`, `yesterday at 09:10`, `18 November`, `18 November 2025`. */
	readonly relative: (at: string | number, now: number) => string;
	/** The day alone, over what happened on it: `Today`, `Yesterday`, `18 November`, `18 November 2025`. */
	readonly dayOf: (at: string | number, now: number) => string;
	/** When something becomes possible: the clock alone while it is today. */
	readonly until: (at: string | number, now: number) => string;
	/** `4 min 32 s`, `32 s`; whole seconds, never negative. */
	readonly duration: (seconds: number) => string;
	/** What a postmark bears: `3 SEP` over `2026`, and both in one line for the large one. */
	readonly postmark: (at: string | number) => { readonly day: string; readonly year: string; readonly whole: string };
}

const two = (number: number) => String(number).padStart(2, '0');

const sameDay = (a: Date, b: Date) =>
	a.getFullYear() === b.getFullYear() && a.getMonth() === b.getMonth() && a.getDate() === b.getDate();

const dayBefore = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate() - 1);

/** No line ends in the middle of a time. */
const tied = (date: string) => date.replaceAll(' ', '\u00a0');

export const createTimes = (language: Language, t: Translate): Times => {
	const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long' });
	const clock = (at: string | number) => {
		const date = new Date(at);
		return `${two(date.getHours())}:${two(date.getMinutes())}`;
	};
	const dayOfYear = (date: Date) =>
		tied(
			language === 'zh'
				? `${date.getMonth() + 1} 月 ${date.getDate()} 日`
				: `${date.getDate()} ${monthName.format(date)}`,
		);
	const day = (at: string | number) => {
		const date = new Date(at);
		return tied(
			language === 'zh' ? `${date.getFullYear()} 年 ${dayOfYear(date)}` : `${dayOfYear(date)} ${date.getFullYear()}`,
		);
	};
	/** The day without the year while it is this one. */
	const nearDay = (at: string | number, now: number) =>
		new Date(at).getFullYear() === new Date(now).getFullYear() ? dayOfYear(new Date(at)) : day(at);
	const exact = (at: string | number) => tied(`${day(at)}${language === 'zh' ? ' ' : ', '}${clock(at)}`);

	return {
		clock,
		clockWithSeconds: (at) => `${clock(at)}:${two(new Date(at).getSeconds())}`,
		day,
		exact,
		relative: (at, now) => {
			const date = new Date(at);
			const today = new Date(now);
			if (sameDay(date, today)) return tied(t('times.today', { time: clock(at) }));
			if (sameDay(date, dayBefore(today))) return tied(t('times.yesterday', { time: clock(at) }));
			return nearDay(at, now);
		},
		dayOf: (at, now) => {
			const date = new Date(at);
			const today = new Date(now);
			if (sameDay(date, today)) return t('times.dayToday');
			if (sameDay(date, dayBefore(today))) return t('times.dayYesterday');
			return nearDay(at, now);
		},
		until: (at, now) => (sameDay(new Date(at), new Date(now)) ? clock(at) : exact(at)),
		duration: (seconds) => {
			const whole = Math.max(0, Math.ceil(seconds));
			return tied(
				whole < 60
					? t('times.seconds', { seconds: whole })
					: t('times.countdown', { minutes: Math.floor(whole / 60), seconds: whole % 60 }),
			);
		},
		postmark: (at) => {
			const date = new Date(at);
			const year = String(date.getFullYear());
			if (language === 'zh') {
				const dotted = `${two(date.getMonth() + 1)}.${two(date.getDate())}`;
				return { day: dotted, year, whole: `${year}.${dotted}` };
			}
			const short = `${date.getDate()} ${monthName.format(date).slice(0, 3).toUpperCase()}`;
			return { day: short, year, whole: `${short} ${year}` };
		},
	};
};
