import { createHash } from 'node:crypto';
import type { SiteView } from '@mailward/shared/contract/site.ts';
import type { Language } from '@mailward/shared/languages.ts';
import type { MailProtocol } from '@mailward/shared/mail-apps.ts';
import type { PlistValue } from 'plist';
import type { RandomBytes } from '../crypto/random.ts';
import { profileWords } from './profile-words.ts';

/** What goes into a profile. */
export interface ProfileContents {
	/** Whose it is, so that a newer one takes the place of the one before it on the same device. */
	readonly accountId: string;
	readonly personId: string;
	readonly slot: number;
	readonly address: string;
	/** The person's, or the mailbox's; may be empty. */
	readonly name: string;
	readonly passwordName: string;
	readonly secret: string;
	readonly protocols: readonly MailProtocol[];
	/** When the password ends, ms since the epoch; null for never. */
	readonly passwordExpiresAt: number | null;
	readonly language: Language;
}

/** What the profiles of one installation have in common. */
export interface ProfileSite {
	readonly site: Pick<SiteView, 'organisation' | 'mail'>;
	readonly publicOrigin: string;
}

/** 128 bits as a UUID of version 8 (RFC 9562, 5.8). */
const uuid = (bytes: Buffer): string => {
	const hex = bytes.toString('hex');
	const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		`${variant}${hex.slice(17, 20)}`,
		hex.slice(20, 32),
	]
		.join('-')
		.toUpperCase();
};

/** XML has no way to write these (XML 1.0, 2.2). */
const inXml = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ').trim();

const fetches = (protocols: readonly MailProtocol[]): 'imap' | 'pop3' | undefined =>
	protocols.includes('imap') ? 'imap' : protocols.includes('pop3') ? 'pop3' : undefined;

/** An account of Apple's Mail cannot be without incoming mail. */
export const canBeProfile = (protocols: readonly MailProtocol[]): boolean => fetches(protocols) !== undefined;

type Values = Readonly<Record<string, PlistValue>>;

/** `UseSSL` is TLS from the first byte or an upgrade, as the port has it. */
const incoming = ({ mail }: ProfileSite['site'], { protocols, address, secret }: ProfileContents): Values => {
	const server = mail[fetches(protocols) ?? 'imap'];
	return {
		EmailAccountType: fetches(protocols) === 'pop3' ? 'EmailTypePOP' : 'EmailTypeIMAP',
		IncomingMailServerAuthentication: 'EmailAuthPassword',
		IncomingMailServerHostName: server.host,
		IncomingMailServerPortNumber: server.port,
		IncomingMailServerUseSSL: true,
		IncomingMailServerUsername: address,
		IncomingPassword: secret,
	};
};

/** A profile must name an outgoing server. Where the password is not for sending, it does so without any. */
const outgoing = (
	{ mail: { submission } }: ProfileSite['site'],
	{ protocols, address, secret }: ProfileContents,
): Values => ({
	OutgoingMailServerHostName: submission.host,
	OutgoingMailServerPortNumber: submission.port,
	OutgoingMailServerUseSSL: true,
	...(protocols.includes('submission')
		? {
				OutgoingMailServerAuthentication: 'EmailAuthPassword',
				OutgoingMailServerUsername: address,
				// Written out, though it is the same: a device that has the account already would ask for it otherwise.
				OutgoingPasswordSameAsIncomingPassword: false,
				OutgoingPassword: secret,
			}
		: { OutgoingMailServerAuthentication: 'EmailAuthNone' }),
});

/**
 * An Apple configuration profile (`com.apple.mail.managed`) that sets one mail account up, password included; unsigned
 * property list, XML in UTF-8.
 */
export const profileOf = async (
	contents: ProfileContents,
	{ site, publicOrigin }: ProfileSite,
	random: RandomBytes,
): Promise<Buffer> => {
	const { accountId, personId, slot, address, passwordExpiresAt, language } = contents;
	const name = inXml(contents.name);
	const words = profileWords[language];
	const organisation = inXml(site.organisation[language]);
	const whose = createHash('sha256').update(`${accountId} ${personId} ${slot}`).digest();
	const reversed = new URL(publicOrigin).hostname.split('.').toReversed().join('.');
	const identifier = `${reversed}.mailward.${whose.toString('hex').slice(0, 16)}`;
	const account: Values = {
		PayloadType: 'com.apple.mail.managed',
		PayloadVersion: 1,
		PayloadIdentifier: `${identifier}.mail`,
		// The same each time, so that the account that is there is changed and not added again.
		PayloadUUID: uuid(whose.subarray(8, 24)),
		PayloadDisplayName: words.title(organisation),
		EmailAccountDescription: organisation,
		EmailAccountName: name === '' ? address : name,
		EmailAddress: address,
		...incoming(site, contents),
		...outgoing(site, contents),
		PreventMove: false,
	};
	const profile: Values = {
		PayloadType: 'Configuration',
		PayloadVersion: 1,
		PayloadIdentifier: identifier,
		PayloadUUID: uuid(random(16)),
		PayloadDisplayName: words.title(organisation),
		PayloadDescription: words.description(address, inXml(contents.passwordName)),
		PayloadOrganization: organisation,
		PayloadRemovalDisallowed: false,
		...(passwordExpiresAt !== null && { PayloadExpirationDate: new Date(passwordExpiresAt) }),
		PayloadContent: [account],
	};
	const { build } = await import('plist');
	return Buffer.from(build(profile as PlistValue));
};
