import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../storage/database.ts';
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
	const webPassword = 'pomelos-by-the-pond';
	const clientPassword = 'kites-over-the-lake';
	let asked = 0;
	const server = createServer((socket) => {
		asked += 1;
		socket.end('* OK ready\r\n');
	});
	let environment: Readonly<Record<string, string>> = {};
	beforeAll(async () => {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const place = `127.0.0.1:${(server.address() as AddressInfo).port}`;
		environment = {
			MAILWARD_CANARY_ADDRESS: 'canary@example.edu',
			MAILWARD_IMAP_SERVER: place,
			MAILWARD_POP3_SERVER: place,
			MAILWARD_SUBMISSION_SERVER: place,
		};
		const rows = ['canary', 'plain', 'shut'].map((name) => `${name},${webPassword}`);
		await writeFile(join(folder, 'accounts.csv'), ['address,password', ...rows, 'elsewhere,', ''].join('\n'));
		expect((await mailward(['accounts', 'import', 'accounts.csv'])).out).toBe('added 4 of 4\n');
		await setUpTwoFactor(['canary', 'shut', 'elsewhere']);
		await mailward(['accounts', 'disable', 'shut']);
	});
	afterAll(() => server.close());
	beforeEach(() => {
		asked = 0;
	});

	/** A verification method that nobody ever answers with. */
	const setUpTwoFactor = async (names: readonly string[]) => {
		const db = openDatabase({ file: join(folder, 'mailward.sqlite') });
		for (const name of names) {
			const { id } = await db
				.selectFrom('accounts')
				.where('address', '=', `${name}@example.edu`)
				.select('id')
				.executeTakeFirstOrThrow();
			await db
				.insertInto('credentials')
				.values({
					id: `totp of ${name}`,
					account_id: id,
					person_id: id,
					kind: 'totp',
					name: '',
					sealed: '',
					version: 1,
					created_at: 0,
					last_used_at: null,
					preferred: 0,
					lookup: null,
				})
				.execute();
		}
		await db.destroy();
	};

	const check = (more: Readonly<Record<string, string>> = {}, input = `${webPassword}\n${clientPassword}\n`) =>
		createMailward(() => folder, { ...environment, ...more })(['mail', 'check'], input);

	it('does not say that nothing leaks because the web password is wrong', async () => {
		// The attack: somebody changes the canary's web password, and what leaks is called safe every night.
		const { code, out, problem } = await check({}, `not ${webPassword}\n${clientPassword}\n`);
		expect([code, out, asked]).toEqual([1, '', 0]);
		expect(problem).toContain('that is not the web password of canary@example.edu');
		expect(problem).not.toContain(webPassword);
	});

	it.each([
		['nobody', 'there is no account nobody@example.edu'],
		['shut', 'shut@example.edu is disabled'],
		['plain', 'two-factor is off for plain@example.edu'],
	])('does not begin with an account that it could tell nothing by: %s', async (name, sentence) => {
		const { code, out, problem } = await check({ MAILWARD_CANARY_ADDRESS: `${name}@example.edu` });
		expect([code, out, asked]).toEqual([1, '', 0]);
		expect(problem).toContain(sentence);
	});

	it('says that it could not verify a web password that another authority keeps, and goes on', async () => {
		const { problem } = await check({ MAILWARD_CANARY_ADDRESS: 'elsewhere@example.edu' });
		expect(problem).toContain('another authority keeps the web password of elsewhere@example.edu');
		expect(asked).toBeGreaterThan(0);
	});

	it('wants an account to try with', async () => {
		const { code, problem } = await mailward(['mail', 'check']);
		expect([code, problem]).toEqual([1, expect.stringContaining('MAILWARD_CANARY_ADDRESS')]);
	});

	it('asks for the passwords that are not set, and repeats none of them', async () => {
		const nowhere = { MAILWARD_IMAP_SERVER: '127.0.0.1:1', MAILWARD_POP3_SERVER: '127.0.0.1:1' };
		const { code, out, problem } = await check(nowhere);
		expect(out).toContain('imaps://127.0.0.1:1');
		expect(out).toMatch(/could not be checked: .*ECONNREFUSED/);
		expect(`${out}${problem}`).not.toContain(webPassword);
		expect(`${out}${problem}`).not.toContain(clientPassword);
		expect(code).toBe(1);
	});

	it('does not begin with passwords that it could not tell apart', async () => {
		const { code, problem } = await check({ MAILWARD_CANARY_WEB_PASSWORD: 'same' }, 'same\n');
		expect([code, problem]).toEqual([1, expect.stringContaining('are the same')]);
	});

	it('takes no listener that is none', async () => {
		const { code, problem } = await mailward(['mail', 'check', '--listener', 'mail.example.edu']);
		expect([code, problem]).toEqual([1, expect.stringContaining('imap(s), pop3(s) or smtp(s)://HOST[:PORT]')]);
	});
});
