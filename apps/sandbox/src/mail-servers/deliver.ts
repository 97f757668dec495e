import { createTransport } from 'nodemailer';

/**
 * Puts a message into a mailbox by LMTP, as a mail server in front of Dovecot does.
 * @param message header and body; a string is sent as UTF-8
 * @throws Error with the LMTP server's words when it does not take the message
 */
export async function deliverByLmtp(lmtpPort: number, address: string, message: string | Buffer): Promise<void> {
	const transport = createTransport({ lmtp: true, host: '127.0.0.1', port: lmtpPort, ignoreTLS: true });
	try {
		await transport.sendMail({ envelope: { from: '', to: address }, raw: message });
	} finally {
		transport.close();
	}
}
