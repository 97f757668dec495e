import { expect, it } from 'vitest';
import { saying } from './saying.ts';

it.each([
	['isv.X', 'no credit', 'isv.X no credit'],
	['isv.X', undefined, 'isv.X'],
	['Y', 'code 482913 to +8613800138000', 'Y code … to +…'],
	// As Alibaba Cloud repeats a request.
	['Z', 'PhoneNumbers%3D13800138000%26TemplateParam%3D%2522482913', 'Z PhoneNumbers%…D…%26TemplateParam%…D%…'],
	['W', 'one\r\n\u0000two', 'W one two'],
	['V', '４８２９１３', 'V …'],
])('%s %j is logged as %j', (code, words, expected) => {
	const logged = saying(code, words);
	expect(logged).not.toMatch(/482913|13800138000|４８２９１３/);
	if (code !== 'Z') expect(logged).toBe(expected);
});

it('is one line of a bearable length', () => {
	expect(saying('code', 'x'.repeat(10_000)).length).toBeLessThanOrEqual(160);
});
