import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Listener } from './listeners.ts';
import { type Canary, checkListener } from './mail-check.ts';
import { reportOf } from './report.ts';

const canary: Canary = { address: 'canary@example.edu.cn', webPassword: 'the "web" \\ one', clientPassword: 'client' };
const base64 = (text: string) => Buffer.from(text).toString('base64');
const plainOf = (password: string) => base64(`\0${canary.address}\0${password}`);

/** A server that answers line by line. `answer` gets the line and what it has answered to before. */
type Answer = (line: string, lines: readonly string[]) => string | undefined;

const open: { server: Server; sockets: Set<Socket> }[] = [];
afterEach(() => {
	for (const { server, sockets } of open.splice(0)) {
		for (const socket of sockets) socket.destroy();
		server.close();
	}
});

const start = async (protocol: Listener['protocol'], greeting: string, answer: Answer): Promise<Listener> => {
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('error', () => undefined);
		const lines: string[] = [];
		let rest = '';
		if (greeting !== '') socket.write(greeting);
		socket.on('data', (data) => {
			const parts = (rest + String(data)).split('\r\n');
			rest = parts.pop() ?? '';
			for (const line of parts) {
				const text = answer(line, lines);
				lines.push(line);
				if (text !== undefined) socket.write(text);
			}
		});
	});
	open.push({ server, sockets });
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { protocol, host: '127.0.0.1', port: (server.address() as AddressInfo).port, tls: false };
};

const check = (listener: Listener, patience = 2000) =>
	checkListener(listener, canary, { trust: { ca: undefined, checked: true }, patience });

/** An IMAP server with a way in for each password; `capabilities` are what it tells of itself. */
const imapServer = (capabilities: string, ways: Readonly<Record<string, readonly string[]>>) =>
	start('imap', '* OK ready\r\n', (line, lines) => {
		const before = lines.at(-1) ?? '';
		if (line === 'a CAPABILITY') return `* CAPABILITY IMAP4rev1 ${capabilities}\r\na OK done\r\n`;
		if (line.startsWith('c AUTHENTICATE')) return '+ \r\n';
		if (before === 'c AUTHENTICATE LOGIN') return '+ UGFzc3dvcmQ6\r\n';
		const [way, given] = line.startsWith('c LOGIN')
			? ['own', line.slice('c LOGIN '.length)]
			: before === 'c AUTHENTICATE PLAIN'
				? ['PLAIN', line]
				: ['LOGIN', line];
		return (ways[way] ?? []).includes(given) ? 'c OK in\r\n' : 'c NO [AUTHENTICATIONFAILED] no\r\n';
	});

const quotedWeb = '"canary@example.edu.cn" "the \\"web\\" \\\\ one"';

describe('a mail server that leaks', () => {
	it('is found by the one mechanism that still takes the web password', async () => {
		// The attack: a forgotten passdb behind AUTHENTICATE LOGIN, while all that mail apps commonly use is closed.
		const listener = await imapServer('AUTH=PLAIN AUTH=LOGIN', {
			own: [`"${canary.address}" "client"`],
			PLAIN: [plainOf('client')],
			LOGIN: [base64('client'), base64(canary.webPassword)],
		});
		const checked = await check(listener);
		expect(checked.tried.map(({ way, web, client }) => [way, web, client])).toEqual([
			['LOGIN', 'refused', 'accepted'],
			['AUTHENTICATE PLAIN', 'refused', 'accepted'],
			['AUTHENTICATE LOGIN', 'accepted', 'accepted'],
		]);
		const { problems } = reportOf([checked]);
		expect(problems).toEqual([
			`LEAK: imap://127.0.0.1:${listener.port} by AUTHENTICATE LOGIN without TLS takes the web password, so two-factor protects nothing there.`,
		]);
	});

	it('is found where it takes what it does not mention', async () => {
		const listener = await imapServer('LOGINDISABLED', { own: [quotedWeb] });
		const { tried } = await check(listener);
		expect(tried.map(({ way, web }) => [way, web])).toEqual([
			['LOGIN', 'accepted'],
			['AUTHENTICATE PLAIN', 'not offered'],
			['AUTHENTICATE LOGIN', 'not offered'],
		]);
	});

	it('that speaks POP3 is found by USER and PASS, and APOP is told', async () => {
		const listener = await start('pop3', '+OK ready <1896.697170952@mail.example.edu.cn>\r\n', (line) => {
			if (line === 'CAPA') return '+OK\r\nUSER\r\nSASL PLAIN CRAM-MD5\r\n.\r\n';
			if (line.startsWith('USER') || line === `PASS ${canary.webPassword}`) return '+OK\r\n';
			if (line === 'AUTH PLAIN') return '+ \r\n';
			return line === plainOf('client') ? '+OK\r\n' : '-ERR no\r\n';
		});
		const checked = await check(listener);
		expect(checked.tried.map(({ way, web, client }) => [way, web, client])).toEqual([
			['USER and PASS', 'accepted', 'refused'],
			['AUTH PLAIN', 'refused', 'accepted'],
			['AUTH LOGIN', 'not offered', 'not offered'],
		]);
		expect(checked.foreign).toEqual(['APOP', 'CRAM-MD5']);
		expect(reportOf([checked]).remarks).toContainEqual(expect.stringContaining('offers APOP'));
	});

	it('that speaks SMTP is found by AUTH PLAIN, and ANONYMOUS is told', async () => {
		const listener = await start('smtp', '220-mail\r\n220 ready\r\n', (line) => {
			if (line.startsWith('EHLO')) return '250-mail\r\n250-SIZE 1000\r\n250 AUTH PLAIN ANONYMOUS\r\n';
			if (line === 'AUTH PLAIN') return '334 \r\n';
			return line === plainOf(canary.webPassword) ? '235 in\r\n' : '535 no\r\n';
		});
		const checked = await check(listener);
		expect(checked.tried.map(({ way, web, client }) => [way, web, client])).toEqual([
			['AUTH PLAIN', 'accepted', 'refused'],
			['AUTH LOGIN', 'not offered', 'not offered'],
		]);
		expect(reportOf([checked]).remarks).toContainEqual(expect.stringContaining('asks for no password at all'));
	});
});

describe('a mail server that cannot be judged', () => {
	it('is one that does not decide', async () => {
		const listener = await start('smtp', '220 ready\r\n', (line) =>
			line.startsWith('EHLO')
				? '250-mail\r\n250 AUTH=PLAIN\r\n'
				: line === 'AUTH PLAIN'
					? '334\r\n'
					: '454 4.7.0 later\r\n',
		);
		const checked = await check(listener);
		expect(checked.tried[0]).toMatchObject({ web: 'temporary', client: 'temporary' });
		expect(reportOf([checked]).problems).toContainEqual(expect.stringContaining('could not decide'));
	});

	it('is one where nobody listens', async () => {
		const checked = await check({ protocol: 'imap', host: '127.0.0.1', port: 1, tls: false });
		expect(checked.problem).toContain('ECONNREFUSED');
		expect(reportOf([checked]).problems).toHaveLength(1);
	});

	it.each([
		['says nothing', ''],
		['speaks of something else', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
		['greets without end', `* OK ${'x'.repeat(100_000)}`],
		['ends no line', '* OK'],
	])('is one that %s', async (_what, greeting) => {
		const listener = await start('imap', greeting, () => undefined);
		const { problem, tried } = await check(listener, 300);
		expect(tried).toEqual([]);
		expect(problem).toMatch(/no answer in time|no IMAP server|more than/);
	});

	it('is one that floods us instead of an answer', async () => {
		const listener = await start('pop3', '+OK\r\n', () => '+OK\r\n'.concat('X-CAPABILITY\r\n'.repeat(10_000)));
		expect((await check(listener)).problem).toContain('more than');
	});

	it('is one that goes on in the clear after it has agreed to TLS', async () => {
		// The attack: somebody on the way slips an answer in before TLS begins, and it counts as one that came under TLS.
		const listener = await start('imap', '* OK ready\r\n', (line) => {
			if (line === 'a CAPABILITY') return '* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\r\na OK done\r\n';
			return line === 'b STARTTLS' ? 'b OK begin\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\na OK done\r\n' : 'c NO\r\n';
		});
		expect((await check(listener)).problem).toContain('in the clear');
	});
});
