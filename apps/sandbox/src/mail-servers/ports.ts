/** The six public ports of one door to the mailboxes. Names as in a mail app's set-up: with an `s`, TLS from the first byte. */
export interface DoorPorts {
	readonly imap: number;
	readonly imaps: number;
	readonly pop3: number;
	readonly pop3s: number;
	readonly submission: number;
	readonly submissions: number;
}

/** The two ports that people send by. */
export type SendingPorts = Pick<DoorPorts, 'submission' | 'submissions'>;

export interface MailServerPorts {
	/** nginx: asks the authority, then signs in to `upstream` with the master credential. */
	readonly nginx: DoorPorts;
	/** Dovecot's own door: Dovecot asks the authority itself. */
	readonly dovecot: DoorPorts;
	/** Postfix, whose people sign in through Dovecot; free where it is left out. */
	readonly postfix: SendingPorts;
	/** Dovecot's listeners kept for nginx (PROXY protocol, master credential). */
	readonly upstream: { readonly imap: number; readonly pop3: number; readonly submission: number };
	/** Where messages are delivered (LMTP). */
	readonly lmtp: number;
	/** Where nginx passes its questions through on their way to the authority. */
	readonly question: number;
	/** Dovecot's HTTP API, by which connections are ended. */
	readonly doveadm: number;
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
	const postfix = doorAt(portBase + 3000);
	return {
		nginx: doorAt(portBase),
		dovecot: doorAt(portBase + 1000),
		postfix: { submission: postfix.submission, submissions: postfix.submissions },
		upstream: { imap: upstream.imap, pop3: upstream.pop3, submission: upstream.submission },
		lmtp: portBase + 2024,
		question: portBase + 2090,
		doveadm: portBase + 2080,
	};
}

/** All of them, as a list. */
export function listeningPorts(ports: MailServerPorts): number[] {
	const { nginx, dovecot, postfix, upstream, lmtp, question, doveadm } = ports;
	return [nginx, dovecot, postfix, upstream].flatMap((group) => Object.values(group)).concat(lmtp, question, doveadm);
}
