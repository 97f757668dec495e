import { clientPasswordAlphabet } from '@mailward/shared/client-password.ts';
import { expect, it } from 'vitest';
import { characterKind, charactersOf, groupCount, toGroup } from './character-kind.ts';

it('tells every character there can be: small, capital or digit', () => {
	for (const character of clientPasswordAlphabet) {
		const kind = /[a-z]/.test(character) ? 'lower' : /[A-Z]/.test(character) ? 'upper' : 'digit';
		expect([character, characterKind(character)]).toEqual([character, kind]);
	}
});

it('shows each character once, in groups of four, in the order of the password', () => {
	const secret = 'k7RmpX4wHd9tGc3n';
	const groups = Array.from({ length: groupCount }, (_, index) => charactersOf(secret, index + 1));
	expect(groups.map((group) => group.map(({ character }) => character).join(''))).toEqual([
		'k7Rm',
		'pX4w',
		'Hd9t',
		'Gc3n',
	]);
	expect(new Set(groups.flat().map(({ at }) => at)).size).toBe(secret.length);
	expect(groups[1]?.map(({ kind }) => kind)).toEqual(['lower', 'upper', 'digit', 'lower']);
});

it('reads a group from the address, and nothing else', () => {
	expect(['1', '4'].map(toGroup)).toEqual([1, 4]);
	expect([null, '', '0', '5', '1.5', 'x', '-1'].map(toGroup)).toEqual(Array.from({ length: 7 }, () => undefined));
});
