import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'mailward-administration-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the command as an administrator does, with `input` on standard input. */
const mailward = (parameters: readonly string[], input = '') =>
	new Promise<{ code: number | null; out: string; problem: string }>((resolve) => {
		const program = fileURLToPath(new URL('../mailward.ts', import.meta.url));
		const child = spawn(process.execPath, [program, ...parameters], {
			cwd: folder,
			env: { PATH: process.env.PATH, MAILWARD_DOMAINS: 'example.edu', MAILWARD_DATA: folder },
		});
		let out = '';
		let problem = '';
		child.stdout.on('data', (chunk) => {
			out += chunk;
		});
		child.stderr.on('data', (chunk) => {
			problem += chunk;
		});
		child.on('close', (code) => resolve({ code, out, problem }));
		child.stdin.end(input);
	});

it('adds an account, whose password never stands on the command line', async () => {
	const added = await mailward(
		['accounts', 'add', 'Lin', '--name', 'Lin Wen', '--alias', 'lin.wen'],
		'a long enough password\n',
	);
	expect([added.code, added.out]).toEqual([0, 'added lin@example.edu\n']);
	const again = await mailward(['accounts', 'add', 'lin.wen'], 'a long enough password\n');
	expect(again.code).toBe(1);
	expect(again.problem).toContain('lin.wen@example.edu is taken');
	const short = await mailward(['accounts', 'add', 'wu'], 'short\n');
	expect([short.code, short.problem]).toEqual([1, expect.stringContaining('at least 12 characters')]);
});

it('imports a file: a wrong form stops it before anything is done, a taken address is told and left out', async () => {
	const file = join(folder, 'people.csv');
	await writeFile(file, 'address,name,password,kind\nwang,Wang Shan,a long enough password,person\nlab,Lab,,robot\n');
	const stopped = await mailward(['accounts', 'import', file]);
	expect([stopped.code, stopped.problem]).toEqual([1, expect.stringContaining('line 3: kind')]);
	expect((await mailward(['accounts', 'list'])).out).not.toContain('wang');

	await writeFile(
		file,
		'\ufeffaddress,name,password,aliases,two_factor_required_from\nlin,Lin,a long enough password,,\nchen,"Chen, Mo",a long enough password,c.mo chenmo,2026-09-01\n',
	);
	const imported = await mailward(['accounts', 'import', file]);
	expect([imported.code, imported.out]).toEqual([1, 'added 1 of 2\n']);
	expect(imported.problem).toContain('line 2: lin@example.edu is taken');
	expect((await mailward(['accounts', 'list'])).out).toContain(
		'chen@example.edu\tChen, Mo\ttwo-factor off, required from 2026-09-01',
	);
});

it('disables, enables and gives a new password by any address of the account', async () => {
	expect((await mailward(['accounts', 'disable', 'lin.wen'])).code).toBe(0);
	const listed = (await mailward(['accounts', 'list', '--json'])).out
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));
	expect(listed.find(({ address }) => address === 'lin@example.edu')).toMatchObject({
		disabled: true,
		twoFactor: false,
	});
	expect((await mailward(['accounts', 'enable', 'lin'])).code).toBe(0);
	expect((await mailward(['accounts', 'password', 'lin'], 'another long password\n')).out).toBe('changed\n');
	expect((await mailward(['accounts', 'disable', 'nobody'])).problem).toBe('there is no account nobody@example.edu\n');
});

it('makes a key file once, and never over one that is there', async () => {
	expect((await mailward(['keys', 'create'])).code).toBe(0);
	expect((await mailward(['keys', 'create'])).problem).toContain('is there already');
	expect((await mailward(['keys', 'rotate'])).out).toBe('version 2 is current\n');
});
