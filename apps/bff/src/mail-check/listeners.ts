import type { SiteView } from '@mailward/shared/contract/site.ts';

/** A port that mail apps are to sign in at. */
export interface Listener {
	readonly protocol: 'imap' | 'pop3' | 'smtp';
	readonly host: string;
	readonly port: number;
	/** TLS from the first byte. */
	readonly tls: boolean;
}

const usualPorts: Readonly<Record<string, number>> = {
	imap: 143,
	imaps: 993,
	pop3: 110,
	pop3s: 995,
	smtp: 587,
	smtps: 465,
};

/** As a URL: `imaps://mail.example.edu:993`. */
export const listenerName = ({ protocol, host, port, tls }: Listener): string =>
	`${protocol}${tls ? 's' : ''}://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** `imap`, `pop3` or `smtp`, with an `s` for TLS from the first byte, `://HOST` and `:PORT`; undefined for anything else. */
export const parseListener = (text: string): Listener | undefined => {
	const [, protocol, secure, host, port] =
		/^(imap|pop3|smtp)(s?):\/\/([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::(\d{1,5}))?\/?$/.exec(text) ?? [];
	if (protocol === undefined || host === undefined) return undefined;
	const number = port === undefined ? usualPorts[`${protocol}${secure}`] : Number(port);
	if (number === undefined || number < 1 || number > 65_535) return undefined;
	return {
		protocol: protocol as Listener['protocol'],
		host: host.replace(/^\[(.*)\]$/, '$1'),
		port: number,
		tls: secure === 's',
	};
};

/** What people are told to put into their mail apps, and what the administrator names besides, each once. */
export const listenersOf = (site: SiteView['mail'], more: readonly Listener[]): Listener[] => {
	const told = (
		[
			['imap', site.imap],
			['pop3', site.pop3],
			['smtp', site.submission],
		] as const
	).map(([protocol, { host, port, security }]) => ({ protocol, host, port, tls: security === 'tls' }));
	return [...new Map([...told, ...more].map((listener) => [listenerName(listener), listener])).values()];
};
