import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@mailward/bff/storage/database.ts';
import { createMailward } from '@mailward/bff/testing/command.ts';
import { type DemoName, demoAddress, demoDomain, demoPassword } from '@mailward/sandbox/demo-world/accounts.ts';
import type { World } from '@mailward/sandbox/demo-world/world.ts';
import { portalOfWang } from '../actions/portal-of-wang.ts';
import { expect, test } from '../world.ts';

const isRoot = process.getuid?.() === 0;

test.use({ withMail: true });

const portsOf = ({ mail }: World) => {
	if (mail === undefined) throw new Error('no mail servers');
	return mail.ports;
};

/** All that listen, besides the three that people are told. */
const everyListener = (world: World): readonly string[] => {
	const { nginx, dovecot, postfix } = portsOf(world);
	return [
		`imap://localhost:${nginx.imap}`,
		`pop3://localhost:${nginx.pop3}`,
		`smtp://localhost:${nginx.submission}`,
		`imap://localhost:${dovecot.imap}`,
		`imaps://localhost:${dovecot.imaps}`,
		`pop3://localhost:${dovecot.pop3}`,
		`pop3s://localhost:${dovecot.pop3s}`,
		`smtp://localhost:${dovecot.submission}`,
		`smtps://localhost:${dovecot.submissions}`,
		...(isRoot ? [`smtp://localhost:${postfix.submission}`, `smtps://localhost:${postfix.submissions}`] : []),
	];
};

/** `mailward mail check` on the listeners that people are told, and others; `data` is where its own database is. */
const check = async (
	world: World,
	canary: { name: DemoName; clientPassword: string },
	listeners: readonly string[],
	{ trust = ['--ca', world.mail?.certificatePath ?? ''], data = world.data }: { trust?: string[]; data?: string } = {},
) => {
	const { nginx } = portsOf(world);
	const mailward = createMailward(() => data, {
		MAILWARD_DOMAINS: demoDomain,
		MAILWARD_IMAP_SERVER: `localhost:${nginx.imaps}`,
		MAILWARD_POP3_SERVER: `localhost:${nginx.pop3s}`,
		MAILWARD_SUBMISSION_SERVER: `localhost:${nginx.submissions}`,
		MAILWARD_CANARY_ADDRESS: demoAddress(canary.name),
	});
	const passwords = `${demoPassword(canary.name)}\n${canary.clientPassword}\n`;
	return mailward(['mail', 'check', ...listeners.flatMap((url) => ['--listener', url]), ...trust], passwords);
};

/** The account in a database of its own, with a verification method that nobody ever answers with. */
const addWithTwoFactor = async (data: string, name: DemoName): Promise<void> => {
	const mailward = createMailward(() => data, { MAILWARD_DOMAINS: demoDomain });
	await mailward(['accounts', 'add', name], `${demoPassword(name)}\n`);
	const db = openDatabase({ file: join(data, 'mailward.sqlite') });
	const { id } = await db.selectFrom('accounts').select('id').executeTakeFirstOrThrow();
	const whose = { account_id: id, person_id: id, created_at: 0, last_used_at: null };
	await db
		.insertInto('credentials')
		.values({ ...whose, id: 'any', kind: 'totp', name: '', sealed: '', version: 1, preferred: 0, lookup: null })
		.execute();
	await db.destroy();
};

test.describe('an administrator who checks every way into the mail servers @desktop @no-page', () => {
	test.use({ withPostfix: isRoot });

	test('hears that nothing leaks', async ({ world, clock }, info) => {
		const portal = await portalOfWang(world, clock);
		const { secret } = await portal.makePassword('Canary');
		const { code, out, problem } = await check(world, { name: 'wang', clientPassword: secret }, everyListener(world));
		expect([code, problem, out]).toEqual([0, '', expect.stringContaining('Nothing leaks')]);
		expect(out).not.toContain('ACCEPTED');
		// IMAP alone: three ways in, at two doors, after STARTTLS and with TLS from the first byte.
		expect(out.match(/^imap.* accepted$/gm)?.length).toBeGreaterThanOrEqual(12);
		expect(`${out}${problem}`).not.toContain(secret);
		await info.attach('report', { body: out, contentType: 'text/plain' });
	});

	test('hears where the web password is taken, here by mail servers that ask another Mailward', async ({ world }) => {
		const canary = { name: 'lin', clientPassword: 'not a client password' } as const;
		const data = await mkdtemp(join(tmpdir(), 'mailward-other-'));
		await addWithTwoFactor(data, canary.name);
		const { code, out } = await check(world, canary, everyListener(world), { data });
		await rm(data, { recursive: true });
		expect(code).toBe(1);
		for (const way of [
			'LOGIN',
			'AUTHENTICATE PLAIN',
			'AUTHENTICATE LOGIN',
			'USER and PASS',
			'AUTH PLAIN',
			'AUTH LOGIN',
		]) {
			expect(out).toMatch(new RegExp(`TLS +${way} +ACCEPTED +refused`));
			expect(out).toMatch(new RegExp(`LEAK: \\S+ by ${way} after STARTTLS takes the web password`));
		}
	});
});

test.describe('an administrator who checks the mail servers @desktop @no-page', () => {
	test('hears that nothing can be told by an account without two-factor', async ({ world }) => {
		const { code, out, problem } = await check(world, { name: 'lin', clientPassword: 'any' }, []);
		expect([code, out, problem]).toEqual([1, '', expect.stringContaining('two-factor is off')]);
	});

	test('hears of a certificate that nobody trusts, unless it was to be believed', async ({ world, clock }) => {
		const portal = await portalOfWang(world, clock);
		const canary = { name: 'wang', clientPassword: (await portal.makePassword('Canary')).secret } as const;
		const strict = await check(world, canary, [], { trust: [] });
		expect([strict.code, strict.out]).toEqual([
			1,
			expect.stringMatching(/imaps:.* could not be checked: certificate: /),
		]);
		const lax = await check(world, canary, [], { trust: ['--insecure'] });
		expect(lax.code).toBe(0);
	});

	test('hears that nothing was decided while Mailward is down', async ({ world }) => {
		await world.stopServer();
		const { code, out } = await check(world, { name: 'wang', clientPassword: 'any' }, [
			`imaps://localhost:${portsOf(world).dovecot.imaps}`,
			`smtp://localhost:${portsOf(world).dovecot.submission}`,
		]);
		expect([code, out]).toEqual([1, expect.stringContaining('could not decide')]);
		expect(out).not.toContain('ACCEPTED');
	});
});
