import { Command } from 'commander';
import { AccountProblem } from '../accounts/accounts.ts';
import { twoFactorDutyOf } from '../policy/policy.ts';
import { toIso } from '../time/clock.ts';
import { readAccountsFile } from './accounts-file.ts';
import { type Administer, type Administration, say, warn } from './administration.ts';
import { readPassword } from './prompt.ts';

const addCommands = (accounts: Command, administer: Administer): void => {
	accounts
		.command('add')
		.description('add an account; its web password is asked for, or read from standard input')
		.argument('<address>', 'bare name or address')
		.option('--name <name>', 'display name')
		.option('--alias <address...>', 'further addresses that lead to this account')
		.option('--group <name...>', 'groups it belongs to, for policies')
		.option('--shared', 'a mailbox used by several people')
		.option('--administrator', 'may administer Mailward')
		.option('--no-password', 'the web password is kept by another authority')
		.action((address: string, options) =>
			administer(async (all) => {
				const account = await all.accounts.add({
					address,
					...(options.name !== undefined && { name: options.name }),
					...(options.alias !== undefined && { aliases: options.alias }),
					...(options.group !== undefined && { groups: options.group }),
					kind: options.shared ? 'shared' : 'person',
					administrator: options.administrator === true,
					...(options.password && { password: await readPassword() }),
				});
				say(`added ${account.address}`);
			}),
		);

	accounts
		.command('import')
		.description(
			'add accounts from a CSV file with the columns address, name, password or password_hash (argon2id, PHC), aliases (blanks between them), groups (semicolons between them), kind, administrator (yes or no)',
		)
		.argument('<file>')
		.action((file: string) =>
			administer(async (all) => {
				const rows = readAccountsFile(file);
				let added = 0;
				const refused: string[] = [];
				for (const { line, account } of rows) {
					try {
						await all.accounts.add(account);
						added += 1;
					} catch (error) {
						if (!(error instanceof AccountProblem)) throw error;
						refused.push(`line ${line}: ${error.message}`);
					}
				}
				say(`added ${added} of ${rows.length}`);
				for (const problem of refused) warn(problem);
				if (refused.length > 0) process.exitCode = 1;
			}),
		);
};

const listCommand = (accounts: Command, administer: Administer): void => {
	accounts
		.command('list')
		.description('list accounts, one a line')
		.option('--json', 'as JSON lines')
		.action((options) =>
			administer(async (all) => {
				const policy = await all.policies.current();
				for (const account of await all.accounts.list()) {
					const { address, name, kind, administrator, disabled, twoFactor } = account;
					const groups = await all.accounts.groupsOf(address);
					const duty = twoFactorDutyOf(policy, { address, groups });
					const from = duty === undefined ? null : toIso(duty.from);
					if (options.json) {
						const line = {
							address,
							name,
							kind,
							administrator,
							disabled,
							groups,
							twoFactor,
							twoFactorRequiredFrom: from,
						};
						say(JSON.stringify(line));
						continue;
					}
					const marks = [
						kind === 'shared' && 'shared',
						administrator && 'administrator',
						disabled && 'disabled',
						twoFactor ? 'two-factor on' : 'two-factor off',
						from !== null && `required from ${from.slice(0, 10)}`,
						groups.length > 0 && `in ${groups.join('; ')}`,
					].filter(Boolean);
					say([address, name, marks.join(', ')].join('\t'));
				}
			}),
		);
};

const changeCommands = (accounts: Command, administer: Administer): void => {
	const change = (name: string, description: string, run: (all: Administration, address: string) => Promise<void>) => {
		accounts
			.command(name)
			.description(description)
			.argument('<address>')
			.action((address: string) => administer((all) => run(all, address)));
	};
	change('disable', 'end the sessions of an account and refuse it everywhere', async (all, address) => {
		await all.accounts.disable(address);
		say('disabled');
	});
	change('enable', 'undo disable', async (all, address) => {
		await all.accounts.enable(address);
		say('enabled');
	});
	change(
		'password',
		'set a web password, asked for or read from standard input; ends sessions and trusted devices of the account',
		async (all, address) => {
			await all.accounts.find(address);
			await all.accounts.setPassword(address, await readPassword());
			say('changed');
		},
	);
	change(
		'reopen',
		'open the verification methods of an account that too many wrong codes have shut',
		async (all, address) => {
			await all.factorAttempts.reopen((await all.accounts.find(address)).id);
			say('reopened');
		},
	);

	accounts
		.command('reset')
		.description(
			'a one-time code for somebody who has lost every verification method and recovery code: with it and the web password they set up a new one; what they have counts until then',
		)
		.argument('<address>')
		.option('--person <name>', 'who of a shared mailbox with several people, by name or id')
		.option('--take-back', 'the code given out before is worth nothing any more')
		.action((address: string, options) =>
			administer(async (all) => {
				const account = await all.accounts.find(address);
				if (options.takeBack) {
					await all.people().takeBackReset(account, options.person);
					say('taken back');
					return;
				}
				say(await all.people().reset(account, options.person));
			}),
		);

	accounts
		.command('groups')
		.description('show the groups of an account, or put it into others')
		.argument('<address>')
		.option('--set <names>', 'with commas between them; nothing takes it out of all')
		.action((address: string, options) =>
			administer(async (all) => {
				if (options.set !== undefined) {
					const names = String(options.set).split(',');
					await all.accounts.setGroups(
						address,
						names.filter((name) => name.trim() !== ''),
					);
				}
				for (const group of await all.accounts.groupsOf(address)) say(group);
			}),
		);
};

export const accountsCommands = (administer: Administer): Command => {
	const accounts = new Command('accounts').description('add, import, list and change accounts');
	addCommands(accounts, administer);
	listCommand(accounts, administer);
	changeCommands(accounts, administer);
	return accounts;
};
