import { readFileSync } from 'node:fs';
import type { SiteView } from '@mailward/shared/contract/site.ts';
import { Command, InvalidArgumentError, Option } from 'commander';
import { sendersTable } from '../accounts/senders.ts';
import { type Listener, listenersOf, parseListener } from '../mail-check/listeners.ts';
import { checkListener } from '../mail-check/mail-check.ts';
import { reportOf } from '../mail-check/report.ts';
import { second } from '../time/clock.ts';
import { type Administer, say, warn } from './administration.ts';
import { readWholeCanary, verifyCanary } from './canary.ts';

interface MailCommandsParts {
	readonly administer: Administer;
	/** What people are told to put into their mail apps. Asked for when a command runs: before, settings may be missing. */
	readonly servers: () => SiteView['mail'];
	readonly environment: NodeJS.ProcessEnv;
}

/** How long one sign-in may take, in ms: Mailward holds one for 20 s while a phone is asked. */
const patience = 30 * second;

const sendersCommand = (mail: Command, administer: Administer): void => {
	mail
		.command('senders')
		.description('print who may send as whom, for Postfix: each address and alias with its account')
		.addOption(
			new Option('--mailboxes <naming>', 'how Dovecot names mailboxes: by the whole address, or without the domain')
				.choices(['address', 'name'])
				.default('address'),
		)
		.action((options: { mailboxes: 'address' | 'name' }) =>
			administer(async (all) => {
				const { text, leftOut } = sendersTable(await all.senders(), options.mailboxes);
				process.stdout.write(text);
				for (const address of leftOut) warn(`${address} is left out: a line that begins with # would be a comment`);
			}),
		);
};

const toListener = (text: string, others: readonly Listener[] = []): readonly Listener[] => {
	const listener = parseListener(text);
	if (listener === undefined) throw new InvalidArgumentError('imap(s), pop3(s) or smtp(s)://HOST[:PORT] is wanted.');
	return [...others, listener];
};

const checkCommand = (mail: Command, { administer, servers, environment }: MailCommandsParts): void => {
	mail
		.command('check')
		.description(
			'try the web password and a client password of a canary account at every way into the mail servers; exit code 1 when something leaks or does not work',
		)
		.option(
			'--listener <url>',
			'a further listener, again and again: imap, imaps, pop3, pop3s, smtp or smtps://HOST[:PORT]',
			toListener,
		)
		.option('--ca <file>', 'PEM of the authority that signed the servers’ certificates')
		.option('--insecure', 'believe any certificate')
		.action(async (options: { listener?: readonly Listener[]; ca?: string; insecure?: boolean }) => {
			const listeners = listenersOf(servers(), options.listener ?? []);
			const canary = await readWholeCanary(environment);
			const ca = options.ca === undefined ? undefined : readFileSync(options.ca, 'utf8');
			const trust = { ca, checked: options.insecure !== true };
			let verified = false;
			await administer(async (all) => {
				verified = await verifyCanary(all, canary);
			});
			if (!verified) {
				warn(
					`another authority keeps the web password of ${canary.address}, so it could not be verified; a wrong one is refused everywhere, whatever leaks`,
				);
			}
			const checked = await Promise.all(listeners.map((each) => checkListener(each, canary, { trust, patience })));
			const { table, problems, remarks } = reportOf(checked);
			for (const line of table) say(line);
			say('');
			for (const line of [...problems, ...remarks]) say(line);
			if (problems.length > 0) process.exitCode = 1;
			else if (verified) say('Nothing leaks: the web password opens none of these.');
			else say('Nothing leaks, if that is the web password: it opens none of these.');
		});
};

export const mailCommands = (parts: MailCommandsParts): Command => {
	const mail = new Command('mail').description('what concerns the mail servers');
	sendersCommand(mail, parts.administer);
	checkCommand(mail, parts);
	return mail;
};
