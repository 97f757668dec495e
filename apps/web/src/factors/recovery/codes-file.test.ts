import { expect, it } from 'vitest';
import { codesFile, codesFileName } from './codes-file.ts';

it('is a numbered list that any editor shows', () => {
	const file = codesFile({
		head: ['Mailward', 'lin@campus.example'],
		codes: ['abcde-23456', 'fghjk-78923'],
		foot: 'Once each.',
	});
	expect(file).toBe('Mailward\r\nlin@campus.example\r\n\r\n 1  abcde-23456\r\n 2  fghjk-78923\r\n\r\nOnce each.\r\n');
});

it('is called after the account and the day, in characters that every system takes', () => {
	const noon = new Date(2026, 10, 2, 12);
	expect(codesFileName('lin@campus.example', noon)).toBe('mailward-recovery-codes-lin@campus.example-2026-11-02.txt');
	expect(codesFileName('a/b:c', noon)).toBe('mailward-recovery-codes-a_b_c-2026-11-02.txt');
});
