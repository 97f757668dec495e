import { expect, it } from 'vitest';
import { firstName } from './first-name.ts';

it('is the app’s own, or the next that is free', () => {
	expect(firstName('Foxmail', [])).toBe('Foxmail');
	expect(firstName('Foxmail', ['Phone', 'foxmail '])).toBe('Foxmail 2');
	expect(firstName('华为邮件', ['华为邮件', '华为邮件 2'])).toBe('华为邮件 3');
});
