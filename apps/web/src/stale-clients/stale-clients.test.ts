import type { StaleClientView } from '@mailward/shared/contract/stale-clients.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadInsideWords, loadWords } from '../locales/load-words.ts';
import { createTimes, type Times } from '../locales/times.ts';
import { byApp, inOrder, remedyFor } from './banner.ts';
import { since } from './since.ts';

const client = (browser: string) => ({ browser, system: '', address: '10.2.3.4', place: null });

describe('what mends a mail app', () => {
	it('is a password of its own, with the guide of the app that it probably is', () => {
		expect(remedyFor({ reason: 'web-password', client: client('Microsoft Outlook') })).toEqual({
			by: 'new-password',
			app: 'outlook',
		});
		expect(remedyFor({ reason: 'deleted', client: client('') })).toEqual({ by: 'new-password', app: undefined });
	});

	it.each(['expired', 'not-allowed'] as const)('is another setting where its password is %s', (reason) => {
		expect(remedyFor({ reason, client: client('Foxmail') })).toEqual({ by: 'change' });
	});
});

it('begins with the one that tried last', () => {
	const told = ['2026-11-20T08:00:00Z', '2026-11-21T11:48:00Z', '2026-11-21T09:00:00Z'].map((lastAt) => ({ lastAt }));
	expect(inOrder(told as StaleClientView[]).map(({ lastAt }) => lastAt.slice(8, 13))).toEqual([
		'21T11',
		'21T09',
		'20T08',
	]);
});

describe('what is told of a mail app', () => {
	const one: StaleClientView = {
		id: 'one',
		reason: 'web-password',
		name: '',
		protocol: 'submission',
		client: client(''),
		cloud: null,
		firstAt: '2026-11-21T09:00:00Z',
		lastAt: '2026-11-21T11:48:00Z',
		tries: 2,
	};
	const fetching: StaleClientView = {
		...one,
		id: 'two',
		protocol: 'imap',
		client: client('Foxmail'),
		firstAt: '2026-11-20T08:00:00Z',
		lastAt: '2026-11-21T11:30:00Z',
		tries: 3,
	};

	it.each([
		['one that sends first', [one, fetching]],
		['one that fetches first', [fetching, one]],
	])('is told once for all it does: %s', (_, clients) => {
		expect(byApp(clients)).toMatchObject([
			{
				protocols: ['imap', 'submission'],
				client: { browser: 'Foxmail' },
				firstAt: fetching.firstAt,
				lastAt: one.lastAt,
				tries: 5,
			},
		]);
	});

	it('is not mixed with another app, another address or another fault', () => {
		const others: StaleClientView[] = [
			{ ...fetching, client: client('Outlook') },
			{ ...fetching, client: { ...client('Foxmail'), address: '10.2.3.5' } },
			{ ...fetching, reason: 'deleted', name: 'Phone' },
			{ ...fetching, reason: 'deleted', name: 'Office' },
		];
		expect(byApp([fetching, ...others])).toHaveLength(5);
	});
});

describe('since when', () => {
	let en: Times;
	let zh: Times;
	beforeAll(async () => {
		await loadInsideWords();
		en = createTimes('en', await loadWords('en'));
		zh = createTimes('zh', await loadWords('zh'));
	});
	const at = (date: number, hour: number) => new Date(2026, 10, date, hour).toISOString();
	const now = new Date(2026, 10, 21, 0, 5).getTime();

	it('is a day of the week while there is only one of that name', () => {
		expect(since(at(16, 23), now, 'en', en)).toBe('Monday');
		expect(since(at(16, 23), now, 'zh', zh)).toBe('星期一');
		expect(since(at(15, 1), now, 'en', en)).toBe('Sunday');
		expect(since(at(14, 23), now, 'en', en)).toBe('14\u00a0November');
		expect(since(at(20, 23), now, 'en', en)).toBe('yesterday\u00a0at\u00a023:00');
	});
});
