import { existsSync } from 'node:fs';
import type { Certificate } from './certificate.ts';
import type { MailServersOptions } from './options.ts';
import type { MailServerPorts } from './ports.ts';
import type { ProcessOwners } from './process-owners.ts';
import { deployFolder, type SiteFolder } from './site-folder.ts';
import { NGINX_MAIL_MODULE } from './software.ts';

interface NginxSite {
	readonly options: MailServersOptions;
	readonly site: SiteFolder;
	readonly ports: MailServerPorts;
	readonly certificate: Certificate;
	readonly owners: ProcessOwners;
}

/** Inside an nginx string in double quotes. */
function quoted(value: string): string {
	return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

/** Writes what a site adds to `deploy/nginx` and answers the path of the main file. */
export async function writeNginxSite({ options, site, ports, certificate, owners }: NginxSite): Promise<string> {
	const bearer = `auth_http_header Authorization ${quoted(`Bearer ${options.mailKey}`)};\n`;
	const keyFile = await site.writeSecret('nginx-mail-key.conf', bearer);
	const server = (plain: number, tls: number, snippet: string) => `	server {
		listen 127.0.0.1:${plain};
		listen 127.0.0.1:${tls} ssl;
		include ${deployFolder}/nginx/${snippet};
	}`;
	const { nginx } = ports;
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
	return site.write(
		'nginx.conf',
		`${existsSync(NGINX_MAIL_MODULE) ? `load_module ${NGINX_MAIL_MODULE};` : ''}
${owners.privileged ? 'user nobody nogroup;' : ''}
worker_processes 1;
daemon off;
pid ${site.path('nginx.pid')};
error_log ${site.path('nginx.log')} notice;
events {
}
http {
${temporary.map((kind) => `	${kind}_temp_path ${site.path(`nginx-${kind}`)};`).join('\n')}
	upstream mailward_authority {
		server ${options.authority.host};
		keepalive 32;
	}
	server {
		listen 127.0.0.1:${ports.question};
		include ${deployFolder}/nginx/mailward-authority.conf;
	}
}
mail {
	server_name mail.${options.domain};
	auth_http 127.0.0.1:${ports.question}/mail-login/nginx;
	include ${keyFile};
	ssl_certificate ${certificate.certificatePath};
	ssl_certificate_key ${certificate.keyPath};
	include ${deployFolder}/nginx/mailward-mail.conf;
${server(nginx.imap, nginx.imaps, 'mailward-imap.conf')}
${server(nginx.pop3, nginx.pop3s, 'mailward-pop3.conf')}
${server(nginx.submission, nginx.submissions, 'mailward-submission.conf')}
}
`,
	);
}
