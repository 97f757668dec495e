import { describe, expect, it } from 'vitest';
import { endOf } from './ceremony-end.ts';

const named = (name: string) => Object.assign(new Error('says nothing that a person could use'), { name });
const soon = { took: 4000, timeout: 60_000 };

describe('a browser that comes back without a passkey', () => {
	it('was closed by its person, or heard nothing in time', () => {
		expect(endOf(named('NotAllowedError'), soon)).toBe('cancelled');
		expect(endOf(named('NotAllowedError'), { took: 59_900, timeout: 60_000 })).toBe('late');
	});

	it.each([
		['AbortError', 'withdrawn'],
		['InvalidStateError', 'existing'],
		['SecurityError', 'elsewhere'],
		['UnknownError', 'failed'],
	])('says %s, which means %s', (name, end) => {
		expect(endOf(named(name), soon)).toBe(end);
	});

	it('may throw anything', () => {
		expect(endOf(undefined, soon)).toBe('failed');
	});
});
