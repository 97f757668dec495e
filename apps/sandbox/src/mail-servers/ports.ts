/** The six public ports of one door to the mailboxes. Names as in a mail app's set-up: with an `s`, TLS from the first byte. */
export interface DoorPorts {
	readonly imap: number;
	readonly imaps: number;
	readonly pop3: number;
	readonly pop3s: number;
	readonly submission: number;
	readonly submissions: number;
}

export interface MailServerPorts {
	/** nginx: asks the authority, then signs in to `upstream` with the master credential. */
	readonly nginx: DoorPorts;
	/** Dovecot's own door: Dovecot asks the authority itself. */
	readonly dovecot: DoorPorts;
	/** Dovecot's listeners kept for nginx (PROXY protocol, master credential). */
	readonly upstream: { readonly imap: number; readonly pop3: number; readonly submission: number };
	/** Where messages are delivered (LMTP). */
	readonly lmtp: number;
	/** Where nginx passes its questions through on their way to the authority. */
	readonly question: number;
}

function doorAt(base: number): DoorPorts {
	return {
		imap: base + 143,
		imaps: base + 993,
		pop3: base + 110,
		pop3s: base + 995,
		submission: base + 587,
		submissions: base + 465,
	};
}

/** The ports of one port base, all on 127.0.0.1. */
export function mailServerPorts(portBase: number): MailServerPorts {
	const upstream = doorAt(portBase + 2000);
	return {
		nginx: doorAt(portBase),
		dovecot: doorAt(portBase + 1000),
		upstream: { imap: upstream.imap, pop3: upstream.pop3, submission: upstream.submission },
		lmtp: portBase + 2024,
		question: portBase + 2090,
	};
}

/** All of them, as a list. */
export function listeningPorts({ nginx, dovecot, upstream, lmtp, question }: MailServerPorts): number[] {
	return [nginx, dovecot, upstream].flatMap((group) => Object.values(group)).concat(lmtp, question);
}
