import { describe, expect, it } from 'vitest';
import { endingOf, parsePhoneNumber } from './phone-number.ts';

const number = '+8613800138000';

describe('a typed mobile number', () => {
	it.each([
		['13800138000'],
		[' 138 0013 8000 '],
		['138-0013-8000'],
		['+8613800138000'],
		['+86 138 0013 8000'],
		['86 13800138000'],
		['0086 138 0013 8000'],
		['００８６１３８００１３８０００'],
		['１３８　００１３　８０００'],
		['＋８６１３８００１３８０００'],
		['(138) 0013-8000'],
	])('%j is the number it looks like', (typed) => {
		expect(parsePhoneNumber(typed, true)).toEqual({ number });
		expect(parsePhoneNumber(typed, false)).toEqual({ number });
	});

	it.each([
		['', 'empty'],
		[' \u3000\t', 'empty'],
		['1380013800', 'invalid'],
		['138001380000', 'invalid'],
		['12345678901', 'invalid'],
		['010-62751201', 'invalid'],
		['400 810 8888', 'invalid'],
		['110', 'invalid'],
		['10690000', 'invalid'],
		['lin@example.edu.cn', 'invalid'],
		['13800138000 ext. 5', 'invalid'],
		['13800138000;ext=5', 'invalid'],
		['13800138000\0', 'invalid'],
		['13800138000,13900139000', 'invalid'],
		['tel:+8613800138000;phone-context=example.com', 'invalid'],
		['٠١٣٨٠٠١٣٨٠٠٠', 'invalid'],
		['1'.repeat(300), 'invalid'],
		['+1', 'invalid'],
		['+999 13800138000', 'invalid'],
	] as const)('%j is %s', (typed, problem) => {
		expect(parsePhoneNumber(typed, true)).toEqual({ problem });
	});

	it.each([
		['+852 5123 4567', '+85251234567'],
		['+853 6612 3456', '+85366123456'],
		['+886 912 345 678', '+886912345678'],
		['+447400123456', '+447400123456'],
	])('%j is of another place: refused unless all are taken', (typed, other) => {
		expect(parsePhoneNumber(typed, true)).toEqual({ problem: 'not-mainland' });
		expect(parsePhoneNumber(typed, false)).toEqual({ number: other });
	});

	it('is shown by its last two digits', () => {
		expect(endingOf(number)).toBe('00');
	});
});
