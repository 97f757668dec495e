import { beforeAll, describe, expect, it } from 'vitest';
import { loadInsideWords, loadWords } from './load-words.ts';
import { createTimes, type Times } from './times.ts';

/** In the zone of whoever runs the test, as the page is in the zone of whoever reads it. */
const at = (year: number, month: number, day: number, hour = 12, minute = 2, second = 0) =>
	new Date(year, month - 1, day, hour, minute, second).toISOString();
const now = Date.parse(at(2026, 11, 21, 0, 5));

let en: Times;
let zh: Times;
beforeAll(async () => {
	await loadInsideWords();
	en = createTimes('en', await loadWords('en'));
	zh = createTimes('zh', await loadWords('zh'));
});

describe('times', () => {
	it('tells today and yesterday by the calendar, not by 24 hours', () => {
		expect(en.relative(at(2026, 11, 21, 0, 1), now)).toBe('today at 00:01');
		expect(zh.relative(at(2026, 11, 21, 0, 1), now)).toBe('今天 00:01');
		expect(en.relative(at(2026, 11, 20, 23, 59), now)).toBe('yesterday at 23:59');
		expect(zh.relative(at(2026, 11, 20, 0, 1), now)).toBe('昨天 00:01');
	});

	it('leaves the year out while it is this one', () => {
		expect(en.relative(at(2026, 11, 18), now)).toBe('18 November');
		expect(zh.relative(at(2026, 11, 18), now)).toBe('11 月 18 日');
		expect(en.relative(at(2025, 11, 18), now)).toBe('18 November 2025');
		expect(zh.relative(at(2025, 11, 18), now)).toBe('2025 年 11 月 18 日');
	});

	it('heads the days of a list', () => {
		expect(en.dayOf(at(2026, 11, 21, 0, 1), now)).toBe('Today');
		expect(zh.dayOf(at(2026, 11, 20, 0, 1), now)).toBe('昨天');
		expect(en.dayOf(at(2026, 11, 18), now)).toBe('18 November');
		expect(zh.dayOf(at(2025, 11, 18), now)).toBe('2025 年 11 月 18 日');
	});

	it('gives the exact time beside', () => {
		expect(en.exact(at(2026, 9, 3))).toBe('3 September 2026, 12:02');
		expect(zh.exact(at(2026, 9, 3))).toBe('2026 年 9 月 3 日 12:02');
		expect(en.clockWithSeconds(at(2026, 9, 3, 7, 5, 9))).toBe('07:05:09');
	});

	it('names the day of a deadline only when it is another one', () => {
		expect(en.until(at(2026, 11, 21, 0, 20), now)).toBe('00:20');
		expect(en.until(at(2026, 11, 22, 0, 4), now)).toBe('22 November 2026, 00:04');
	});

	it('counts down in whole seconds, rounded up, and stops at nought', () => {
		expect(en.duration(271.2)).toBe('4 min 32 s');
		expect(zh.duration(272)).toBe('4 分 32 秒');
		expect(en.duration(59.4)).toBe('1 min 0 s');
		expect(en.duration(-3)).toBe('0 s');
	});

	it('inks a postmark', () => {
		expect(en.postmark(at(2026, 9, 3))).toEqual({ day: '3 SEP', year: '2026', whole: '3 SEP 2026' });
		expect(zh.postmark(at(2026, 9, 3))).toEqual({ day: '09.03', year: '2026', whole: '2026.09.03' });
	});
});
