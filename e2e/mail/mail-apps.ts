import { readFile } from 'node:fs/promises';
import type { World } from '@mailward/sandbox/demo-world/world.ts';
import type { DoorPorts } from '@mailward/sandbox/mail-servers/ports.ts';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import { run } from '../actions/programs.ts';

/** What came of an attempt to use a mailbox. */
export interface Outcome {
	readonly ok: boolean;
	/** What the mail app was told. */
	readonly said: string;
}

/** A mail app as a person sets it up: one door's servers, a name and a password. */
export interface MailAppSetUp {
	readonly door: DoorPorts;
	/** PEM of the certificate that the mail servers show. */
	readonly certificatePath: string;
	readonly certificate: string;
	readonly user: string;
	readonly password: string;
}

/**
 * What a person types into a mail app to use one of the demo's doors.
 * @throws Error when the journey's world has no mail servers
 */
export const setUpFor = async (
	{ mail }: World,
	door: 'nginx' | 'dovecot',
	user: string,
	password: string,
): Promise<MailAppSetUp> => {
	if (mail === undefined) throw new Error('this journey needs mail servers');
	const { certificatePath } = mail;
	const certificate = await readFile(certificatePath, 'utf8');
	return { door: mail.ports[door], certificatePath, certificate, user, password };
};

export type MailApp = (setUp: MailAppSetUp) => Promise<Outcome>;

const curl = async (setUp: MailAppSetUp, parameters: readonly string[], input = ''): Promise<Outcome> => {
	const { code, stdout, stderr } = await run(
		'curl',
		[
			'--silent',
			'--verbose',
			'--max-time',
			'20',
			'--cacert',
			setUp.certificatePath,
			'--user',
			`${setUp.user}:${setUp.password}`,
			...parameters,
		],
		input,
	);
	return { ok: code === 0, said: `${stdout}\n${stderr}` };
};

const message = (to: string, subject: string) =>
	[`From: <${to}>`, `To: <${to}>`, `Subject: ${subject}`, '', 'Sent by a mail app.', ''].join('\r\n');

/** The subject of the message that `curl-smtp` and `nodemailer` send to their own mailbox. */
export const sentSubject = 'Sent with a client password';

/** Every way in that a mail app has, each by a program of another house, over TLS. */
export const mailApps: Readonly<Record<string, MailApp>> = {
	'curl IMAP': (setUp) =>
		curl(setUp, ['--request', 'FETCH 1 BODY[HEADER.FIELDS (SUBJECT)]', `imaps://localhost:${setUp.door.imaps}/INBOX`]),
	'curl IMAP STARTTLS': (setUp) =>
		curl(setUp, ['--ssl-reqd', '--request', 'NOOP', `imap://localhost:${setUp.door.imap}/INBOX`]),
	'curl POP3': (setUp) => curl(setUp, [`pop3s://localhost:${setUp.door.pop3s}/1`]),
	'curl SMTP': (setUp) =>
		curl(
			setUp,
			[
				'--mail-from',
				setUp.user,
				'--mail-rcpt',
				setUp.user,
				'--upload-file',
				'-',
				`smtps://localhost:${setUp.door.submissions}`,
			],
			message(setUp.user, sentSubject),
		),
	imapflow: async (setUp) => {
		const tls = { ca: setUp.certificate, rejectUnauthorized: true };
		const client = new ImapFlow({
			host: 'localhost',
			port: setUp.door.imaps,
			secure: true,
			tls,
			auth: { user: setUp.user, pass: setUp.password },
			logger: false,
		});
		try {
			await client.connect();
			const box = await client.mailboxOpen('INBOX');
			const messages = await client.fetchAll('1:*', { envelope: true });
			await client.logout();
			return { ok: box.exists > 0, said: messages.map(({ envelope }) => envelope?.subject).join('\n') };
		} catch (error) {
			const { responseText } = error as { responseText?: string };
			return { ok: false, said: responseText ?? String(error) };
		} finally {
			// A refused login leaves the connection open, and Dovecot would wait half a minute for it when it is stopped.
			client.close();
		}
	},
	nodemailer: async (setUp) => {
		const transport = createTransport({
			host: 'localhost',
			port: setUp.door.submission,
			requireTLS: true,
			tls: { ca: setUp.certificate },
			auth: { user: setUp.user, pass: setUp.password },
		});
		try {
			await transport.sendMail({ from: setUp.user, to: setUp.user, subject: sentSubject, text: 'Sent by a mail app.' });
			return { ok: true, said: '' };
		} catch (error) {
			return { ok: false, said: (error as Error).message };
		}
	},
};
