import type { SiteView } from '@mailward/shared/contract/site.ts';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { canonicalAddress } from '../accounts/canonical-address.ts';
import type { MailSetUp } from './autoconfig.ts';
import { elements, toXml, type XmlElement } from './xml.ts';

/** [MS-OXDSCLI], 2.2.3 and 2.2.4. */
const namespaces = {
	request: 'http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006',
	response: 'http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006',
	outlook: 'http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a',
};

const problems = {
	500: 'The email address cannot be found.',
	600: 'Invalid Request',
	601: 'Provider is not available',
};
type Problem = keyof typeof problems;

interface AutodiscoverRequest {
	readonly address: string;
	/** Names of the answers that would be understood. */
	readonly schemas: readonly string[];
}

const never = () => {
	throw new Error('not well-formed');
};

const texts = (element: Element, name: string): string[] =>
	[...element.childNodes]
		.filter((child) => child.namespaceURI === namespaces.request && child.localName === name)
		.map((child) => (child.textContent ?? '').trim());

/**
 * Undefined for whatever is not a request. A document type is refused as such, and the parser expands no entity but the
 * five that XML has by itself; of what is in a comment or beside what the protocol knows nothing is looked at.
 */
const readRequest = (xml: string): AutodiscoverRequest | undefined => {
	if (/<!DOCTYPE/i.test(xml)) return undefined;
	try {
		const text = xml.replace(/^\uFEFF/, '');
		const { documentElement: root } = new DOMParser({ onError: never }).parseFromString(text, 'text/xml');
		if (root?.localName !== 'Autodiscover' || root.namespaceURI !== namespaces.request) return undefined;
		const [request] = root.getElementsByTagNameNS(namespaces.request, 'Request');
		if (request?.parentNode !== root) return undefined;
		const [address] = texts(request, 'EMailAddress');
		const schemas = texts(request, 'AcceptableResponseSchema');
		return address === undefined || address === '' || schemas.length === 0 ? undefined : { address, schemas };
	} catch {
		return undefined;
	}
};

const answer = (response: Omit<XmlElement, 'name'>): string =>
	toXml({
		name: 'Autodiscover',
		namespace: namespaces.response,
		content: [{ name: 'Response', ...response }],
	});

/** `at`: milliseconds since the epoch. */
const refusal = (problem: Problem, at: number): string => {
	const details = elements({ ErrorCode: String(problem), Message: problems[problem], DebugData: '' });
	// A time of day to a tenth of a microsecond, and a number that names the server: ours are one to whoever asks.
	const attributes = { Time: `${new Date(at).toISOString().slice(11, 23)}0000`, Id: '1' };
	return answer({ content: [{ name: 'Error', attributes, content: details }] });
};

type Server = SiteView['mail']['imap'];

const protocol = (type: 'IMAP' | 'POP3' | 'SMTP', { host, port, security }: Server, loginName: string): XmlElement => ({
	name: 'Protocol',
	content: elements({
		Type: type,
		Server: host,
		Port: String(port),
		DomainRequired: 'off',
		LoginName: loginName,
		SPA: 'off',
		SSL: 'on',
		// Says which of the two ways to TLS, and counts before `SSL` where it is understood.
		Encryption: security === 'tls' ? 'SSL' : 'TLS',
		AuthRequired: 'on',
		...(type === 'SMTP' && { UsePOPAuth: 'off', SMTPLast: 'off' }),
	}),
});

const settings = (address: string, { mail }: MailSetUp['site']): string =>
	answer({
		namespace: namespaces.outlook,
		content: [
			// The address and no name: how people of ours are called is not told to whoever asks.
			{ name: 'User', content: elements({ AutoDiscoverSMTPAddress: address }) },
			{
				name: 'Account',
				content: [
					...elements({ AccountType: 'email', Action: 'settings' }),
					// In the order of preference.
					protocol('IMAP', mail.imap, address),
					protocol('POP3', mail.pop3, address),
					protocol('SMTP', mail.submission, address),
				],
			},
		],
	});

/**
 * Answers a request of Outlook's ([MS-OXDSCLI], plain old XML), or what was sent in the place of one. An address of our
 * domains gets the settings whether there is such an account or not. `at`: milliseconds since the epoch.
 */
export const autodiscover = (xml: string, { site, domains }: MailSetUp, at: number): string => {
	const request = readRequest(xml);
	if (request === undefined) return refusal(600, at);
	if (!request.schemas.includes(namespaces.outlook)) return refusal(601, at);
	const address = request.address.includes('@') ? canonicalAddress(request.address, domains) : undefined;
	return address === undefined ? refusal(500, at) : settings(address, site);
};
