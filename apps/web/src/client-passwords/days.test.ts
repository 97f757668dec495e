import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayAfter, dayOf, endOfDay, farthestDay, sameDayNextYear } from './days.ts';

const zoneBefore = process.env.TZ;
afterEach(() => {
	process.env.TZ = zoneBefore;
});

describe.each([
	['Asia/Shanghai', '2026-11-21T15:59:59.999Z'],
	['America/Los_Angeles', '2026-11-22T07:59:59.999Z'],
	['Pacific/Kiritimati', '2026-11-21T09:59:59.999Z'],
])('in %s', (zone, end) => {
	beforeEach(() => {
		process.env.TZ = zone;
	});

	it('a day ends when it does where its person is', () => {
		expect(new Date(endOfDay('2026-11-21') ?? 0).toISOString()).toBe(end);
		expect(dayOf(Date.parse(end))).toBe('2026-11-21');
		expect(dayOf(Date.parse(end) + 1)).toBe('2026-11-22');
	});
});

it('knows the days on which clocks are changed', () => {
	process.env.TZ = 'Europe/Berlin';
	expect(new Date(endOfDay('2026-10-25') ?? 0).toISOString()).toBe('2026-10-25T22:59:59.999Z');
	expect(new Date(endOfDay('2026-03-29') ?? 0).toISOString()).toBe('2026-03-29T21:59:59.999Z');
	expect(dayAfter(new Date(2026, 9, 24, 23, 30).getTime(), 1)).toBe('2026-10-25');
});

it('counts across months and years', () => {
	const lateOnNewYearsEve = new Date(2026, 11, 31, 23, 59).getTime();
	expect(dayAfter(lateOnNewYearsEve, 30)).toBe('2027-01-30');
	expect(sameDayNextYear(lateOnNewYearsEve)).toBe('2027-12-31');
	expect(sameDayNextYear(new Date(2028, 1, 29).getTime())).toBe('2029-03-01');
	expect(farthestDay(lateOnNewYearsEve)).toBe('2036-12-30');
});

it.each(['', '2026', '21.11.2026', '2026-1-1'])('takes %o for no day', (text) => {
	expect(endOfDay(text)).toBeUndefined();
});
