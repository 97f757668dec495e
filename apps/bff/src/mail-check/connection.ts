import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';

/** Whose certificates are believed. */
export interface Trust {
	/** PEM of further authorities. */
	readonly ca: string | undefined;
	/** False to believe any. */
	readonly checked: boolean;
}

/** A connection on which lines go back and forth. Everything rejects with `NoDialogue` when it fails or takes too long. */
export interface LineConnection {
	/** Whether the other end is on this machine. */
	readonly loopback: boolean;
	/** Without its line ending; what is not ASCII is read as Latin-1. */
	readLine(): Promise<string>;
	writeLine(line: string): void;
	/** Turns it into one under TLS. Rejects when the other end had said more than it was asked: that would count as said under TLS. */
	startTls(): Promise<void>;
	close(): void;
}

/** Why there was no dialogue, in words for an administrator. */
export class NoDialogue extends Error {}

/** Bytes that one connection may send us; a greeting, capabilities and a refusal are a hundredth of it. */
const most = 64 * 1024;

const isLoopback = (address: string | undefined) => /^(127\.|::1$|::ffff:127\.)/.test(address ?? '');

const problemOf = (error: unknown, signal: AbortSignal): NoDialogue => {
	if (error instanceof NoDialogue) return error;
	if (signal.aborted) return new NoDialogue('no answer in time');
	const { code, message } = error as { code?: string; message: string };
	return new NoDialogue(/CERT|ISSUER|SIGNATURE|ALTNAME/.test(code ?? '') ? `certificate: ${message}` : message);
};

/** Bytes as they come, to be taken line by line. */
const createLines = (signal: AbortSignal) => {
	let buffer = '';
	let received = 0;
	let failure: Error | undefined;
	let wake: () => void = () => undefined;
	const fail = (error: Error) => {
		failure ??= error;
		wake();
	};
	signal.addEventListener('abort', () => fail(new NoDialogue('no answer in time')));
	return {
		fail,
		/** What has come and has not been asked for. */
		rest: () => buffer,
		listen(socket: Socket) {
			socket.setEncoding('latin1');
			socket.on('data', (text: string) => {
				received += text.length;
				buffer += text;
				if (received > most) fail(new NoDialogue(`more than ${most} bytes`));
				wake();
			});
			socket.on('error', fail);
			socket.on('close', () => fail(new NoDialogue('the connection was closed')));
		},
		async next(): Promise<string> {
			for (;;) {
				const end = buffer.indexOf('\n');
				if (end >= 0) {
					const line = buffer.slice(0, end).replace(/\r$/, '');
					buffer = buffer.slice(end + 1);
					return line;
				}
				if (failure !== undefined) throw failure;
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			}
		},
	};
};

/** `patience`: how long the whole of it may take, in ms. Rejects with `NoDialogue`. */
export const openConnection = async (
	{ host, port, tls }: { host: string; port: number; tls: boolean },
	trust: Trust,
	patience: number,
): Promise<LineConnection> => {
	const signal = AbortSignal.timeout(patience);
	const lines = createLines(signal);
	const tlsOptions = {
		...(isIP(host) === 0 && { servername: host }),
		...(trust.ca !== undefined && { ca: trust.ca }),
		rejectUnauthorized: trust.checked,
		// For an address there is no name to send, but one to find in the certificate.
		host,
	};
	const open = async (socket: Socket | TLSSocket, event: 'connect' | 'secureConnect'): Promise<void> => {
		try {
			await once(socket, event, { signal });
		} catch (error) {
			socket.destroy();
			throw problemOf(error, signal);
		}
	};
	let socket: Socket = tls ? connectTls({ ...tlsOptions, port }) : connect({ host, port });
	await open(socket, tls ? 'secureConnect' : 'connect');
	lines.listen(socket);

	return {
		loopback: isLoopback(socket.remoteAddress),
		async readLine() {
			try {
				return await lines.next();
			} catch (error) {
				throw problemOf(error, signal);
			}
		},
		writeLine(line) {
			socket.write(`${line}\r\n`, 'latin1');
		},
		async startTls() {
			if (lines.rest() !== '') throw new NoDialogue('the server went on in the clear after it had agreed to TLS');
			const plain = socket;
			plain.removeAllListeners('data');
			plain.removeAllListeners('close');
			const secured = connectTls({ ...tlsOptions, socket: plain });
			await open(secured, 'secureConnect');
			socket = secured;
			lines.listen(secured);
		},
		close() {
			socket.destroy();
		},
	};
};
