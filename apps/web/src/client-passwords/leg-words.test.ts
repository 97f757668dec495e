import type { RefusalReason } from '@mailward/shared/contract/client-passwords.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadInsideWords, loadWords } from '../locales/load-words.ts';
import { createTimes } from '../locales/times.ts';
import { type Leg, legWords, type Side } from './leg-words.ts';

const now = new Date(2026, 10, 21, 12, 5).getTime();
const at = new Date(2026, 10, 21, 12, 3).toISOString();
const use = { at, client: { browser: '', system: '', address: '10.2.3.4', place: null } };
const protocols = { incoming: 'imap', outgoing: 'submission' } as const;
const reasons: Record<RefusalReason, RegExp> = {
	'web-password': /web password.*Replace it in the field for (incoming|outgoing) mail/,
	deleted: /deleted.*Replace it/,
	expired: /expired.*Replace it/,
	'not-allowed': /isn’t for.*Allow it/,
	wrong: /Check capitals: 16 characters, no spaces/,
};

let tell: (side: Side, leg: Leg, byProfile?: boolean) => { title: string; text: string };
beforeAll(async () => {
	await loadInsideWords();
	const t = await loadWords('en');
	tell = (side, leg, byProfile = false) =>
		legWords(side, leg, { t, times: createTimes('en', t), now, kind: 'Foxmail', byProfile });
});

describe.each(['incoming', 'outgoing'] as const)('the %s half', (side) => {
	it('says what to do while it waits', () => {
		const { title, text } = tell(side, { state: 'waiting' });
		expect(title).toMatch(/: waiting$/);
		expect(text).toBe(
			side === 'outgoing'
				? 'Send yourself a message from Foxmail.'
				: 'Put the password in, then fetch mail with Foxmail.',
		);
	});

	it('asks for nothing to be put in where a profile has done that', () => {
		expect(tell(side, { state: 'waiting' }, true).text).not.toMatch(/password/);
	});

	it('says when the mail app signed in', () => {
		expect(tell(side, { ...use, state: 'passed', protocol: protocols[side] }).title).toMatch(/✓ 12:03$/);
	});

	it.each(Object.entries(reasons) as [RefusalReason, RegExp][])('says what to change after %s', (reason, words) => {
		const { title, text } = tell(side, { ...use, state: 'refused', protocol: protocols[side], reason });
		expect(title).toMatch(/✗ 12:03$/);
		expect(text).toMatch(words);
		expect(text).not.toMatch(/[{}]|liveCheck|undefined/);
	});
});

it('names the day too once it was another one', () => {
	const leg = { ...use, at: new Date(2026, 10, 18, 9, 1).toISOString(), state: 'passed', protocol: 'imap' } as const;
	expect(tell('incoming', leg).title.replaceAll('\u00a0', ' ')).toBe('Incoming ✓ 18 November 2026, 09:01');
});
