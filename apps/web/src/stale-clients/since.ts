import type { Language } from '@mailward/shared/languages.ts';
import type { Times } from '../locales/times.ts';

const day = 24 * 60 * 60 * 1000;

/** When something began: the day of the week while there is only one of that name, else as any other time. */
export const since = (at: string, now: number, language: Language, times: Times): string => {
	const began = new Date(at);
	const today = new Date(now);
	const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
	const days = Math.round((midnight(today) - midnight(began)) / day);
	if (days < 2 || days > 6) return times.relative(at, now);
	return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'long' }).format(began);
};
