import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Command, Option } from 'commander';
import { type AccountStore, createAccountStore } from './accounts/account-store.ts';
import { AccountProblem, type Accounts, createAccounts } from './accounts/accounts.ts';
import { readAccountsFile } from './administration/accounts-file.ts';
import { readPassword } from './administration/prompt.ts';
import { createFactorAttempts } from './attempts/factor-attempts.ts';
import { ConfigProblem, readStorageConfig } from './config.ts';
import { createKeys, rotateKeys } from './crypto/keys.ts';
import { createPasswordHash } from './crypto/password-hash.ts';
import { systemRandom } from './crypto/random.ts';
import { createSessionStore } from './sessions/session-store.ts';
import { type Database, openDatabase } from './storage/database.ts';
import { migrate } from './storage/migrate.ts';
import { systemClock, toIso } from './time/clock.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Opens the database for one command and closes it again. */
const withAccounts = async (
	run: (accounts: Accounts, parts: { store: AccountStore; db: Database }) => Promise<void>,
): Promise<void> => {
	const config = readStorageConfig(process.env);
	if ('file' in config.database) mkdirSync(dirname(config.database.file), { recursive: true, mode: 0o700 });
	const db = openDatabase(config.database);
	try {
		await migrate(db);
		const store = createAccountStore(db);
		const accounts = createAccounts({
			store,
			sessions: createSessionStore(db, systemClock, systemRandom),
			hash: createPasswordHash(systemRandom),
			clock: systemClock,
			random: systemRandom,
			domains: config.domains,
		});
		await run(accounts, { store, db });
	} finally {
		await db.destroy();
	}
};

const program = new Command('mailward').description('Administration of Mailward from the shell');

const accounts = program.command('accounts').description('add, import, list and change accounts');

accounts
	.command('add')
	.description('add an account; its web password is asked for, or read from standard input')
	.argument('<address>', 'bare name or address')
	.option('--name <name>', 'display name')
	.option('--alias <address...>', 'further addresses that lead to this account')
	.option('--shared', 'a mailbox used by several people')
	.option('--administrator', 'may administer Mailward')
	.option('--two-factor-required-from <date>', 'ISO date from which a second factor is a must')
	.option('--no-password', 'the web password is kept by another authority')
	.action((address: string, options) =>
		withAccounts(async (all) => {
			const from = options.twoFactorRequiredFrom === undefined ? undefined : Date.parse(options.twoFactorRequiredFrom);
			if (Number.isNaN(from)) throw new AccountProblem('--two-factor-required-from is not an ISO date');
			const account = await all.add({
				address,
				...(options.name !== undefined && { name: options.name }),
				...(options.alias !== undefined && { aliases: options.alias }),
				kind: options.shared ? 'shared' : 'person',
				administrator: options.administrator === true,
				...(from !== undefined && { twoFactorRequiredFrom: from }),
				...(options.password && { password: await readPassword() }),
			});
			say(`added ${account.address}`);
		}),
	);

accounts
	.command('import')
	.description(
		'add accounts from a CSV file with the columns address, name, password or password_hash (argon2id, PHC), aliases, kind, administrator (yes or no), two_factor_required_from',
	)
	.argument('<file>')
	.action((file: string) =>
		withAccounts(async (all) => {
			const rows = readAccountsFile(file);
			let added = 0;
			const refused: string[] = [];
			for (const { line, account } of rows) {
				try {
					await all.add(account);
					added += 1;
				} catch (error) {
					if (!(error instanceof AccountProblem)) throw error;
					refused.push(`line ${line}: ${error.message}`);
				}
			}
			say(`added ${added} of ${rows.length}`);
			for (const problem of refused) process.stderr.write(`${problem}\n`);
			if (refused.length > 0) process.exitCode = 1;
		}),
	);

accounts
	.command('list')
	.description('list accounts, one a line')
	.addOption(new Option('--json', 'as JSON lines'))
	.action((options) =>
		withAccounts(async (all) => {
			for (const account of await all.list()) {
				const { address, name, kind, administrator, disabled, twoFactor, twoFactorRequiredFrom } = account;
				if (options.json) {
					say(JSON.stringify({ address, name, kind, administrator, disabled, twoFactor }));
					continue;
				}
				const marks = [
					kind === 'shared' && 'shared',
					administrator && 'administrator',
					disabled && 'disabled',
					twoFactor ? 'two-factor on' : 'two-factor off',
					twoFactorRequiredFrom !== null && `required from ${toIso(twoFactorRequiredFrom).slice(0, 10)}`,
				].filter(Boolean);
				say([address, name, marks.join(', ')].join('\t'));
			}
		}),
	);

accounts
	.command('disable')
	.description('end the sessions of an account and refuse it everywhere')
	.argument('<address>')
	.action((address: string) =>
		withAccounts(async (all) => {
			await all.disable(address);
			say('disabled');
		}),
	);

accounts
	.command('enable')
	.description('undo disable')
	.argument('<address>')
	.action((address: string) =>
		withAccounts(async (all) => {
			await all.enable(address);
			say('enabled');
		}),
	);

accounts
	.command('password')
	.description('set a web password, asked for or read from standard input; ends the sessions of the account')
	.argument('<address>')
	.action((address: string) =>
		withAccounts(async (all) => {
			await all.find(address);
			await all.setPassword(address, await readPassword());
			say('changed');
		}),
	);

accounts
	.command('reopen')
	.description('open the verification methods of an account that too many wrong codes have shut')
	.argument('<address>')
	.action((address: string) =>
		withAccounts(async (all, { db }) => {
			const account = await all.find(address);
			await createFactorAttempts(db, systemClock).reopen(account.id);
			say('reopened');
		}),
	);

const keys = program.command('keys').description('the key file of this installation');

keys
	.command('create')
	.description('make the key file; keep a copy of it apart from the backups of the database')
	.action(() => {
		const { keyFile } = readStorageConfig(process.env);
		if (existsSync(keyFile)) throw new ConfigProblem([`${keyFile} is there already`]);
		createKeys(keyFile, systemRandom);
		say(`made ${keyFile}`);
	});

keys
	.command('rotate')
	.description('add a new sealing key; servers use it from their next start, and still open what older keys sealed')
	.action(() => {
		const { keyFile } = readStorageConfig(process.env);
		say(`version ${rotateKeys(keyFile, systemRandom)} is current`);
	});

try {
	if (existsSync('.env')) process.loadEnvFile('.env');
	await program.parseAsync();
} catch (error) {
	const known = error instanceof AccountProblem || error instanceof ConfigProblem;
	process.stderr.write(`${known ? error.message : (error as Error).stack}\n`);
	process.exitCode = 1;
}
