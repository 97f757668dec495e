import { type MailProtocol, mailProtocols } from '@mailward/shared/mail-apps.ts';

/** Protocols as one number, a bit for each in the order of `mailProtocols`: part of the index that mail logins read. */
export const toProtocolSet = (protocols: readonly MailProtocol[]): number =>
	protocols.reduce((set, protocol) => set | (1 << mailProtocols.indexOf(protocol)), 0);

export const inProtocolSet = (set: number, protocol: MailProtocol): boolean =>
	(set & (1 << mailProtocols.indexOf(protocol))) !== 0;

export const fromProtocolSet = (set: number): MailProtocol[] =>
	mailProtocols.filter((protocol) => inProtocolSet(set, protocol));
