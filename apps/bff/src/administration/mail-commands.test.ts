import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMailward } from '../testing/command.ts';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'mailward-mail-commands-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const mailward = createMailward(() => folder);

describe('mail senders', () => {
	it('prints each address of each account that is not disabled, and what Postfix takes for who has signed in', async () => {
		for (const [name, ...more] of [
			['lin', '--alias', 'lin.wen', 'wen+lin'],
			['wu'],
			['gone', '--alias', 'left'],
			['#room'],
		] as const) {
			expect((await mailward(['accounts', 'add', name, '--no-password', ...more])).problem).toBe('');
		}
		await mailward(['accounts', 'disable', 'gone']);
		const printed = await mailward(['mail', 'senders']);
		expect(printed.out.split('\n')).toEqual([
			'lin.wen@example.edu\tlin@example.edu',
			'lin@example.edu\tlin@example.edu',
			'wen+lin@example.edu\tlin@example.edu',
			'wu@example.edu\twu@example.edu',
			'',
		]);
		expect(printed.problem).toContain('#room@example.edu is left out');
		const named = await mailward(['mail', 'senders', '--mailboxes', 'name']);
		expect(named.out).toContain('lin.wen@example.edu\tlin\n');
	});
});

describe('mail check', () => {
	const canary = { MAILWARD_CANARY_ADDRESS: 'canary@example.edu', MAILWARD_IMAP_SERVER: '127.0.0.1:1' };
	const servers = { MAILWARD_POP3_SERVER: '127.0.0.1:1', MAILWARD_SUBMISSION_SERVER: '127.0.0.1:1' };

	it('wants an account to try with', async () => {
		const { code, problem } = await mailward(['mail', 'check']);
		expect([code, problem]).toEqual([1, expect.stringContaining('MAILWARD_CANARY_ADDRESS')]);
	});

	it('asks for the passwords that are not set, and repeats none of them', async () => {
		const asking = createMailward(() => folder, { ...canary, ...servers });
		const { code, out, problem } = await asking(['mail', 'check'], 'the web password\nthe client password\n');
		expect(out).toContain('imaps://127.0.0.1:1');
		expect(out).toMatch(/could not be checked: .*ECONNREFUSED/);
		expect(`${out}${problem}`).not.toMatch(/the web password\b(?!,)|the client password/);
		expect(code).toBe(1);
	});

	it('does not begin with passwords that it could not tell apart', async () => {
		const asking = createMailward(() => folder, { ...canary, ...servers, MAILWARD_CANARY_WEB_PASSWORD: 'same' });
		const { code, problem } = await asking(['mail', 'check'], 'same\n');
		expect([code, problem]).toEqual([1, expect.stringContaining('are the same')]);
	});

	it('takes no listener that is none', async () => {
		const asking = createMailward(() => folder, { ...canary, ...servers });
		const { code, problem } = await asking(['mail', 'check', '--listener', 'mail.example.edu']);
		expect([code, problem]).toEqual([1, expect.stringContaining('imap(s), pop3(s) or smtp(s)://HOST[:PORT]')]);
	});
});
