import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** An HTTP/1.1 answer; header names in lower case are looked for in `head`. */
export interface Answer {
	readonly status: number;
	/** Status line and header lines, as received. */
	readonly head: string;
	readonly body: string;
}

/** One keep-alive connection, one request at a time. */
export interface Connection {
	/** `request` is complete, head and body. Rejects when the connection ends before the answer does. */
	ask(request: string): Promise<Answer>;
	close(): void;
}

const endOfHead = '\r\n\r\n';
const endOfChunks = '0\r\n\r\n';

/** The answer that `text` begins with, or undefined while it is not all there. */
const parse = (text: string): Answer | undefined => {
	const end = text.indexOf(endOfHead);
	if (end < 0) return undefined;
	const head = text.slice(0, end);
	const body = text.slice(end + endOfHead.length);
	const answer = { status: Number(head.slice(9, 12)), head, body };
	const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
	if (length !== undefined) return body.length < Number(length) ? undefined : answer;
	if (/\r\ntransfer-encoding: *chunked/i.test(head)) return body.endsWith(endOfChunks) ? answer : undefined;
	return answer;
};

/**
 * A client of its own, since general ones take more of the processor than the servers measured here. It reads what these
 * servers answer, not all of HTTP.
 */
export const openConnection = async (port: number): Promise<Connection> => {
	const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
	await once(socket, 'connect');
	let received = '';
	let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
	socket.setEncoding('latin1');
	socket.on('data', (text: string) => {
		received += text;
		const answer = parse(received);
		if (answer === undefined) return;
		received = '';
		waiting?.resolve(answer);
	});
	socket.on('error', (error) => waiting?.reject(error));
	socket.on('close', () => waiting?.reject(new Error('the server closed the connection')));
	return {
		ask: (request) =>
			new Promise((resolve, reject) => {
				waiting = { resolve, reject };
				socket.write(request, 'latin1');
			}),
		close: () => socket.destroy(),
	};
};
