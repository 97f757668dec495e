import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { createAccountStore } from './accounts/account-store.ts';
import { AccountProblem, createAccounts } from './accounts/accounts.ts';
import { listSenders } from './accounts/senders.ts';
import { createActivity } from './activity/activity.ts';
import { createActivityStore } from './activity/activity-store.ts';
import { createLocalPasswords } from './adapters/password/local-passwords.ts';
import { accountsCommands } from './administration/accounts-commands.ts';
import type { Administer } from './administration/administration.ts';
import { keysCommands } from './administration/keys-commands.ts';
import { mailCommands } from './administration/mail-commands.ts';
import { mailDnsCommand } from './administration/mail-dns-command.ts';
import { policyCommands } from './administration/policy-commands.ts';
import { PolicyProblem } from './administration/policy-input.ts';
import { createFactorAttempts } from './attempts/factor-attempts.ts';
import { createViewClient } from './clients/client-view.ts';
import { createPlaces } from './clients/places.ts';
import { ConfigProblem, readDnsSettings, readMailServers, readStorageConfig } from './config.ts';
import { createFingerprint } from './crypto/fingerprint.ts';
import { readKeys } from './crypto/keys.ts';
import { createPasswordHash } from './crypto/password-hash.ts';
import { systemRandom } from './crypto/random.ts';
import { createNoticeStore } from './notices/notice-store.ts';
import { createOutbox } from './notices/outbox.ts';
import { createPeople } from './people/people.ts';
import { createPeopleStore } from './people/people-store.ts';
import { createPolicyStore } from './policy/policy-store.ts';
import { createSessionStore } from './sessions/session-store.ts';
import { openDatabase } from './storage/database.ts';
import { migrate } from './storage/migrate.ts';
import { systemClock } from './time/clock.ts';

const administer: Administer = async (run) => {
	const config = readStorageConfig(process.env);
	if ('file' in config.database) mkdirSync(dirname(config.database.file), { recursive: true, mode: 0o700 });
	const db = openDatabase(config.database);
	const [clock, random] = [systemClock, systemRandom];
	try {
		await migrate(db);
		const policies = createPolicyStore(db, clock);
		const activity = createActivity({
			store: createActivityStore(db),
			// Sent by a server of this installation, at its next look into the database.
			notify: config.notices ? createOutbox({ store: createNoticeStore(db), clock, random }) : undefined,
			viewClient: createViewClient(createPlaces([])),
			clock,
			random,
		});
		const sessions = createSessionStore({ db, policies, clock, random });
		const hash = createPasswordHash(random);
		const accounts = createAccounts({
			db,
			store: createAccountStore(db),
			sessions,
			activity,
			hash,
			clock,
			random,
			domains: config.domains,
		});
		const factorAttempts = createFactorAttempts(db, clock);
		const people = () =>
			createPeople({
				db,
				store: createPeopleStore(),
				attempts: factorAttempts,
				sessions,
				activity,
				fingerprint: createFingerprint(readKeys(config.keyFile).fingerprintKey('invitations')),
				clock,
				random,
			});
		const webPasswords = createLocalPasswords(hash);
		const senders = () => listSenders(db);
		await run({ accounts, webPasswords, factorAttempts, policies, people, senders, clock });
	} finally {
		await db.destroy();
	}
};

const program = new Command('mailward')
	.description('Administration of Mailward from the shell')
	.addCommand(accountsCommands(administer))
	.addCommand(policyCommands(administer))
	.addCommand(
		mailCommands({ administer, servers: () => readMailServers(process.env), environment: process.env }).addCommand(
			mailDnsCommand(() => readDnsSettings(process.env)),
		),
	)
	.addCommand(keysCommands(() => readStorageConfig(process.env).keyFile, systemRandom));

const problems = [AccountProblem, ConfigProblem, PolicyProblem];

try {
	if (existsSync('.env')) process.loadEnvFile('.env');
	await program.parseAsync();
} catch (error) {
	const known = problems.some((problem) => error instanceof problem);
	process.stderr.write(`${known ? (error as Error).message : (error as Error).stack}\n`);
	process.exitCode = 1;
}
