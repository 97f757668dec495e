import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

/** What the test files are told: where the server is, or why there is none. */
export type PostgresForTests = { readonly url: string } | { readonly missing: string };

declare module 'vitest' {
	interface ProvidedContext {
		postgres: PostgresForTests;
	}
}

/** Debian keeps the server's programs out of the PATH, in one folder a version; the newest is taken. */
const debianFolder = '/usr/lib/postgresql';

const programFolder = (): string | undefined => {
	const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
	const [newest] = versions.toSorted((a, b) => Number(b) - Number(a));
	const folder = newest === undefined ? undefined : join(debianFolder, newest, 'bin');
	return folder !== undefined && existsSync(join(folder, 'initdb')) ? folder : undefined;
};

const numberOf = (option: '-u' | '-g', user: string): number =>
	Number(execFileSync('id', [option, user], { encoding: 'utf8' }));

/** PostgreSQL refuses to run as root. */
const unprivileged = (): { uid: number; gid: number } | undefined => {
	if (process.getuid?.() !== 0) return undefined;
	try {
		return { uid: numberOf('-u', 'postgres'), gid: numberOf('-g', 'postgres') };
	} catch {
		return { uid: numberOf('-u', 'nobody'), gid: numberOf('-g', 'nobody') };
	}
};

const isReady = async (url: string): Promise<boolean> => {
	const client = new pg.Client({ connectionString: url });
	try {
		await client.connect();
		await client.query('select 1');
		return true;
	} catch {
		return false;
	} finally {
		await client.end().catch(() => undefined);
	}
};

/** A cluster of its own, reached by a socket in its folder; what is in it lasts as long as the run. */
const startCluster = async (programs: string): Promise<{ url: string; stop(): Promise<void> }> => {
	const owner = unprivileged();
	const folder = mkdtempSync(join(tmpdir(), 'mailward-postgres-'));
	chmodSync(folder, 0o755);
	if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
	const data = join(folder, 'data');
	execFileSync(
		join(programs, 'initdb'),
		['-D', data, '-U', 'mailward', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
		{ cwd: folder, stdio: 'ignore', ...owner },
	);
	const settings = ['listen_addresses=', 'fsync=off', 'full_page_writes=off', 'max_connections=200', 'jit=off'];
	const server = spawn(
		join(programs, 'postgres'),
		['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])],
		{ cwd: folder, stdio: 'ignore', ...owner },
	);
	const ended = once(server, 'exit');
	const stop = async () => {
		server.kill('SIGINT');
		await ended;
		rmSync(folder, { recursive: true });
	};
	const url = `postgresql://mailward@localhost/postgres?host=${folder}`;
	for (let wait = 20; !(await isReady(url)); wait *= 1.5) {
		if (server.exitCode !== null || wait > 10_000) {
			await stop();
			throw new Error('PostgreSQL did not start');
		}
		await delay(wait);
	}
	return { url, stop };
};

/** Vitest's global set-up: once for the whole run. */
const setup = async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
	const given = process.env.DATABASE_URL_FOR_TESTS;
	if (given !== undefined && given !== '') {
		project.provide('postgres', { url: given });
		return undefined;
	}
	const programs = programFolder();
	if (programs === undefined) {
		const missing = `PostgreSQL is not installed (nothing in ${debianFolder}; apt-get install postgresql)`;
		if (process.env.CI === 'true') throw new Error(`${missing}: half of the store suites cannot run`);
		process.stderr.write(`${missing}: the store suites run on SQLite only\n`);
		project.provide('postgres', { missing });
		return undefined;
	}
	const { url, stop } = await startCluster(programs);
	project.provide('postgres', { url });
	return stop;
};

export default setup;
