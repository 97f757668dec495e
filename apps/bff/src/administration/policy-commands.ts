import { userInfo } from 'node:os';
import { Command } from 'commander';
import { isTwoFactorDue, namesGroups, type Policy, twoFactorDutyOf } from '../policy/policy.ts';
import type { PolicyVersion } from '../policy/policy-store.ts';
import { isUniqueViolation } from '../storage/database.ts';
import { toIso } from '../time/clock.ts';
import { type Administer, type Administration, say, warn } from './administration.ts';
import { PolicyProblem, policyChanges, policyLines, readPolicy } from './policy-input.ts';

const sinceOf = ({ version, at, author, reason }: PolicyVersion): string =>
	version === 0
		? 'version 0: what holds before anybody has set a policy'
		: `version ${version}, ${toIso(at)}, by ${author}: ${reason}`;

const currentOf = async ({ policies }: Administration): Promise<PolicyVersion> => {
	const [current] = await policies.history();
	if (current === undefined) throw new Error('the history of the policy has no end');
	return current;
};

const showCommand = (policy: Command, administer: Administer): void => {
	policy
		.command('show')
		.description('show the policy in force')
		.option('--json', 'as JSON, as “set” takes it')
		.option('--history', 'every policy there has been, the newest first')
		.action((options) =>
			administer(async (all) => {
				const history = options.history ? await all.policies.history() : [await currentOf(all)];
				if (options.json) {
					const versions = history.map(({ at, ...version }) => ({ ...version, at: toIso(at) }));
					say(JSON.stringify(options.history ? versions : history[0]?.policy, null, 2));
					return;
				}
				for (const version of history) {
					say(sinceOf(version));
					for (const line of policyLines(version.policy)) say(`  ${line}`);
				}
			}),
		);
};

/**
 * Addresses in the one form that they are compared in, and aliases as the account they lead to. Throws `AccountProblem` for
 * one that nobody has.
 */
const withAddresses = async ({ accounts }: Administration, policy: Policy): Promise<Policy> => {
	const required: Policy['required'] = [];
	for (const rule of policy.required) {
		required.push('account' in rule ? { ...rule, account: (await accounts.find(rule.account)).address } : rule);
	}
	return { ...policy, required };
};

/** Says whom a policy touches, and warns of groups that nobody is in. */
const tellEffect = async ({ accounts, clock }: Administration, policy: Policy): Promise<void> => {
	const empty = new Set(policy.required.flatMap((rule) => ('group' in rule ? [rule.group] : [])));
	let must = 0;
	let without = 0;
	let late = 0;
	const all = await accounts.list();
	for (const { address, twoFactor } of all) {
		const groups = namesGroups(policy) ? await accounts.groupsOf(address) : [];
		for (const group of groups) empty.delete(group);
		const duty = twoFactorDutyOf(policy, { address, groups });
		if (duty === undefined) continue;
		must += 1;
		if (twoFactor) continue;
		without += 1;
		if (isTwoFactorDue(duty, clock.now())) late += 1;
	}
	say(
		`two-factor a must for ${must} of ${all.length} accounts; ${without} of them have none set up, ${late} of those now`,
	);
	for (const group of empty) warn(`no account is in the group ${group}`);
};

const setCommand = (policy: Command, administer: Administer): void => {
	policy
		.command('set')
		.description(
			'put a policy in force: a JSON file that holds all of it (- for standard input), or settings NAME=VALUE that change parts of the one in force',
		)
		.argument('<what...>', 'FILE, or for example trustedDeviceDays=14 methods=totp textMessages.perDay=1000')
		.requiredOption('--reason <text>', 'why; kept in the history')
		.option('--author <name>', 'who sets it', process.env.SUDO_USER ?? userInfo().username)
		.option('--after <version>', 'refuse unless this version is the one in force')
		.option('--dry-run', 'say what would change, and change nothing')
		.action((what: string[], options) =>
			administer(async (all) => {
				if (options.reason.trim() === '') throw new PolicyProblem('a reason is needed');
				const current = await currentOf(all);
				const changed = () => new PolicyProblem('another policy was set meanwhile; look at it and set yours again');
				if (options.after !== undefined && Number(options.after) !== current.version) throw changed();
				const next = await withAddresses(all, readPolicy(what, current.policy));
				const changes = policyChanges(current.policy, next);
				if (changes.length === 0) throw new PolicyProblem('that is the policy in force already');
				for (const line of changes) say(line);
				await tellEffect(all, next);
				if (options.dryRun) return;
				const about = { author: options.author, reason: options.reason, after: current.version };
				const set = await all.policies.set(next, about).catch((error: unknown) => {
					throw isUniqueViolation(error) ? changed() : error;
				});
				say(`version ${set.version} is in force`);
			}),
		);
};

export const policyCommands = (administer: Administer): Command => {
	const policy = new Command('policy').description(
		'the security policy: who must have two-factor from when, which methods, how long devices are trusted',
	);
	showCommand(policy, administer);
	setCommand(policy, administer);
	return policy;
};
