import { mailApps } from '@mailward/shared/mail-apps.ts';
import { describe, expect, it } from 'vitest';
import { draftFor, draftOf, endProblem, wishesOf, withProtocol } from './wishes.ts';

const now = new Date(2026, 10, 21, 12, 2).getTime();
const endOf = (year: number, month: number, day: number) =>
	new Date(year, month - 1, day + 1, 0, 0, 0, -1).toISOString();

describe('what a new password is for', () => {
	it.each(mailApps)('is what %s can be set up with, and never what has no need of it', (app) => {
		const { protocols } = draftFor(app, 'x');
		expect(protocols).toContain('submission');
		expect(protocols).not.toContain('other');
	});

	it('is sending alone for a printer, and receiving by one way on an iPhone', () => {
		expect(draftFor('program', 'x').protocols).toEqual(['submission']);
		expect(draftFor('iphone', 'x').protocols).toEqual(['imap', 'submission']);
	});

	it('can be chosen otherwise, in whatever order', () => {
		expect(withProtocol(['submission'], 'imap', true)).toEqual(['imap', 'submission']);
		expect(withProtocol(['imap', 'submission'], 'imap', false)).toEqual(['submission']);
		expect(withProtocol(['imap'], 'imap', true)).toEqual(['imap']);
	});
});

describe('the end date', () => {
	const draft = draftFor('foxmail', ' Foxmail ');

	it('is none unless its person says otherwise', () => {
		expect(wishesOf(draft, now)).toEqual({
			name: 'Foxmail',
			protocols: ['imap', 'pop3', 'submission'],
			expiresAt: null,
		});
	});

	it.each([
		['days30', endOf(2026, 12, 21)],
		['days90', endOf(2027, 2, 19)],
		['year', endOf(2027, 11, 21)],
	] as const)('is the end of the day that %s stands for', (end, expiresAt) => {
		expect(wishesOf({ ...draft, end }, now).expiresAt).toBe(expiresAt);
		expect(endProblem({ ...draft, end }, now)).toBeUndefined();
	});

	it('may be today, which is not over yet', () => {
		expect(endProblem({ end: 'date', date: '2026-11-21' }, now)).toBeUndefined();
		expect(wishesOf({ ...draft, end: 'date', date: '2026-11-21' }, now).expiresAt).toBe(endOf(2026, 11, 21));
	});

	it.each([
		['', 'empty'],
		['2026-11-20', 'past'],
		['2036-11-20', undefined],
		['2036-11-21', 'far'],
	] as const)('%o is %s', (date, problem) => {
		expect(endProblem({ end: 'date', date }, now)).toBe(problem);
	});
});

describe('a password that is changed', () => {
	const made = { name: 'Foxmail', protocols: ['imap' as const], expiresAt: '2026-12-03T08:15:00.000Z' };

	it('keeps what is not touched, to the millisecond', () => {
		expect(wishesOf(draftOf(made), now)).toEqual(made);
		expect(wishesOf(draftOf({ ...made, expiresAt: null }), now).expiresAt).toBeNull();
	});

	it('can be given another end, or none', () => {
		expect(wishesOf({ ...draftOf(made), date: '2026-12-24' }, now).expiresAt).toBe(endOf(2026, 12, 24));
		expect(wishesOf({ ...draftOf(made), end: 'none' }, now).expiresAt).toBeNull();
	});

	it('is not saved with an end that has passed', () => {
		expect(endProblem(draftOf({ ...made, expiresAt: '2026-11-01T00:00:00.000Z' }), now)).toBe('past');
	});
});
