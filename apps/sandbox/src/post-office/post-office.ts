import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerAddress, type SMTPServerSession } from 'smtp-server';

/** A message for somebody outside; nobody here delivers it. */
export interface OutsideMessage {
	readonly from: string;
	readonly to: readonly string[];
	/** As sent, header and body, read as UTF-8. */
	readonly message: string;
	readonly receivedAt: Date;
}

export interface PostOfficeOptions {
	readonly port: number;
	/** Mail for this domain is delivered; all other mail is kept and can be read. */
	readonly domain: string;
	/** The mailboxes of the domain, as canonical addresses. */
	readonly mailboxes: readonly string[];
	/** Puts one message into one mailbox; a rejection becomes a temporary failure for the sender. */
	readonly deliver: (address: string, message: Buffer) => Promise<void>;
	readonly now: () => Date;
}

export interface PostOffice {
	/** Mail for the outside, newest first. */
	readonly outside: readonly OutsideMessage[];
	stop(): Promise<void>;
}

const LARGEST_BYTES = 10 * 1024 * 1024;
const OUTSIDE_KEPT = 200;

class SmtpRefusal extends Error {
	readonly responseCode: number;
	constructor(responseCode: number, message: string) {
		super(message);
		this.responseCode = responseCode;
	}
}

async function readMessage(stream: Readable & { sizeExceeded?: boolean }): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
	if (stream.sizeExceeded) throw new SmtpRefusal(552, '5.3.4 Message too big');
	return Buffer.concat(chunks);
}

/**
 * The SMTP server that Dovecot's submission service hands outgoing mail to, and Mailward its notices; it trusts whoever
 * reaches 127.0.0.1.
 */
export async function startPostOffice(options: PostOfficeOptions): Promise<PostOffice> {
	const outside: OutsideMessage[] = [];
	const mailboxes = new Set(options.mailboxes);
	const isOurs = (address: string) => address.toLowerCase().endsWith(`@${options.domain}`);

	async function take(stream: Readable, session: SMTPServerSession): Promise<void> {
		const message = await readMessage(stream);
		const { mailFrom, rcptTo } = session.envelope;
		const addresses = rcptTo.map(({ address }) => address);
		for (const address of addresses.filter(isOurs)) await options.deliver(address.toLowerCase(), message);
		const to = addresses.filter((address) => !isOurs(address));
		if (to.length === 0) return;
		const from = mailFrom === false ? '' : mailFrom.address;
		outside.unshift({ from, to, message: message.toString('utf8'), receivedAt: options.now() });
		outside.splice(OUTSIDE_KEPT);
	}

	function checkRecipient({ address }: SMTPServerAddress): Error | undefined {
		if (!isOurs(address) || mailboxes.has(address.toLowerCase())) return undefined;
		return new SmtpRefusal(550, `5.1.1 There is no mailbox ${address}`);
	}

	const server = new SMTPServer({
		name: `post-office.${options.domain}`,
		banner: 'post office of the demo',
		authOptional: true,
		disabledCommands: ['AUTH', 'STARTTLS'],
		disableReverseLookup: true,
		logger: false,
		size: LARGEST_BYTES,
		onRcptTo: (address, _session, callback) => callback(checkRecipient(address)),
		onData: (stream, session, callback) => {
			take(stream, session).then(
				() => callback(),
				(error: unknown) =>
					callback(error instanceof SmtpRefusal ? error : new SmtpRefusal(451, '4.3.0 Not delivered')),
			);
		},
	});
	// A client that breaks off is no reason to end; without a listener it would be.
	server.on('error', () => undefined);
	await new Promise<void>((resolve, reject) => {
		server.server.once('error', reject);
		server.listen(options.port, '127.0.0.1', () => resolve());
	});
	return {
		outside,
		stop: () => new Promise((resolve) => server.close(() => resolve())),
	};
}
