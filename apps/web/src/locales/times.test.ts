import { beforeAll, describe, expect, it } from 'vitest';
import { loadInsideWords, loadWords } from './load-words.ts';
import { createTimes, type Times } from './times.ts';

/** In the zone of whoever runs the test, as the page is in the zone of whoever reads it. */
/** `_` stands for the space that no line breaks at. */
const tied = (shown: string) => shown.replaceAll('_', '\u00a0');

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
		expect(en.relative(at(2026, 11, 21, 0, 1), now)).toBe(tied('today_at_00:01'));
		expect(zh.relative(at(2026, 11, 21, 0, 1), now)).toBe(tied('今天_00:01'));
		expect(en.relative(at(2026, 11, 20, 23, 59), now)).toBe(tied('yesterday_at_23:59'));
		expect(zh.relative(at(2026, 11, 20, 0, 1), now)).toBe(tied('昨天_00:01'));
	});

	it('leaves the year out while it is this one', () => {
		expect(en.relative(at(2026, 11, 18), now)).toBe(tied('18_November'));
		expect(zh.relative(at(2026, 11, 18), now)).toBe(tied('11_月_18_日'));
		expect(en.relative(at(2025, 11, 18), now)).toBe(tied('18_November_2025'));
		expect(zh.relative(at(2025, 11, 18), now)).toBe(tied('2025_年_11_月_18_日'));
	});

	it('heads the days of a list', () => {
		expect(en.dayOf(at(2026, 11, 21, 0, 1), now)).toBe('Today');
		expect(zh.dayOf(at(2026, 11, 20, 0, 1), now)).toBe('昨天');
		expect(en.dayOf(at(2026, 11, 18), now)).toBe(tied('18_November'));
		expect(zh.dayOf(at(2025, 11, 18), now)).toBe(tied('2025_年_11_月_18_日'));
	});

	it('gives the exact time beside', () => {
		expect(en.exact(at(2026, 9, 3))).toBe(tied('3_September_2026,_12:02'));
		expect(zh.exact(at(2026, 9, 3))).toBe(tied('2026_年_9_月_3_日_12:02'));
		expect(en.clockWithSeconds(at(2026, 9, 3, 7, 5, 9))).toBe('07:05:09');
	});

	it('names the day of a deadline only when it is another one', () => {
		expect(en.until(at(2026, 11, 21, 0, 20), now)).toBe('00:20');
		expect(en.until(at(2026, 11, 22, 0, 4), now)).toBe(tied('22_November_2026,_00:04'));
	});

	it('counts down in whole seconds, rounded up, and stops at nought', () => {
		expect(en.duration(271.2)).toBe(tied('4_min_32_s'));
		expect(zh.duration(272)).toBe(tied('4_分_32_秒'));
		expect(en.duration(59.4)).toBe(tied('1_min_0_s'));
		expect(en.duration(-3)).toBe(tied('0_s'));
	});

	it('inks a postmark', () => {
		expect(en.postmark(at(2026, 9, 3))).toEqual({ day: '3 SEP', year: '2026', whole: '3 SEP 2026' });
		expect(zh.postmark(at(2026, 9, 3))).toEqual({ day: '09.03', year: '2026', whole: '2026.09.03' });
	});
});
