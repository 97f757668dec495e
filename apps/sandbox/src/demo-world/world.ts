import { existsSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { listSenders, sendersTable } from '@mailward/bff/accounts/senders.ts';
import { type App, createApp } from '@mailward/bff/app.ts';
import { readConfig } from '@mailward/bff/config.ts';
import { createKeys, readKeys } from '@mailward/bff/crypto/keys.ts';
import type { RandomBytes } from '@mailward/bff/crypto/random.ts';
import { startServer } from '@mailward/bff/server.ts';
import { openDatabase } from '@mailward/bff/storage/database.ts';
import { migrate } from '@mailward/bff/storage/migrate.ts';
import type { Clock } from '@mailward/bff/time/clock.ts';
import { pino } from 'pino';
import { demoMessages } from '../mail-servers/demo-messages.ts';
import { type MailServers, startMailServers } from '../mail-servers/mail-servers.ts';
import type { DovecotDoor } from '../mail-servers/options.ts';
import { mailServerPorts } from '../mail-servers/ports.ts';
import { startPostOffice } from '../post-office/post-office.ts';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import { demoAccounts, demoAddress, demoDomain, seedDemoAccounts } from './accounts.ts';

export interface WorldOptions {
	/** Everything is written below it. */
	readonly folder: string;
	readonly port: number;
	readonly internalPort: number;
	/** First port of the mail servers (see mail-servers/ports.ts); undefined for a world without them. */
	readonly mailPortBase: number | undefined;
	/** First of three ports of the platforms, the SMS gateways and the demo phone; undefined for a world without them. */
	readonly sandboxPort?: number | undefined;
	readonly door?: DovecotDoor;
	readonly loginCache?: boolean;
	/** Whether Postfix is one of the mail servers; needs root. */
	readonly postfix?: boolean;
	/** PostgreSQL in the place of the embedded database. */
	readonly databaseUrl?: string | undefined;
	/** The built pages of the portal. */
	readonly webFolder: string;
	readonly clock: Clock;
	readonly random: RandomBytes;
	readonly logLevel?: string;
}

/** The product and its surroundings, running: portal, mail doors and, if asked for, real mail servers. */
export interface World {
	readonly origin: string;
	readonly internalOrigin: string;
	readonly mailKey: string;
	/** Where the commands of an administrator find the database: `MAILWARD_DATA`. */
	readonly data: string;
	readonly app: App;
	readonly mail: MailServers | undefined;
	readonly sandbox: Sandbox | undefined;
	/** Stops Mailward alone: its surroundings find nobody at home. */
	stopServer(): Promise<void>;
	stop(): Promise<void>;
}

/** Starts all of it with the production composition of the server; only clock and randomness are the caller's. */
export const startWorld = async (options: WorldOptions): Promise<World> => {
	const { folder, port, internalPort, mailPortBase, sandboxPort, clock, random } = options;
	// Mail is owned by another user when this runs as root; only the data is nobody else's business.
	await mkdir(folder, { recursive: true });
	await chmod(folder, 0o755);
	const data = join(folder, 'data');
	await mkdir(data, { recursive: true, mode: 0o700 });

	const mailKey = random(24).toString('hex');
	const masterPassword = random(24).toString('hex');
	const masterUser = 'nginxproxy';
	const doveadmKey = random(24).toString('hex');
	const ports = mailServerPorts(mailPortBase ?? 1000);
	const origin = `http://localhost:${port}`;
	const sandbox =
		sandboxPort === undefined
			? undefined
			: await startSandbox({ port: sandboxPort, portalOrigin: origin, clock, random });
	const config = readConfig({
		...sandbox?.settings,
		MAILWARD_HOST: 'localhost',
		MAILWARD_PORT: String(port),
		MAILWARD_INTERNAL_PORT: String(internalPort),
		MAILWARD_PUBLIC_ORIGIN: origin,
		MAILWARD_DATA: data,
		DATABASE_URL: options.databaseUrl,
		MAILWARD_MAIL_KEY: mailKey,
		MAILWARD_DOMAINS: demoDomain,
		MAILWARD_UPSTREAM_IMAP: `127.0.0.1:${ports.upstream.imap}`,
		MAILWARD_UPSTREAM_POP3: `127.0.0.1:${ports.upstream.pop3}`,
		MAILWARD_UPSTREAM_SUBMISSION: `127.0.0.1:${ports.upstream.submission}`,
		MAILWARD_UPSTREAM_MASTER_USER: masterUser,
		MAILWARD_UPSTREAM_MASTER_PASSWORD: masterPassword,
		MAILWARD_ORGANISATION_ZH: '示范大学',
		MAILWARD_ORGANISATION_EN: 'Campus University',
		MAILWARD_HELP_DESK_PHONE: '010-5550 1234',
		MAILWARD_HELP_DESK_HOURS_ZH: '工作日 8:30 至 17:30',
		MAILWARD_HELP_DESK_HOURS_EN: 'Mon to Fri, 8:30 to 17:30',
		MAILWARD_IMAP_SERVER: `localhost:${ports.nginx.imaps}`,
		MAILWARD_POP3_SERVER: `localhost:${ports.nginx.pop3s}`,
		MAILWARD_SUBMISSION_SERVER: `localhost:${ports.nginx.submissions}`,
		// Notices arrive where all mail of the demo does; without mail servers there is nowhere to send them, and nobody is
		// connected.
		...(mailPortBase !== undefined && {
			MAILWARD_SMTP_URL: `smtp://127.0.0.1:${mailPortBase + 2025}`,
			MAILWARD_NOTICE_FROM: `Mailward <no-reply@${demoDomain}>`,
			MAILWARD_DOVEADM_URL: `http://127.0.0.1:${ports.doveadm}`,
			MAILWARD_DOVEADM_KEY: doveadmKey,
			MAILWARD_DOVEADM_USER: 'address',
		}),
		MAILWARD_PLACES: '127.0.0.0/8=本机|This computer, ::1=本机|This computer',
		MAILWARD_LOG_LEVEL: options.logLevel ?? 'warn',
	});
	if (!existsSync(config.keyFile)) createKeys(config.keyFile, random);
	const log = pino({ level: config.logLevel });
	const db = openDatabase(config.database);
	await migrate(db);
	const app = createApp({
		config,
		keys: readKeys(config.keyFile),
		db,
		clock,
		random,
		log,
		webFolder: options.webFolder,
	});
	await seedDemoAccounts(app, { db, random, now: clock.now() });

	const stops: (() => Promise<void>)[] = [async () => sandbox?.stop(), () => db.destroy()];
	const stop = async () => {
		for (const each of stops.splice(0).reverse()) await each();
	};
	try {
		const server = await startServer(app, config, log);
		let stopped: Promise<void> | undefined;
		const stopServer = () => {
			stopped ??= server.stop();
			return stopped;
		};
		stops.push(stopServer);
		const mail = mailPortBase === undefined ? undefined : await startMail(mailPortBase);
		const internalOrigin = `http://127.0.0.1:${server.internalPort}`;
		return { origin, internalOrigin, mailKey, data, app, mail, sandbox, stopServer, stop };
	} catch (error) {
		await stop();
		throw error;
	}

	async function startMail(portBase: number): Promise<MailServers> {
		const postfix = options.postfix && { senders: sendersTable(await listSenders(db), 'address').text };
		const mail = await startMailServers({
			folder: join(folder, 'mail'),
			authority: new URL(`http://127.0.0.1:${internalPort}`),
			mailKey,
			portBase,
			masterUser,
			masterPassword,
			domain: demoDomain,
			postOfficePort: portBase + 2025,
			doveadmKey,
			...(postfix && { postfix }),
			...(options.door !== undefined && { door: options.door }),
			...(options.loginCache !== undefined && { loginCache: options.loginCache }),
		});
		stops.push(mail.stop);
		const mailboxes = demoAccounts.map(({ name }) => demoAddress(name));
		const postOffice = await startPostOffice({
			port: portBase + 2025,
			domain: demoDomain,
			mailboxes,
			deliver: mail.deliver,
			now: () => new Date(clock.now()),
		});
		stops.push(postOffice.stop);
		for (const address of mailboxes) {
			for (const message of await demoMessages(address, new Date(clock.now()))) await mail.deliver(address, message);
		}
		return mail;
	}
};
