import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../storage/database.ts';
import { createMailward } from '../testing/command.ts';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'mailward-administration-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const mailward = createMailward(() => folder);

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
		'\ufeffaddress,name,password,aliases,groups\nlin,Lin,a long enough password,,\nchen,"Chen, Mo",a long enough password,c.mo chenmo,staff; IT 部门\n',
	);
	const imported = await mailward(['accounts', 'import', file]);
	expect([imported.code, imported.out]).toEqual([1, 'added 1 of 2\n']);
	expect(imported.problem).toContain('line 2: lin@example.edu is taken');
	expect((await mailward(['accounts', 'list'])).out).toContain(
		'chen@example.edu\tChen, Mo\ttwo-factor off, in IT 部门; staff\n',
	);
});

it('refuses a file that says from when two-factor is a must: the policy does', async () => {
	const file = join(folder, 'dated.csv');
	await writeFile(file, 'address,two_factor_required_from\nzhao,\n');
	const refused = await mailward(['accounts', 'import', file]);
	expect([refused.code, refused.problem]).toEqual([1, expect.stringMatching(/two_factor_required_from.*policy set/)]);
	expect((await mailward(['accounts', 'list'])).out).not.toContain('zhao');
});

it('puts accounts into groups', async () => {
	const added = await mailward(['accounts', 'add', 'sun', '--no-password', '--group', 'staff', 'students']);
	expect([added.code, added.problem]).toEqual([0, '']);
	expect((await mailward(['accounts', 'groups', 'sun'])).out).toBe('staff\nstudents\n');
	expect((await mailward(['accounts', 'groups', 'sun', '--set', 'staff, visitors'])).out).toBe('staff\nvisitors\n');
	expect((await mailward(['accounts', 'groups', 'sun', '--set', ''])).out).toBe('');
	const wrong = await mailward(['accounts', 'groups', 'sun', '--set', 'x'.repeat(101)]);
	expect([wrong.code, wrong.problem]).toEqual([1, expect.stringContaining('cannot be the name of a group')]);
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

it('tells the person of a password that was set at the server, where notices are sent', async () => {
	const withNotices = createMailward(() => folder, { MAILWARD_SMTP_URL: 'smtp://relay.example.edu' });
	expect((await withNotices(['accounts', 'password', 'chen'], 'a password from the help desk\n')).code).toBe(0);
	const db = openDatabase({ file: join(folder, 'mailward.sqlite') });
	const waiting = await db.selectFrom('notices').select(['event', 'address']).execute();
	await db.destroy();
	// Those of the commands before, which knew of no mail server, are not there.
	expect(waiting).toEqual([{ event: 'web-password.changed', address: null }]);
});

it('makes a key file once, and never over one that is there', async () => {
	expect((await mailward(['keys', 'create'])).code).toBe(0);
	expect((await mailward(['keys', 'create'])).problem).toContain('is there already');
	expect((await mailward(['keys', 'rotate'])).out).toBe('version 2 is current\n');
});
