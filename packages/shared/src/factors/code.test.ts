import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeProblem, normaliseCode } from './code.ts';

describe('typed codes (promise 4)', () => {
	it.each([
		['123456', '123456'],
		['123 456', '123456'],
		[' 123-456\n', '123456'],
		['１２３４５６', '123456'],
		['１２３\u3000４５６', '123456'],
		['123–456', '123456'],
		['123－456', '123456'],
		['123\u2212456', '123456'],
		['\ufeff123\u200b456\u00a0', '123456'],
		['12 34 56', '123456'],
		['①②③', '123'],
		['12a456', '12a456'],
		['١٢٣', '١٢٣'],
		['123.456', '123.456'],
	])('%j becomes %j', (typed, code) => {
		expect(normaliseCode(typed)).toBe(code);
	});

	it('are normalised once: a second time changes nothing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (typed) => {
				expect(normaliseCode(normaliseCode(typed))).toBe(normaliseCode(typed));
			}),
			{ numRuns: 1000 },
		);
	});

	it('keep their digits in order, however they are grouped and set', () => {
		const gap = fc.constantFrom('', ' ', '-', '－', '\u3000', '\t', '\u00a0', '–');
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean(), gap), { maxLength: 8 }), (parts) => {
				const typed = parts.map(([digit, wide, after]) => String.fromCharCode(digit + (wide ? 0xff10 : 0x30)) + after);
				expect(normaliseCode(typed.join(''))).toBe(parts.map(([digit]) => digit).join(''));
			}),
		);
	});

	it.each([
		['', 'empty'],
		['1', 'short'],
		['12345', 'short'],
		['1234567', 'long'],
		['12345x', 'not-digits'],
		['x', 'not-digits'],
		['１２３４５６', 'not-digits'],
		['123456', undefined],
		['000000', undefined],
	])('%j has the problem %s', (code, problem) => {
		expect(codeProblem(code, 6)).toBe(problem);
	});

	it('are right exactly when they are six ASCII digits', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.stringMatching(/^\d{4,8}$/)), (code) => {
				expect(codeProblem(code, 6) === undefined).toBe(/^[0-9]{6}$/.test(code));
			}),
		);
	});
});
