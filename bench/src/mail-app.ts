import { once } from 'node:events';
import { connect, type TLSSocket } from 'node:tls';

/** A protocol by which a mail app signs in, on the port that is TLS from the first byte. */
export type Protocol = 'IMAP' | 'POP3' | 'SMTP';

/** A mail app that was refused. */
export interface RefusedLogin {
	/** From the password to the answer, in milliseconds. */
	readonly time: number;
	/** All that the server has said since the password was sent. */
	readonly answer: string;
}

interface Talk {
	/** What is said before the password is. */
	readonly before: (user: string) => readonly string[];
	readonly password: (user: string, password: string) => string;
	/** Whether a line ends an answer. */
	readonly isLast: (line: string) => boolean;
	readonly isRefusal: (answer: string) => boolean;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const talks: Readonly<Record<Protocol, Talk>> = {
	IMAP: {
		before: () => [],
		password: (user, password) => `a LOGIN "${user}" "${password}"`,
		isLast: (line) => /^(a |\* OK|\* BYE)/.test(line),
		isRefusal: (answer) => answer.startsWith('a NO '),
	},
	POP3: {
		before: (user) => [`USER ${user}`],
		password: (_user, password) => `PASS ${password}`,
		isLast: (line) => /^(\+OK|-ERR)/.test(line),
		isRefusal: (answer) => answer.startsWith('-ERR '),
	},
	SMTP: {
		before: () => ['EHLO bench.invalid'],
		password: (user, password) => `AUTH PLAIN ${base64(`\0${user}\0${password}`)}`,
		isLast: (line) => /^\d{3} /.test(line),
		isRefusal: (answer) => answer.startsWith('53'),
	},
};

/** Reads answers off a connection, one after the other. Rejects when it ends before an answer does. */
const createReader = (socket: TLSSocket, isLast: Talk['isLast']) => {
	let received = '';
	let look = () => {};
	let ended = false;
	socket.setEncoding('utf8');
	socket.on('data', (text: string) => {
		received += text;
		look();
	});
	socket.on('close', () => {
		ended = true;
		look();
	});
	socket.on('error', () => undefined);
	return () =>
		new Promise<string>((resolve, reject) => {
			look = () => {
				const lines = received.split('\r\n');
				if (lines.length > 1 && isLast(lines.at(-2) ?? '')) {
					resolve(received);
					received = '';
				} else if (ended) reject(new Error(`the server hung up after “${received}”`));
			};
			look();
		});
};

/** One login that must be refused. Rejects with what the server says otherwise. */
export const refusedLogin = async (
	at: { protocol: Protocol; port: number },
	user: string,
	password: string,
): Promise<RefusedLogin> => {
	const talk = talks[at.protocol];
	// The certificate was made for this run, by itself.
	const socket = connect({ host: '127.0.0.1', port: at.port, rejectUnauthorized: false });
	try {
		await once(socket, 'secureConnect');
		socket.setNoDelay(true);
		const read = createReader(socket, talk.isLast);
		await read();
		for (const line of talk.before(user)) {
			socket.write(`${line}\r\n`);
			await read();
		}
		const start = performance.now();
		socket.write(`${talk.password(user, password)}\r\n`);
		const answer = await read();
		const time = performance.now() - start;
		if (!talk.isRefusal(answer)) throw new Error(`not refused: ${answer}`);
		return { time, answer };
	} finally {
		socket.destroy();
	}
};
