import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { Mail } from '../../notices/mailer.ts';
import { createSettableClock } from '../../testing/settable-clock.ts';
import { createSmtpMailer } from './smtp-mailer.ts';
import { parseSender, parseSmtpUrl, type SmtpSettings } from './smtp-settings.ts';

interface Received {
	readonly from: string;
	readonly to: readonly string[];
	readonly message: string;
	readonly user: string | undefined;
}

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0)) await close();
});

/** Listens on loopback, on a port below the system's own. */
const listen = async (server: Server): Promise<number> => {
	for (let port = 21_000 + (process.pid % 4000); ; port += 1) {
		try {
			server.listen(port, '127.0.0.1');
			await once(server, 'listening');
			return port;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
		}
	}
};

const startSmtpServer = async (options: SMTPServerOptions = {}) => {
	const received: Received[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		allowInsecureAuth: true,
		onData(stream, session, callback) {
			let message = '';
			stream.setEncoding('utf8');
			stream.on('data', (chunk: string) => {
				message += chunk;
			});
			stream.on('end', () => {
				const { mailFrom, rcptTo } = session.envelope;
				received.push({
					from: mailFrom === false ? '' : mailFrom.address,
					to: rcptTo.map(({ address }) => address),
					message,
					user: session.user,
				});
				callback();
			});
		},
		...options,
	});
	server.on('error', () => undefined);
	const port = await listen(server.server);
	closing.push(() => new Promise((resolve) => server.close(() => resolve())));
	return { port, received };
};

const clock = createSettableClock();
const from = { name: '示范大学', address: 'no-reply@example.edu.cn' };
const at = (port: number, more: Partial<SmtpSettings> = {}): SmtpSettings => ({
	host: '127.0.0.1',
	port,
	secure: false,
	credentials: undefined,
	...more,
});
const mail: Mail = {
	id: 'Zm9vYmFyYmF6cXV4MTIzNA',
	to: 'chen@example.edu.cn',
	subject: '安全提醒：新设备登录 / Security notice: new device signed in',
	text: '您的账号“手机”\n. \n.\nSecond line\n',
};
const never = new AbortController().signal;
const headerOf = (message: string) => message.slice(0, message.indexOf('\r\n\r\n'));
const bodyOf = (message: string) =>
	Buffer.from(message.slice(message.indexOf('\r\n\r\n') + 4), 'base64').toString('utf8');

describe('a notice on its way', () => {
	it('arrives as plain text in UTF-8, marked as automatic, with a name of its own', async () => {
		const { port, received } = await startSmtpServer();
		const mailer = createSmtpMailer(at(port), from, clock);
		await mailer.send(mail, never);
		await mailer.send(mail, never);
		const [first, second] = received;
		expect(first).toMatchObject({ from: 'no-reply@example.edu.cn', to: ['chen@example.edu.cn'] });
		const header = headerOf(first?.message ?? '');
		expect(header).toContain('Auto-Submitted: auto-generated');
		expect(header).toContain('Content-Transfer-Encoding: base64');
		expect(header).toMatch(/^Content-Type: text\/plain; charset=utf-8/im);
		expect(header).toMatch(/^To: <?chen@example\.edu\.cn>?$/im);
		expect(header).toContain('Message-ID: <notice-Zm9vYmFyYmF6cXV4MTIzNA@example.edu.cn>');
		expect(header).toContain(`Date: ${new Date(clock.now()).toUTCString().replace('GMT', '+0000')}`);
		expect(bodyOf(first?.message ?? '').replaceAll('\r\n', '\n')).toBe(mail.text);
		const idIn = (message = '') => /^Message-ID: (.*)$/im.exec(message)?.[1];
		expect(idIn(second?.message)).toBe(idIn(first?.message));
	});

	it('carries nothing from one place to another (header injection)', async () => {
		// The attack: a line break in what somebody typed begins a header, or a second recipient.
		const { port, received } = await startSmtpServer();
		const mailer = createSmtpMailer(at(port), from, clock);
		await mailer.send({ ...mail, text: 'Phone\r\nBcc: everybody@example.edu.cn\r\n\r\nforged' }, never);
		await mailer.send({ ...mail, subject: 'a\r\nBcc: everybody@example.edu.cn' }, never);
		await mailer.send({ ...mail, to: 'chen@example.edu.cn, everybody@example.edu.cn' }, never).catch(() => undefined);
		for (const { to, message } of received) {
			expect(to).not.toContain('everybody@example.edu.cn');
			expect(headerOf(message)).not.toMatch(/^Bcc:/im);
		}
		expect(received.length).toBeGreaterThanOrEqual(2);
	});

	it('signs in where the server wants it', async () => {
		const { port, received } = await startSmtpServer({
			authOptional: false,
			onAuth: ({ username, password }, _session, callback) =>
				callback(password === 'p@ss word' ? null : new Error('no'), { user: username }),
		});
		const right = parseSmtpUrl(`smtp://mailward:p%40ss%20word@127.0.0.1:${port}`);
		await createSmtpMailer(right ?? at(port), from, clock).send(mail, never);
		expect(received[0]?.user).toBe('mailward');
		const wrong = { user: 'mailward', pass: 'another-secret' };
		const problem = createSmtpMailer(at(port, { credentials: wrong }), from, clock).send(mail, never);
		await expect(problem).rejects.toThrow(/^(?!.*another-secret).*$/s);
	});

	it.each([
		['refused', { onRcptTo: (_address, _session, callback) => callback(new Error('no such mailbox')) }],
		['not greeted', { onConnect: (_session, callback) => callback(new Error('go away')) }],
	] as [string, SMTPServerOptions][])('is not sent where it is %s', async (_what, options) => {
		const { port, received } = await startSmtpServer(options);
		await expect(createSmtpMailer(at(port), from, clock).send(mail, never)).rejects.toThrow();
		expect(received).toEqual([]);
	});

	it('is not sent where nobody listens', async () => {
		const { port } = await startSmtpServer();
		for (const close of closing.splice(0)) await close();
		await expect(createSmtpMailer(at(port), from, clock).send(mail, never)).rejects.toThrow();
	});

	it('is broken off at the end of the server', async () => {
		const silent = createServer(() => undefined);
		const port = await listen(silent);
		closing.push(() => new Promise((resolve) => silent.close(() => resolve())));
		const stop = new AbortController();
		const sending = createSmtpMailer(at(port), from, clock).send(mail, stop.signal);
		await once(silent, 'connection');
		stop.abort();
		await expect(sending).rejects.toThrow();
	});

	it('carries a password to another machine by TLS only', async () => {
		// The attack: whoever stands between leaves STARTTLS out of the greeting and reads the password.
		const { port, received } = await startSmtpServer({
			onAuth: (_auth, _session, callback) => callback(null, { user: 'x' }),
		});
		const elsewhere = createSmtpMailer(
			// Not of the loopback names that are known to be this machine.
			at(port, { host: '::ffff:127.0.0.1', credentials: { user: 'mailward', pass: 'secret' } }),
			from,
			clock,
		);
		await expect(elsewhere.send(mail, never)).rejects.toThrow(/STARTTLS|TLS/);
		expect(received).toEqual([]);
	});
});

describe('the settings', () => {
	it.each([
		['smtp://relay.example.edu', { host: 'relay.example.edu', port: 25, secure: false, credentials: undefined }],
		['smtps://relay.example.edu/', { host: 'relay.example.edu', port: 465, secure: true, credentials: undefined }],
		['smtp://[2001:db8::1]:2525', { host: '2001:db8::1', port: 2525, secure: false, credentials: undefined }],
		[
			'smtp://u%40x:p%3A%2F@relay:587',
			{ host: 'relay', port: 587, secure: false, credentials: { user: 'u@x', pass: 'p:/' } },
		],
	])('%s is read', (text, expected) => {
		expect(parseSmtpUrl(text)).toEqual(expected);
	});

	it.each(['relay:25', 'http://relay', 'smtp://', 'smtp://relay/path', 'smtp://relay?pool=true', ''])(
		'%j is no mail server',
		(text) => {
			expect(parseSmtpUrl(text)).toBeUndefined();
		},
	);

	it.each([
		['no-reply@example.edu', { name: '', address: 'no-reply@example.edu' }],
		['示范大学 <no-reply@example.edu>', { name: '示范大学', address: 'no-reply@example.edu' }],
		['<no-reply@example.edu>', { name: '', address: 'no-reply@example.edu' }],
		['no-reply', undefined],
		['a@b, c@d', undefined],
		['x\r\nBcc: a@b <c@d>', undefined],
		['', undefined],
	])('%j is the sender %j', (text, expected) => {
		expect(parseSender(text)).toEqual(expected);
	});
});
