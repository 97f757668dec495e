import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** nginx loads its mail module by path; without it, a distribution has compiled it in. */
export const NGINX_MAIL_MODULE = '/usr/lib/nginx/modules/ngx_mail_module.so';

const dovecotFiles = {
	'dovecot-imapd': '/usr/lib/dovecot/imap-login',
	'dovecot-pop3d': '/usr/lib/dovecot/pop3-login',
	'dovecot-submissiond': '/usr/lib/dovecot/submission-login',
	'dovecot-lmtpd': '/usr/lib/dovecot/lmtp',
	'dovecot-auth-lua': '/usr/lib/dovecot/modules/auth/libauthdb_lua.so',
} as const;

/** Postfix's own program in the foreground. */
export const POSTFIX_MASTER = '/usr/lib/postfix/sbin/master';

const systemFolders = ['/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/local/bin', '/usr/bin', '/bin'];

function isThere(path: string, mode: number): boolean {
	try {
		accessSync(path, mode);
		return true;
	} catch {
		return false;
	}
}

/** Full path of a program, also where an ordinary user's PATH has no sbin folders. */
export function findProgram(name: string): string | undefined {
	const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...systemFolders];
	return folders.map((folder) => join(folder, name)).find((path) => isThere(path, constants.X_OK));
}

/**
 * Names of the Debian packages that the mail servers still need here; empty when all are installed.
 * The caller tells the person, or installs them.
 */
export function missingMailServerPackages(): string[] {
	const programs = { 'dovecot-core': 'dovecot', nginx: 'nginx', openssl: 'openssl' } as const;
	const missing = [
		...Object.entries(programs).filter(([, program]) => findProgram(program) === undefined),
		...Object.entries(dovecotFiles).filter(([, path]) => !isThere(path, constants.R_OK)),
	].map(([name]) => name);
	return isThere(NGINX_MAIL_MODULE, constants.R_OK) ? missing : [...missing, 'libnginx-mod-mail'];
}

/** Names of the Debian packages that Postfix still needs here; empty when it is installed. */
export function missingPostfixPackages(): string[] {
	return isThere(POSTFIX_MASTER, constants.X_OK) ? [] : ['postfix'];
}

/** Why Postfix cannot run beside the other mail servers, in words for a person; undefined when it can. */
export function whyNoPostfix(): string | undefined {
	if (missingPostfixPackages().length > 0) return 'this Debian package is missing: postfix';
	// Its parts run as the users its package made, which only root can start.
	return process.getuid?.() === 0 ? undefined : 'Postfix starts as root only';
}
