import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Certificate } from './certificate.ts';
import type { MailServersOptions, PostfixOptions } from './options.ts';
import type { MailServerPorts } from './ports.ts';
import { deployFolder, type SiteFolder } from './site-folder.ts';
import { findProgram } from './software.ts';

/** A folder with all of Postfix's own. */
export interface PostfixSite {
	/** Where its two configuration files are. */
	readonly folder: string;
	/** Where it asks Dovecot; the folder of it is there. */
	readonly socket: string;
}

const snippets = `${deployFolder}/postfix`;

/** Postfix's parts that hand mail on; all outgoing mail goes to the post office. */
const services = `
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
postlog unix-dgram n - n - 1 postlogd
`;

interface Parts {
	readonly options: MailServersOptions;
	readonly postfix: PostfixOptions;
	readonly site: SiteFolder;
	readonly ports: MailServerPorts;
	readonly certificate: Certificate;
}

/**
 * Writes what a site adds to `deploy/postfix`, and has Postfix make its folders.
 * @throws Error with Postfix's own words when it does not
 */
export async function writePostfixSite({ options, postfix, site, ports, certificate }: Parts): Promise<PostfixSite> {
	const folder = site.path('postfix');
	const queue = `${folder}/queue`;
	for (const name of [folder, queue]) await mkdir(name, { recursive: true, mode: 0o755 });
	const senders = await site.write('postfix/senders', postfix.senders);
	const socket = `${queue}/private/mailward-auth`;
	await site.write(
		'postfix/main.cf',
		`compatibility_level = 3.6
queue_directory = ${queue}
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
meta_directory = /etc/postfix
shlib_directory = /usr/lib/postfix
mail_owner = postfix
setgid_group = postdrop
maillog_file = ${folder}/maillog
maillog_file_prefixes = ${folder}
myhostname = mail.${options.domain}
mydestination =
mynetworks =
alias_maps =
alias_database =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
relayhost = [127.0.0.1]:${options.postOfficePort}
smtpd_tls_cert_file = ${certificate.certificatePath}
smtpd_tls_key_file = ${certificate.keyPath}
smtpd_sasl_path = ${socket}
smtpd_sender_login_maps = texthash:${senders}, regexp:${snippets}/mailward-own-address
${await readFile(`${snippets}/mailward-main.cf`, 'utf8')}`,
	);
	const submission = await readFile(`${snippets}/mailward-submission.cf`, 'utf8');
	await site.write(
		'postfix/master.cf',
		`127.0.0.1:${ports.postfix.submission} inet n - n - - smtpd
${submission}127.0.0.1:${ports.postfix.submissions} inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
${submission}${services}`,
	);
	await promisify(execFile)(findProgram('postfix') ?? 'postfix', ['-c', folder, 'check']);
	return { folder, socket };
}
