import { createTransport } from 'nodemailer';
import type { Mailer } from '../../notices/mailer.ts';
import { type Clock, second } from '../../time/clock.ts';
import type { Sender, SmtpSettings } from './smtp-settings.ts';

/** How long each step of a delivery may take, and all of them. Milliseconds. */
const patience = { connectionTimeout: 10 * second, greetingTimeout: 10 * second, socketTimeout: 20 * second };
const longest = 60 * second;

/** Nothing leaves the machine on the way there. */
const isThisMachine = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);

/**
 * Hands notices to an SMTP server (RFC 5321). A password is never sent to another machine without TLS; a server on this
 * one is spoken to as it is, since its certificate would vouch for nothing.
 */
export const createSmtpMailer = (server: SmtpSettings, from: Sender, clock: Clock): Mailer => {
	const { host, port, secure, credentials } = server;
	const transport = createTransport(
		{
			host,
			port,
			secure,
			...patience,
			...(isThisMachine(host) ? { ignoreTLS: true } : { requireTLS: credentials !== undefined }),
			...(credentials !== undefined && { auth: credentials }),
			// What a message is made of is given here, never fetched.
			disableFileAccess: true,
			disableUrlAccess: true,
		},
		{
			from,
			headers: {
				// RFC 3834, 5: keeps vacation responders quiet; Exchange listens to the second.
				'Auto-Submitted': 'auto-generated',
				'X-Auto-Response-Suppress': 'All',
			},
		},
	);
	const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
	return {
		async send({ id, to, subject, text }, stop) {
			await transport.sendMail({
				// An object, so that nothing in an address is read as a list of addresses.
				to: { name: '', address: to },
				subject,
				text,
				// Most of it is Chinese, which this keeps shortest, and no relay touches it.
				textEncoding: 'base64',
				date: new Date(clock.now()),
				messageId: `<notice-${id}@${domain}>`,
				signal: AbortSignal.any([stop, AbortSignal.timeout(longest)]),
			});
		},
	};
};
