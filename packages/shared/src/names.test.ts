import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameProblem } from './names.ts';

describe('a name that a person gives', () => {
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
		expect(nameProblem(name)).toBe(problem);
	});

	it('is judged without its edges', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (name) => {
				expect(nameProblem(`  ${name}\u3000`)).toBe(nameProblem(name));
			}),
		);
	});
});
