import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { domain } from './material.ts';
import { mailKey, ports, publicOrigin } from './settings.ts';

export interface Usage {
	/** Resident memory in megabytes (10^6 bytes). */
	readonly memory: number;
	/** Processor time used so far, in milliseconds. */
	readonly cpu: number;
}

/** The product as it is run in earnest: its own entry point, in a process of its own. */
export interface ProductServer {
	/** From the start of the process to accepting connections, in milliseconds. */
	readonly startTime: number;
	/** As the server itself tells the monitoring. */
	usage(): Promise<Usage>;
	stop(): Promise<void>;
}

const warning = 40;

/** `data` is the folder of its key file (and, without `databaseUrl`, of its database). Rejects when it does not start. */
export const startProduct = async (place: {
	data: string;
	databaseUrl: string | undefined;
}): Promise<ProductServer> => {
	const begun = performance.now();
	const { PATH, NODE_OPTIONS } = process.env;
	// As `npm run serve` starts it.
	const main = fileURLToPath(import.meta.resolve('@mailward/bff/main.ts'));
	const server = spawn(process.execPath, ['--max-semi-space-size=8', main], {
		// Elsewhere than any `.env`, and with none of the settings that are around: a run must not touch a real database.
		cwd: place.data,
		env: {
			...(PATH === undefined ? {} : { PATH }),
			...(NODE_OPTIONS === undefined ? {} : { NODE_OPTIONS }),
			...(place.databaseUrl === undefined ? {} : { DATABASE_URL: place.databaseUrl }),
			NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url)),
			MAILWARD_DATA: place.data,
			MAILWARD_PORT: String(ports.public),
			MAILWARD_INTERNAL_PORT: String(ports.internal),
			MAILWARD_PUBLIC_ORIGIN: publicOrigin,
			MAILWARD_MAIL_KEY: mailKey,
			MAILWARD_DOMAINS: domain,
			// The platform itself is never asked: what it says of each phone is seeded.
			MAILWARD_WECHAT_APP_ID: 'wx-bench',
			MAILWARD_WECHAT_APP_SECRET: 'never-sent',
			MAILWARD_WECHAT_API_ORIGIN: 'http://127.0.0.1:9',
			MAILWARD_WECHAT_AUTHORISE_ORIGIN: 'http://127.0.0.1:9',
		},
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const exited = once(server, 'exit');
	const lines = createInterface({ input: server.stdout });
	const listening = new Promise<void>((resolve) => {
		lines.on('line', (line) => {
			const { level, msg } = JSON.parse(line) as { level: number; msg: string };
			if (msg === 'listening') resolve();
			if (level >= warning) process.stderr.write(`${line}\n`);
		});
	});
	await Promise.race([
		listening,
		exited.then(() => {
			throw new Error('the server did not start');
		}),
	]);
	return {
		startTime: performance.now() - begun,
		async usage() {
			const metrics = await (await fetch(`http://127.0.0.1:${ports.internal}/metrics`)).text();
			const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1]);
			return {
				memory: value('process_resident_memory_bytes') / 1e6,
				cpu: value('process_cpu_seconds_total') * 1000,
			};
		},
		async stop() {
			server.kill('SIGTERM');
			await exited;
		},
	};
};
