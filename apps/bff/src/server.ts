import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Logger } from 'pino';
import type { App } from './app.ts';
import { minute, second } from './time/clock.ts';

/** A server that accepts connections. */
export interface RunningServer {
	readonly port: number;
	readonly internalPort: number;
	/** Stops accepting, lets requests under way finish for a moment, writes what is still to be written. */
	stop(): Promise<void>;
}

const listen = async (server: ServerType, host: string, port: number): Promise<number> => {
	server.listen(port, host);
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
};

/**
 * How long a mail server's idle connection stays open, in milliseconds. Longer than mail servers keep one, so that it is
 * they who close it: a login that is asked in the moment we do would be a temporary failure.
 */
const idleMailServer = 2 * minute;

/** An open event stream would keep a server from ever closing. Milliseconds. */
const farewell = 300;

const close = async (server: ServerType): Promise<void> => {
	const closed = once(server, 'close');
	server.close();
	const impatient = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), farewell);
	await closed;
	clearTimeout(impatient);
};

/** Opens both listeners. Rejects when an address is taken. */
export const startServer = async (
	app: App,
	at: { host: string; port: number; internalHost: string; internalPort: number },
	log: Logger,
): Promise<RunningServer> => {
	const publicServer = createAdaptorServer({ fetch: app.public.fetch });
	// nginx and Dovecot put names and passwords into headers; Node's own limit of 16 KiB answers 431, which is a refusal.
	const internalServer = createAdaptorServer({
		fetch: app.internal.fetch,
		serverOptions: { keepAliveTimeout: idleMailServer },
	});
	const port = await listen(publicServer, at.host, at.port);
	const internalPort = await listen(internalServer, at.internalHost, at.internalPort);

	const everySo = (work: () => Promise<void>, interval: number) =>
		setInterval(() => {
			work().catch((error: unknown) => log.error({ err: error }, 'background work failed'));
		}, interval);
	const timers = [everySo(app.tick, second), everySo(app.deliver, 2 * second), everySo(app.sweep, 5 * minute)];

	return {
		port,
		internalPort,
		async stop() {
			for (const timer of timers) clearInterval(timer);
			await Promise.all([close(publicServer), close(internalServer)]);
			await app
				.finish()
				.catch((error: unknown) => log.error({ err: error }, 'what was left to write could not be written'));
		},
	};
};
