import type { SiteView } from '@mailward/shared/contract/site.ts';

type Server = SiteView['mail']['imap'];
type Security = Server['security'];

/** The ports of one protocol, where none is given. */
export type UsualPorts = Readonly<Record<Security, number>>;

const form = /^(?:(tls|starttls):\/\/)?([a-z0-9.-]+)(?::(\d{1,5}))?$/i;

/** Where a connection begins in the clear, whatever the protocol (SMTP, POP3, IMAP, submission). */
const clearAtFirst: ReadonlySet<number> = new Set([25, 110, 143, 587]);

/** Reads `HOST`, `HOST:PORT` and both after `tls://` or `starttls://`; undefined for what is none of these. */
export const parseMailServer = (text: string, usual: UsualPorts): Server | undefined => {
	const [, scheme, host, given] = form.exec(text) ?? [];
	if (host === undefined) return undefined;
	const said = scheme?.toLowerCase() as Security | undefined;
	const port = given === undefined ? usual[said ?? 'tls'] : Number(given);
	if (port < 1 || port > 65_535) return undefined;
	return { host, port, security: said ?? (clearAtFirst.has(port) ? 'starttls' : 'tls') };
};
