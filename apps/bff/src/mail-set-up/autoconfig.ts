import type { SiteView } from '@mailward/shared/contract/site.ts';
import type { Domains } from '../accounts/canonical-address.ts';
import { elements, toXml, type XmlElement } from './xml.ts';

/** What every way of setting a mail app up by itself tells it. */
export interface MailSetUp {
	readonly site: Pick<SiteView, 'organisation' | 'mail'>;
	readonly domains: Domains;
	readonly publicOrigin: string;
}

type Server = SiteView['mail']['imap'];

const server = (element: 'incomingServer' | 'outgoingServer', type: string, { host, port, security }: Server) => ({
	name: element,
	attributes: { type },
	content: elements({
		hostname: host,
		port: String(port),
		socketType: security === 'tls' ? 'SSL' : 'STARTTLS',
		username: '%EMAILADDRESS%',
		authentication: 'password-cleartext',
	}),
});

const description = (lang: string, content: string): XmlElement => ({ name: 'descr', attributes: { lang }, content });

/**
 * Thunderbird's configuration file, version 1.1 (draft-ietf-mailmaint-autoconfig). One for all domains and for everybody:
 * what would differ from person to person, the program puts in by itself.
 */
export const autoconfig = ({ site, domains, publicOrigin }: MailSetUp): string => {
	const { zh, en } = site.organisation;
	const provider: XmlElement[] = [
		...domains.map((domain) => ({ name: 'domain', content: domain })),
		...elements({ displayName: zh === en ? en : `${zh} ${en}`, displayShortName: domains[0] }),
		// In the order of preference.
		server('incomingServer', 'imap', site.mail.imap),
		server('incomingServer', 'pop3', site.mail.pop3),
		server('outgoingServer', 'smtp', site.mail.submission),
		{
			name: 'documentation',
			attributes: { url: `${publicOrigin}/guide/thunderbird` },
			content: [
				description('zh', '启用双因素认证后，请使用客户端专用密码，而不是网页登录密码'),
				description('en', 'With two-factor authentication on, use a client-specific password, not your web password'),
			],
		},
	];
	return toXml({
		name: 'clientConfig',
		attributes: { version: '1.1' },
		content: [{ name: 'emailProvider', attributes: { id: domains[0] }, content: provider }],
	});
};
