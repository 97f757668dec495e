import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/** A connection for one request: only once it has been made may the request have gone out. */
export interface OwnConnection {
	readonly agent: HttpAgent;
	isMade(): boolean;
}

/**
 * Texts are sent seldom enough for each to afford its own connection; none is found to have been closed by the provider
 * at the moment of use, which would leave open whether the text was sent.
 */
export const ownConnection = (secure: boolean): OwnConnection => {
	let made = false;
	const agent: HttpAgent = secure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false });
	const connect = agent.createConnection.bind(agent);
	agent.createConnection = (options, callback) => {
		const socket = connect(options, callback);
		socket?.once(secure ? 'secureConnect' : 'connect', () => {
			made = true;
		});
		return socket;
	};
	return { agent, isMade: () => made };
};

interface SystemError {
	readonly code?: unknown;
	readonly syscall?: unknown;
}

/** Whether an error of Node's own clients means that no connection was made: no address, nobody there, no trust. */
export const isNoConnection = (error: unknown): boolean => {
	const { code, syscall } = error as SystemError;
	if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
	if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isNoConnection);
	return typeof code === 'string' && /CERT|ISSUER|SIGNATURE|HOSTNAME_MISMATCH/.test(code);
};

/** How an error of the network is named in a log: its code, since its message may hold the request. */
export const networkSaying = (error: unknown): string => {
	const { code } = error as SystemError;
	return typeof code === 'string' ? code : (error as Error).name;
};
