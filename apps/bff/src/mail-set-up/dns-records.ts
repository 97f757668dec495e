import { isIP } from 'node:net';
import type { SiteView } from '@mailward/shared/contract/site.ts';
import type { Domains } from '../accounts/canonical-address.ts';

/** What the records are made of. */
export interface DnsSettings {
	readonly mail: SiteView['mail'];
	readonly domains: Domains;
	readonly publicOrigin: string;
}

type Server = SiteView['mail']['imap'];

/** Seconds. Long enough to be cheap, and wrong for no longer than an hour. */
const life = 3600;

const record = (name: string, type: string, data: string): string => `${name} ${life} IN ${type} ${data}`;
const srv = (service: string, domain: string, host: string, port: number, priority = 0): string =>
	record(`_${service}._tcp.${domain}.`, 'SRV', `${priority} 1 ${port} ${host}.`);
/** RFC 2782: a target of "." says that there is decidedly no such service. */
const noSrv = (service: string, domain: string): string => record(`_${service}._tcp.${domain}.`, 'SRV', '0 0 0 .');

/** The target of such a record is a name; an address there would be taken for one (RFC 2782). */
const needsName = (service: string, domain: string, host: string): string =>
	`; _${service}._tcp.${domain}. cannot be published: ${host} is an address, and a host name is needed in its setting.`;

/** Both ways of one protocol: the one that is configured, and that the other is not there. */
const both = (
	domain: string,
	names: { tls: string; starttls: string; priority?: number },
	{ host, port, security }: Server,
) => {
	const [offered, other] = security === 'tls' ? [names.tls, names.starttls] : [names.starttls, names.tls];
	const there = isIP(host) === 0 ? srv(offered, domain, host, port, names.priority) : needsName(offered, domain, host);
	return [there, noSrv(other, domain)];
};

/** IMAP comes first where a program speaks both (RFC 6186, 3.4). */
const pop3Priority = 10;

const mailRecords = (domain: string, { imap, pop3, submission }: SiteView['mail']): string[] => [
	'; Where mail is fetched and sent (RFC 6186, RFC 8314). A "." says: not offered that way.',
	...both(domain, { tls: 'imaps', starttls: 'imap' }, imap),
	...both(domain, { tls: 'pop3s', starttls: 'pop3', priority: pop3Priority }, pop3),
	...both(domain, { tls: 'submissions', starttls: 'submission' }, submission),
];

const httpsPort = 443;

/** What leads mail programs to the portal; programs add the name and the path by themselves, and no port. */
const portalRecords = (domain: string, publicOrigin: string): string[] => {
	const { protocol, hostname, port: given } = new URL(publicOrigin);
	const port = given === '' ? httpsPort : Number(given);
	if (protocol !== 'https:' || isIP(hostname.replace(/^\[(.*)\]$/, '$1')) !== 0) {
		return [`; ${publicOrigin} is no https address with a host name: mail programs cannot be led to it.`];
	}
	const alias = (prefix: string) =>
		hostname === `${prefix}.${domain}`
			? `; ${hostname} is the portal itself.`
			: record(`${prefix}.${domain}.`, 'CNAME', `${hostname}.`);
	const aliases =
		port === httpsPort
			? [alias('autoconfig'), alias('autodiscover')]
			: [
					`; autoconfig.${domain} and autodiscover.${domain} must lead to port ${httpsPort} of a proxy before the portal, which`,
					`; is at port ${port}: give them the address of that proxy.`,
				];
	return [
		'; Where Thunderbird and Outlook ask how to set themselves up. The proxy before the portal needs a certificate for each',
		'; of these names, and hands their requests to the portal (deploy/nginx/mailward-mail-set-up.conf).',
		...aliases,
		`; Outlook asks here when it finds no autodiscover.${domain}; people confirm once that the portal may answer.`,
		srv('autodiscover', domain, hostname, port),
	];
};

/**
 * The records to publish for each mail domain, so that mail apps find their servers by themselves: lines of a zone file
 * (RFC 1035, 5.1), with comments of what each does. Names are absolute, for whatever zone they are put into.
 */
export const dnsRecords = ({ mail, domains, publicOrigin }: DnsSettings): string =>
	domains
		.map((domain) => [`; ${domain}`, ...mailRecords(domain, mail), ...portalRecords(domain, publicOrigin)].join('\n'))
		.join('\n\n');
