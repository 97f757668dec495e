import type { Certificate } from './certificate.ts';
import type { MailServersOptions } from './options.ts';
import type { MailServerPorts } from './ports.ts';
import type { ProcessOwners } from './process-owners.ts';
import { deployFolder, type SiteFolder } from './site-folder.ts';

interface DovecotSite {
	readonly options: MailServersOptions;
	readonly site: SiteFolder;
	readonly ports: MailServerPorts;
	readonly certificate: Certificate;
	readonly owners: ProcessOwners;
	/** Where Postfix asks, if it does. */
	readonly postfixSocket: string | undefined;
}

const snippets = `${deployFolder}/dovecot`;

function luaString(value: string): string {
	return `'${value.replace(/['\\]/g, '\\$&')}'`;
}

/** The door of Dovecot's public ports. */
async function ownDoor({ options, site }: DovecotSite): Promise<string> {
	if (options.door === 'oauth2-grant') {
		const settings = await site.writeSecret(
			'oauth2.conf.ext',
			`grant_url = ${options.authority.origin}/mail-login/token
client_secret = ${options.mailKey}
!include ${snippets}/mailward-oauth2.conf.ext
`,
		);
		return `!include ${snippets}/mailward-oauth2.conf
passdb {
  driver = oauth2
  mechanisms = plain login
  args = ${settings}
}`;
	}
	const keyFile = await site.writeSecret('mail-key', `${options.mailKey}\n`);
	const script = await site.write(
		'site.lua',
		`mailward = { authority = ${luaString(options.authority.origin)}, key_file = ${luaString(keyFile)} }
dofile(${luaString(`${snippets}/mailward.lua`)})
`,
	);
	return `!include ${snippets}/mailward.conf
passdb {
  driver = lua
  args = file=${script} blocking=yes cache_key=%{session}
}`;
}

/** The listeners kept for nginx. */
async function frontDoor({ options, site, ports }: DovecotSite): Promise<string> {
	const passwordFile = await site.writeSecret('master-password', `${options.masterPassword}\n`);
	const upstream = Object.entries(ports.upstream);
	const script = await site.write(
		'front-door-site.lua',
		`mailward_front_door = {
  user = ${luaString(options.masterUser)},
  password_file = ${luaString(passwordFile)},
  ports = { ${upstream.map(([, port]) => port).join(', ')} },
}
dofile(${luaString(`${snippets}/mailward-front-door.lua`)})
`,
	);
	const listeners = upstream.map(
		([protocol, port]) => `service ${protocol}-login-front-door {
  inet_listener front_door {
    port = ${port}
    haproxy = yes
  }
}`,
	);
	return `haproxy_trusted_networks = 127.0.0.0/8
!include ${snippets}/mailward-front-door.conf
passdb {
  driver = lua
  master = yes
  args = file=${script} cache_key=%{session}
}
${listeners.join('\n')}`;
}

/** The HTTP API by which connections are ended. */
async function doveadm({ options, site, ports }: DovecotSite): Promise<string> {
	const keyFile = await site.writeSecret('doveadm-key.conf', `doveadm_api_key = ${options.doveadmKey}\n`);
	return `!include ${snippets}/mailward-doveadm.conf
!include ${keyFile}
service doveadm {
  inet_listener http {
    port = ${ports.doveadm}
  }
}`;
}

/** What answers Postfix. */
function forPostfix({ postfixSocket }: DovecotSite): string {
	if (postfixSocket === undefined) return '';
	return `!include ${snippets}/mailward-postfix.conf
service auth {
  unix_listener ${postfixSocket} {
    mode = 0660
    user = postfix
    group = postfix
  }
}`;
}

/** Dovecot's public listeners: STARTTLS on the plain ports, TLS from the first byte on the others. */
function publicListeners(ports: MailServerPorts): string {
	const { dovecot } = ports;
	const listener = (name: string, port: number, tls: boolean) => `  inet_listener ${name} {
    port = ${port}
    ssl = ${tls ? 'yes' : 'no'}
  }`;
	return `service imap-login {
${listener('imap', dovecot.imap, false)}
${listener('imaps', dovecot.imaps, true)}
}
service pop3-login {
${listener('pop3', dovecot.pop3, false)}
${listener('pop3s', dovecot.pop3s, true)}
}
service submission-login {
${listener('submission', dovecot.submission, false)}
${listener('submissions', dovecot.submissions, true)}
}
service lmtp {
  inet_listener lmtp {
    port = ${ports.lmtp}
  }
}`;
}

/** For an ordinary user, every part runs as that user. Comes first, because the snippets name these settings. */
function ordinaryUser({ owners }: DovecotSite): string {
	if (owners.privileged) return '';
	return `default_internal_user = ${owners.userName}
default_internal_group = ${owners.groupName}
default_login_user = ${owners.userName}`;
}

/** An ordinary user cannot lock a part into a root folder of its own. Comes last, because the snippets ask for it. */
function ordinaryRoots({ owners }: DovecotSite): string {
	if (owners.privileged) return '';
	const confined = ['anvil', 'stats', 'imap-urlauth-login'];
	const logins = ['imap', 'pop3', 'submission'].flatMap((name) => [`${name}-login`, `${name}-login-front-door`]);
	return [...confined, ...logins].map((service) => `service ${service} {\n  chroot =\n}`).join('\n');
}

/** Writes what a site adds to `deploy/dovecot` and answers the path of the main file. */
export async function writeDovecotSite(parts: DovecotSite): Promise<string> {
	const { options, site, ports, certificate, owners } = parts;
	return site.write(
		'dovecot.conf',
		`${ordinaryUser(parts)}
base_dir = ${site.path('run')}
state_dir = ${site.path('state')}
log_path = ${site.path('dovecot.log')}
instance_name = mailward-${options.portBase}
protocols = imap pop3 submission lmtp
listen = 127.0.0.1
hostname = mail.${options.domain}
ssl = required
ssl_cert = <${certificate.certificatePath}
ssl_key = <${certificate.keyPath}
mail_home = ${site.path('mail')}/%u
mail_location = maildir:~/Maildir
mail_max_userip_connections = 100
first_valid_uid = 1
submission_relay_host = 127.0.0.1
submission_relay_port = ${options.postOfficePort}
namespace inbox {
  inbox = yes
  mailbox Drafts {
    auto = subscribe
    special_use = \\Drafts
  }
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Trash {
    auto = subscribe
    special_use = \\Trash
  }
}
${await frontDoor(parts)}
${await ownDoor(parts)}
${await doveadm(parts)}
${forPostfix(parts)}
userdb {
  driver = static
  args = uid=${owners.mailUser} gid=${owners.mailGroup} home=${site.path('mail')}/%u allow_all_users=yes
}
${publicListeners(ports)}
${ordinaryRoots(parts)}
${options.loginCache ? 'auth_cache_size = 10M\nauth_cache_ttl = 1 hour\nauth_cache_negative_ttl = 1 hour' : ''}
`,
	);
}
