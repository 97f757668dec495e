import { expect, it } from 'vitest';
import { readReturned } from './returned.ts';

it('reads what WeChat sends', () => {
	expect(readReturned('?code=021Ab&state=6f70')).toEqual({ state: '6f70', code: '021Ab' });
});

it('reads what DingTalk sends, whether it repeats the code under its other name or not', () => {
	expect(readReturned('?authCode=a1b2&state=6f70')).toEqual({ state: '6f70', code: 'a1b2' });
	expect(readReturned('?code=other&authCode=a1b2&state=6f70')).toEqual({ state: '6f70', code: 'a1b2' });
});

it('has no code where the person said no, and none that is empty', () => {
	expect(readReturned('?state=6f70')).toEqual({ state: '6f70' });
	expect(readReturned('?state=6f70&error=access_denied')).toEqual({ state: '6f70' });
	expect(readReturned('?code=&authCode=&state=6f70')).toEqual({ state: '6f70' });
	expect(readReturned('?authCode=&code=021Ab&state=6f70')).toEqual({ state: '6f70', code: '021Ab' });
});

it.each([
	['a reload, after the address has been cleared', ''],
	['a code that nobody asked for', '?code=021Ab'],
	['a state that is empty', '?code=021Ab&state='],
	['a state longer than any of ours', `?code=021Ab&state=${'a'.repeat(129)}`],
	['a code longer than any platform’s', `?state=6f70&code=${'a'.repeat(513)}`],
])('is nothing to go by: %s', (_, search) => {
	expect(readReturned(search)).toBeUndefined();
});
