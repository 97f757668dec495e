import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { networkSaying, ownConnection } from './connection.ts';

export interface Answer {
	readonly status: number;
	/** As much of it as is ever needed. */
	readonly body: string;
}

export class NoAnswer extends Error {
	/** Only then may the request have gone out. */
	readonly hadConnection: boolean;

	constructor(message: string, hadConnection: boolean) {
		super(message);
		this.name = 'NoAnswer';
		this.hadConnection = hadConnection;
	}
}

const largestBytes = 16 * 1024;

interface Exchange {
	readonly method: 'GET' | 'POST';
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/**
 * One request and its answer, redirects included, which nobody follows: they would carry a code elsewhere. Rejects with
 * `NoAnswer` when there was none within `patience` ms, or a longer one than anybody needs.
 */
export const exchange = (url: URL, patience: number, { method, headers, body }: Exchange): Promise<Answer> => {
	const secure = url.protocol === 'https:';
	const connection = ownConnection(secure);
	return new Promise((resolve, reject) => {
		const signal = AbortSignal.timeout(patience);
		const fail = (error: unknown) => {
			const why = signal.aborted ? 'out of time' : networkSaying(error);
			reject(new NoAnswer(connection.isMade() ? why : `no connection: ${why}`, connection.isMade()));
		};
		const request = (secure ? httpsRequest : httpRequest)(
			url,
			{ method, agent: connection.agent, signal, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
			async (response) => {
				try {
					const chunks: Buffer[] = [];
					let size = 0;
					for await (const chunk of response) {
						size += (chunk as Buffer).length;
						if (size > largestBytes) throw Object.assign(new Error(), { code: 'answer too long' });
						chunks.push(chunk as Buffer);
					}
					resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
				} catch (error) {
					fail(error);
				}
			},
		);
		request.on('error', fail);
		request.end(body);
	});
};
