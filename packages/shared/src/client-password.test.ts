import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientPasswordAlphabet, clientPasswordLength, clientPasswordNameProblem } from './client-password.ts';

describe('the alphabet of client passwords (decision 18)', () => {
	it('has 55 different characters, and none that looks like another', () => {
		expect(new Set(clientPasswordAlphabet).size).toBe(55);
		expect(clientPasswordAlphabet).toHaveLength(55);
		expect(clientPasswordAlphabet).toMatch(/^[a-zA-Z2-9]+$/);
		for (const confusing of 'iloIO01') expect(clientPasswordAlphabet).not.toContain(confusing);
	});

	it('gives 92 bits in sixteen characters (promise 30)', () => {
		expect(clientPasswordLength).toBe(16);
		expect(16 * Math.log2(55)).toBeGreaterThan(92);
	});

	it('needs no escaping in any protocol a password travels by', () => {
		expect(encodeURIComponent(clientPasswordAlphabet)).toBe(clientPasswordAlphabet);
	});
});

describe('the name of a client password', () => {
	it.each([
		['Phone', undefined],
		['  手机  ', undefined],
		['📱'.repeat(40), undefined],
		['x'.repeat(40), undefined],
		['x'.repeat(41), 'long'],
		['', 'empty'],
		[' \u3000\t', 'empty'],
		['a\u0000b', 'characters'],
		['a\nb', 'characters'],
		['a\u202eb', 'characters'],
		['a\ud800', 'characters'],
	])('%j: %s', (name, problem) => {
		expect(clientPasswordNameProblem(name)).toBe(problem);
	});

	it('is judged without its edges', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (name) => {
				expect(clientPasswordNameProblem(`  ${name}\u3000`)).toBe(clientPasswordNameProblem(name));
			}),
		);
	});
});
