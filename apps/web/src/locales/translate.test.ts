import { beforeAll, expect, it } from 'vitest';
import { loadInsideWords, loadWords } from './load-words.ts';

beforeAll(loadInsideWords);

it('says the same thing in both languages, gaps filled', async () => {
	const en = await loadWords('en');
	const zh = await loadWords('zh');
	expect(en('signIn.title')).toBe('Sign in');
	expect(zh('signIn.title')).toBe('登录');
	expect(en('methods.setUpNamed', { name: 'X' })).toBe('Set up X');
	expect(zh('clientPasswords.count', { used: 0, limit: 6 })).toBe('0 / 6');
});

it('finds words whose names have dots in them', async () => {
	const en = await loadWords('en');
	expect(en('errors.challenge.expired')).toBe('This verification has expired. Start it again.');
});

it('shows what fills a gap as it is, whatever characters it has', async () => {
	const en = await loadWords('en');
	expect(en('clientPasswords.remove.title', { name: '$& <b>{name}</b>' })).toBe('Delete “$& <b>{name}</b>”?');
	expect(en('clientPasswords.remove.title', { name: '$t(signIn.title)' })).toBe('Delete “$t(signIn.title)”?');
});

it('does not compile with an unknown word or an open gap', async () => {
	const en = await loadWords('en');
	// @ts-expect-error there is no such word
	expect(en('signIn.titel')).toBe('signIn.titel');
	// @ts-expect-error the gap is left open
	expect(en('methods.setUpNamed')).toBe('Set up {name}');
	// @ts-expect-error the gap has another name
	expect(en('methods.setUpNamed', { nome: 'X' })).toBe('Set up {name}');
});
