import { expect, it } from 'vitest';
import { readableNumber } from './number-words.ts';

it('groups a number of mainland China, and leaves others as they are', () => {
	expect(readableNumber('+8613800138000')).toBe('+86\u00a0138\u00a00013\u00a08000');
	expect(readableNumber('+85251234567')).toBe('+85251234567');
});
