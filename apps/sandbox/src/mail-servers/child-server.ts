import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { findProgram } from './software.ts';

/** A server that runs in the foreground as our child. */
export interface ChildServer {
	readonly name: string;
	/** Resolves when the server has ended, with a sentence that says how. */
	readonly ended: Promise<string>;
	/** Asks it to end, insists after five seconds, and resolves when it is gone. */
	stop(): Promise<void>;
}

const PATIENCE_MS = 5000;
const NOTES_KEPT = 4000;

/**
 * Starts a server in the foreground. It is told to end when this process ends, however that comes about: `setpriv`
 * (util-linux) asks the kernel for that signal, which also covers SIGKILL.
 */
export function startChildServer(name: string, program: string, args: readonly string[]): ChildServer {
	const setpriv = findProgram('setpriv');
	const [command, commandArgs] = setpriv
		? [setpriv, ['--pdeathsig', 'TERM', '--', program, ...args]]
		: [program, [...args]];
	// A group of its own, so that what it has started can be ended with it.
	const child = spawn(command, commandArgs, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
	let notes = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8');
		stream.on('data', (text: string) => {
			notes = (notes + text).slice(-NOTES_KEPT);
		});
	}
	const ended = new Promise<string>((resolve) => {
		child.once('error', (error) => resolve(`${name} did not start: ${error.message}`));
		// Dovecot's login processes outlive their master while a mail app holds its connection, and hold the output open.
		child.once('exit', () => endGroup(child));
		child.once('close', (status, signal) => resolve(`${name} ended (${signal ?? status}). ${notes.trim()}`));
	});
	return { name, ended, stop: () => stopChild(child, ended) };
}

function endGroup({ pid }: ChildProcess): void {
	try {
		if (pid !== undefined) process.kill(-pid, 'SIGKILL');
	} catch {
		// Nobody is left in it.
	}
}

async function stopChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
	child.kill('SIGTERM');
	const insist = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
	await ended;
	clearTimeout(insist);
}

/** Connects once and resolves with the server's first line, or with what came instead of it. */
function firstLine(port: number, tls: boolean): Promise<string> {
	const socket = tls
		? connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false })
		: createConnection({ host: '127.0.0.1', port });
	const line = new Promise<string>((resolve) => {
		socket.once('data', (data) => resolve(String(data)));
		socket.once('error', (error) => resolve(String(error)));
		socket.once('close', () => resolve('the connection was closed'));
		socket.setTimeout(PATIENCE_MS, () => resolve('no greeting'));
	});
	return line.finally(() => socket.destroy());
}

/**
 * A server of somebody else's on our port would be taken for ours.
 * @throws Error when something already listens on the port
 */
export async function expectFreePort(port: number): Promise<void> {
	const socket = createConnection({ host: '127.0.0.1', port });
	try {
		await once(socket, 'connect');
	} catch {
		return;
	} finally {
		socket.destroy();
	}
	throw new Error(`port ${port} is taken by another program; choose another MAILWARD_MAIL_PORT_BASE`);
}

/** A listener and the word its greeting starts with. */
export interface Greeting {
	readonly port: number;
	readonly tls: boolean;
	readonly startsWith: string;
}

/**
 * Waits until a listener greets as its protocol does.
 * @throws Error when the server ends first or stays silent for `patienceMs`.
 */
export async function waitForGreeting(server: ChildServer, greeting: Greeting, patienceMs = 15_000): Promise<void> {
	const giveUp = AbortSignal.timeout(patienceMs);
	const death = server.ended.then((how) => ({ how }));
	for (let backOffMs = 10; ; backOffMs = Math.min(backOffMs * 2, 500)) {
		const line = await Promise.race([firstLine(greeting.port, greeting.tls), death]);
		if (typeof line === 'object') throw new Error(line.how);
		if (line.startsWith(greeting.startsWith)) return;
		if (giveUp.aborted) throw new Error(`${server.name} does not answer on port ${greeting.port}: ${line}`);
		await pause(backOffMs);
	}
}
