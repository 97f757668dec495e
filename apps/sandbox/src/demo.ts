import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemRandom } from '@mailward/bff/crypto/random.ts';
import { systemClock } from '@mailward/bff/time/clock.ts';
import { demoAccounts, demoAddress, demoPassword } from './demo-world/accounts.ts';
import { startWorld, type World } from './demo-world/world.ts';
import { missingMailServerPackages, whyNoPostfix } from './mail-servers/software.ts';

const portOf = (name: string, fallback: number): number => {
	const port = Number(process.env[name] ?? fallback);
	if (!Number.isInteger(port) || port < 1 || port > 60_000) throw new Error(`${name} must be a port number`);
	return port;
};

const say = (text: string) => process.stdout.write(`${text}\n`);

const announce = (
	{ origin, mail, sandbox }: World,
	{ missing, noPostfix }: { missing: readonly string[]; noPostfix: string | undefined },
): void => {
	say(`\nMailward 邮卫   ${origin}`);
	if (sandbox !== undefined) say(`Demo phone 手机  ${sandbox.origin}  (text messages, WeChat, DingTalk)`);
	say('');
	say('Demo accounts');
	for (const { name, about, ...rest } of demoAccounts) {
		const key = 'setUpKey' in rest ? `, set-up key ${rest.setUpKey}` : '';
		say(`  ${demoAddress(name).padEnd(22)} ${demoPassword(name).padEnd(16)} ${about}${key}`);
	}
	if (mail === undefined) {
		say(`\nNo mail servers: these Debian packages are missing: ${missing.join(' ')}`);
	} else {
		const { nginx, dovecot, postfix } = mail.ports;
		say('\nMail servers on 127.0.0.1 (certificate made for this demo)');
		for (const [label, ports] of [
			['through nginx', nginx],
			["Dovecot's own door", dovecot],
		] as const) {
			say(
				`  ${label.padEnd(20)} IMAP ${ports.imap}, TLS ${ports.imaps}   POP3 ${ports.pop3}, TLS ${ports.pop3s}   submission ${ports.submission}, TLS ${ports.submissions}`,
			);
		}
		say(
			noPostfix === undefined
				? `  ${'Postfix'.padEnd(20)} submission ${postfix.submission}, TLS ${postfix.submissions}`
				: `  ${'Postfix'.padEnd(20)} left out: ${noPostfix}`,
		);
	}
	say('\nCtrl-C stops all of it.');
};

// What the demo makes is gone when it stops, so that each start finds the accounts as they are listed; a folder given in
// MAILWARD_DATA is kept.
const kept = process.env.MAILWARD_DATA;
const folder = kept === undefined ? await mkdtemp(join(tmpdir(), 'mailward-demo-')) : resolve(kept);
const root = resolve(import.meta.dirname, '../../..');

const build = spawnSync('pnpm', ['--silent', 'run', 'build'], { cwd: root, encoding: 'utf8' });
if (build.status !== 0) {
	process.stderr.write(`${build.stdout}${build.stderr}\nThe pages could not be built.\n`);
	process.exit(1);
}

const missing = missingMailServerPackages();
const noPostfix = whyNoPostfix();
const world = await startWorld({
	folder,
	port: portOf('MAILWARD_PORT', 8080),
	internalPort: portOf('MAILWARD_INTERNAL_PORT', 8090),
	mailPortBase: missing.length > 0 ? undefined : portOf('MAILWARD_MAIL_PORT_BASE', 1000),
	sandboxPort: portOf('MAILWARD_SANDBOX_PORT', 8081),
	postfix: noPostfix === undefined,
	databaseUrl: process.env.DATABASE_URL,
	webFolder: join(root, 'apps/web/dist'),
	clock: systemClock,
	random: systemRandom,
});
announce(world, { missing, noPostfix });

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.on(signal, () => {
		if (stopping) return;
		stopping = true;
		world
			.stop()
			.then(() => (kept === undefined ? rm(folder, { recursive: true, force: true }) : undefined))
			.then(
				() => process.exit(0),
				(error: unknown) => {
					process.stderr.write(`${(error as Error).stack}\n`);
					process.exit(1);
				},
			);
	});
}
