import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultPolicy } from '../policy/policy.ts';
import { createMailward } from '../testing/command.ts';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'mailward-policy-'));
	const file = join(folder, 'people.csv');
	const rows = ['lin,lin.alias,staff', 'wu,,staff', 'sun,,students'];
	await writeFile(file, ['address,aliases,groups', ...rows].join('\n'));
	await mailward(['accounts', 'import', file]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const mailward = createMailward(() => folder, { SUDO_USER: 'wang' });
const set = (...parameters: string[]) => mailward(['policy', 'set', ...parameters, '--reason', 'decided on Monday']);
const inForce = async () => JSON.parse((await mailward(['policy', 'show', '--json'])).out);
const versions = async () => JSON.parse((await mailward(['policy', 'show', '--json', '--history'])).out);

describe('the policy', () => {
	it('is what holds by default until somebody sets one', async () => {
		expect(await inForce()).toEqual(defaultPolicy);
		expect((await mailward(['policy', 'show'])).out).toContain('version 0');
	});

	it('is changed a setting at a time; what changes and whom it touches is said', async () => {
		const required = '[{"group":"staff","from":"2026-09-01"}]';
		const changed = await set('trustedDeviceDays=14', 'methods=totp', `required=${required}`);
		expect([changed.code, changed.problem]).toEqual([0, '']);
		expect(changed.out.trim().split('\n')).toEqual([
			'+ required {"group":"staff","from":"2026-09-01","remindDays":30}',
			'- methods=["totp","sms","wechat","dingtalk","passkey"]',
			'+ methods=["totp"]',
			'- trustedDeviceDays=30',
			'+ trustedDeviceDays=14',
			expect.stringMatching(/^two-factor a must for 2 of 3 accounts; 2 of them have none set up, \d of those now$/),
			'version 1 is in force',
		]);
		expect(await inForce()).toMatchObject({ trustedDeviceDays: 14, methods: ['totp'], clientPasswords: 6 });
		const listed = (await mailward(['accounts', 'list'])).out;
		expect(listed).toContain('lin@example.edu\t\ttwo-factor off, required from 2026-09-01, in staff');
		expect(listed).toContain('sun@example.edu\t\ttwo-factor off, in students');
	});

	it('caps texts one by one', async () => {
		const capped = await set('textMessages.perNumberHour=3', 'textMessages.perDay=1000', '--dry-run');
		expect(capped.out).toMatch(
			/^- textMessages\.perNumberHour=5\n\+ .*Hour=3\n- textMessages\.perDay=20000\n\+ .*perDay=1000\n/,
		);
	});

	it('shows lines that can be set again, and who set what, when and why', async () => {
		const shown = (await mailward(['policy', 'show'])).out;
		expect(shown).toMatch(/^version 1, 20\d\d-\S+Z, by wang: decided on Monday\n/);
		for (const line of ['trustedDeviceDays=14', 'textMessages.perNumberHour=5']) {
			expect(shown).toContain(`\n  ${line}\n`);
		}
		const again = await set(...(shown.match(/^ {2}.*$/gm) ?? []).map((line) => line.trim()));
		expect(again.problem).toBe('that is the policy in force already\n');
		const history = await versions();
		expect(history).toMatchObject([
			{ version: 1, author: 'wang', reason: 'decided on Monday', policy: { trustedDeviceDays: 14 } },
			{ version: 0, policy: defaultPolicy },
		]);
		expect((await mailward(['policy', 'show', '--history'])).out).toMatch(/version 1,(.|\n)*version 0:/);
	});

	it('is set whole from a file or from standard input, with defaults for what is left out', async () => {
		const file = join(folder, 'policy.json');
		await writeFile(file, JSON.stringify({ clientPasswords: 8 }));
		expect((await set(file)).code).toBe(0);
		expect(await inForce()).toEqual({ ...defaultPolicy, clientPasswords: 8 });
		const wanted = { ...defaultPolicy, reverificationMinutes: 5 };
		const named = ['--reason', 'a test', '--author', 'somebody'];
		const fromInput = await mailward(['policy', 'set', '-', ...named], JSON.stringify(wanted));
		expect(fromInput.code).toBe(0);
		expect(await inForce()).toEqual(wanted);
		expect((await versions())[0]).toMatchObject({ author: 'somebody', reason: 'a test' });
	});

	it('names an account by its own address, whatever was typed', async () => {
		expect((await set('required=[{"account":"LIN.alias","from":"2026-09-01","remindDays":0}]')).code).toBe(0);
		expect((await inForce()).required).toEqual([{ account: 'lin@example.edu', from: '2026-09-01', remindDays: 0 }]);
		const unknown = await set('required=[{"account":"nobody","from":"2026-09-01"}]');
		expect([unknown.code, unknown.problem]).toEqual([1, 'there is no account nobody@example.edu\n']);
	});

	it('warns of a group that nobody is in', async () => {
		const changed = await set('required=[{"group":"stuff","from":"2030-01-01"}]');
		expect([changed.code, changed.problem]).toEqual([0, 'no account is in the group stuff\n']);
		expect(changed.out).toContain('a must for 0 of 3 accounts');
	});

	it('only tells with --dry-run', async () => {
		const before = await versions();
		const told = await set('required=[{"everyone":true,"from":"2020-01-01"}]', '--dry-run');
		expect(told.out).toContain('a must for 3 of 3 accounts; 3 of them have none set up, 3 of those now');
		expect(told.out).not.toContain('in force');
		expect(await versions()).toEqual(before);
	});

	it('is not set over one that somebody else has set since', async () => {
		const [{ version }] = await versions();
		expect((await set('clientPasswords=9', '--after', String(version))).code).toBe(0);
		const late = await set('clientPasswords=10', '--after', String(version));
		expect([late.code, late.problem]).toEqual([1, expect.stringContaining('another policy was set meanwhile')]);
		expect((await inForce()).clientPasswords).toBe(9);
	});

	it('is set by one of two who do it at once', async () => {
		const [{ version }] = await versions();
		const both = await Promise.all([set('clientPasswords=11'), set('clientPasswords=12')]);
		const after = await versions();
		const done = both.filter(({ code }) => code === 0).length;
		expect(done).toBeGreaterThan(0);
		expect(after[0].version).toBe(version + done);
		for (const { code, problem } of both) if (code !== 0) expect(problem).toContain('another policy was set');
	});

	it('that is wrong is refused, and nothing is changed', async () => {
		const before = await versions();
		const refused = await set('required=[{"everyone":true,"from":"next Monday"}]', 'trustedDeviceDays=-1');
		expect(refused.code).toBe(1);
		expect(refused.problem).toMatch(/^required\.0\.from: .*\ntrustedDeviceDays: .*\n$/);
		expect(await versions()).toEqual(before);
	});

	it('wants a reason', async () => {
		expect((await mailward(['policy', 'set', 'clientPasswords=7'])).problem).toContain('--reason');
		const blank = await mailward(['policy', 'set', 'clientPasswords=7', '--reason', ' ']);
		expect([blank.code, blank.problem]).toEqual([1, 'a reason is needed\n']);
	});

	it('is set in the name of whoever is signed in at the server', async () => {
		const plain = createMailward(() => folder);
		expect((await plain(['policy', 'set', 'clientPasswords=13', '--reason', 'a test'])).code).toBe(0);
		expect((await versions())[0].author).toBe(userInfo().username);
	});
});
