import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The real server, started as an administrator starts it. */
export interface ServerProcess {
	/** Ends it as a power cut does: no handler runs, nothing is flushed. */
	kill(): Promise<void>;
	/** Ends it as an administrator does. */
	stop(): Promise<void>;
}

const program = fileURLToPath(new URL('../main.ts', import.meta.url));

const isWell = async (url: string): Promise<boolean> => {
	try {
		return (await fetch(`${url}/healthz`)).ok;
	} catch {
		return false;
	}
};

/** Resolves once the server answers; rejects, with what it wrote, when it ends instead. */
export const startServerProcess = async (
	environment: Readonly<Record<string, string>>,
	internalUrl: string,
): Promise<ServerProcess> => {
	const child: ChildProcess = spawn(process.execPath, [program], {
		env: environment,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const ended = once(child, 'exit');
	let said = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.on('data', (chunk) => {
			said += String(chunk);
		});
	}
	for (let wait = 10; !(await isWell(internalUrl)); wait = Math.min(wait * 1.3, 200)) {
		if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server ended: ${said}`);
		await delay(wait);
	}
	const end = (signal: 'SIGKILL' | 'SIGTERM') => async () => {
		child.kill(signal);
		await ended;
	};
	return { kill: end('SIGKILL'), stop: end('SIGTERM') };
};
