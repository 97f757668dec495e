import { expect, it } from 'vitest';
import { isStrayDigit } from './stray-digit.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false, defaultPrevented: false };
const heading = { matches: () => false };
const field = { matches: () => true };

it('is a digit typed while a heading, or nothing, has the focus', () => {
	expect(isStrayDigit({ ...plain, key: '7' }, heading)).toBe(true);
	expect(isStrayDigit({ ...plain, key: '0' }, null)).toBe(true);
});

it('is no digit that a field takes', () => {
	expect(isStrayDigit({ ...plain, key: '7' }, field)).toBe(false);
});

it.each(['a', 'Tab', 'F1', ' ', '７'])('is no other key: %j', (key) => {
	expect(isStrayDigit({ ...plain, key }, heading)).toBe(false);
});

it.each(['ctrlKey', 'metaKey', 'altKey', 'isComposing', 'defaultPrevented'] as const)(
	'is nothing that is meant for the browser, the keyboard or somebody else: %s',
	(held) => {
		expect(isStrayDigit({ ...plain, key: '7', [held]: true }, heading)).toBe(false);
	},
);
