import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { createKeys, readKeys } from '../crypto/keys.ts';
import { systemRandom } from '../crypto/random.ts';
import { migrate } from '../storage/migrate.ts';
import type { TestDatabase } from '../storage/test-databases.ts';
import { minute } from '../time/clock.ts';
import { type Browser, createBrowser } from './browser.ts';
import { startServerProcess } from './server-process.ts';
import { createSettableClock } from './settable-clock.ts';
import { createTestApp, mailKey, type TestApp, testConfig } from './test-app.ts';

/** Two servers of one installation, each a process of its own, behind one public origin and on one PostgreSQL. */
export interface Replicas {
	readonly origin: string;
	/** The same installation in this process, to prepare people with; its clock is a little behind. */
	readonly app: TestApp;
	/** Sets the clock of `app` back to a few minutes ago: what is prepared then is fresh, and its codes are not used up. */
	rewind(): void;
	/** A browser of one of them, with the cookies of another browser if one is given. */
	browser(at: number, cookiesOf?: Browser, userAgent?: string): Browser;
	/** What the mail door of one of them answers. */
	mailDoor(at: number, user: string, password: string): Promise<string>;
	stop(): Promise<void>;
}

/** `ports`: for browsers and for mail servers, of each. */
export const startReplicas = async (
	database: TestDatabase,
	ports: readonly (readonly [number, number])[],
	more: Readonly<Record<string, string>> = {},
): Promise<Replicas> => {
	if (!('url' in database.place)) throw new Error('replicas share a PostgreSQL');
	const origin = 'http://localhost:9290';
	const folder = mkdtempSync(join(tmpdir(), 'mailward-replicas-'));
	createKeys(join(folder, 'keys.json'), systemRandom);
	const settings = {
		MAILWARD_PUBLIC_ORIGIN: origin,
		MAILWARD_MAIL_KEY: mailKey,
		MAILWARD_DOMAINS: 'example.edu.cn',
		MAILWARD_DATA: folder,
		DATABASE_URL: database.place.url,
		...more,
	};
	const db = database.open();
	await migrate(db);
	const clock = createSettableClock(Date.now() - 5 * minute);
	const keys = readKeys(join(folder, 'keys.json'));
	const app = createTestApp({ db, clock, keys, config: testConfig(settings) });
	const servers = await Promise.all(
		ports.map(([port, internalPort]) =>
			startServerProcess(
				{ ...settings, MAILWARD_PORT: String(port), MAILWARD_INTERNAL_PORT: String(internalPort) },
				`http://127.0.0.1:${internalPort}`,
			),
		),
	);
	const portsOf = (at: number): readonly [number, number] => {
		const found = ports[at % ports.length];
		if (found === undefined) throw new Error('there is no replica');
		return found;
	};
	return {
		origin,
		app,
		rewind: () => clock.set(Date.now() - 5 * minute),
		browser(at, cookiesOf, userAgent) {
			const [port] = portsOf(at);
			const request = (url: string, init?: RequestInit) => fetch(url.replace(origin, `http://127.0.0.1:${port}`), init);
			const browser = createBrowser({ request } as Pick<Hono, 'request'>, origin, undefined, userAgent);
			browser.setToken(cookiesOf?.token());
			browser.setDeviceToken(cookiesOf?.deviceToken());
			browser.setPhoneToken(cookiesOf?.phoneToken());
			return browser;
		},
		async mailDoor(at, user, password) {
			const [, internalPort] = portsOf(at);
			const response = await fetch(`http://127.0.0.1:${internalPort}/mail-login/dovecot`, {
				method: 'POST',
				headers: { Authorization: `Bearer ${mailKey}`, 'Content-Type': 'application/json' },
				body: JSON.stringify({ user, password, service: 'imap', remoteAddress: '198.51.100.20' }),
			});
			return ((await response.json()) as { result: string }).result;
		},
		async stop() {
			await Promise.all(servers.map((server) => server.stop()));
			await app.app.finish();
			rmSync(folder, { recursive: true });
		},
	};
};
