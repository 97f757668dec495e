import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { domainToASCII } from 'node:url';
import type { SiteView } from '@mailward/shared/contract/site.ts';
import { z } from 'zod';
import type { Domains } from './accounts/canonical-address.ts';
import { type DoveadmSettings, readDoveadm } from './adapters/doveadm/doveadm-settings.ts';
import { parseSender, parseSmtpUrl, type Sender, type SmtpSettings } from './adapters/mail/smtp-settings.ts';
import { readScanSettings, type ScanSettings } from './adapters/scan/scan-settings.ts';
import { type GatewaySettings, readGateways } from './adapters/sms/sms-settings.ts';
import { type ProfileSigning, readProfileSigning } from './apple-profiles/profile-signing.ts';
import { type NamedNetwork, parseNetworks } from './clients/places.ts';
import type { NginxUpstreams } from './mail-login/nginx-auth-http.ts';
import type { DnsSettings } from './mail-set-up/dns-records.ts';
import { parseMailServer, type UsualPorts } from './mail-set-up/mail-server.ts';
import type { DatabasePlace } from './storage/database.ts';

/** Everything the environment decides, checked once at start. Each setting is documented in README.md. */
export interface Config {
	readonly host: string;
	readonly port: number;
	readonly internalHost: string;
	readonly internalPort: number;
	/** Scheme, host and port under which browsers see the portal. */
	readonly publicOrigin: string;
	/** Addresses and networks (CIDR) whose `X-Forwarded-For` is believed. */
	readonly trustedProxies: readonly string[];
	readonly database: DatabasePlace;
	readonly keyFile: string;
	readonly mailKey: string;
	readonly domains: Domains;
	readonly upstreams: NginxUpstreams;
	readonly site: SiteView;
	/** How notices are sent; undefined where they are not. */
	readonly mail: { readonly server: SmtpSettings; readonly from: Sender } | undefined;
	/** IANA name of the time zone that notices tell times in. */
	readonly timeZone: string;
	readonly places: readonly NamedNetwork[];
	/** Path of an MMDB file. */
	readonly locationDatabase: string | undefined;
	/** Where a web password that another authority keeps is changed; may be empty. */
	readonly changePasswordUrl: string;
	/** The gateways that texts are sent by, in the order they are asked; empty where none are sent. */
	readonly textGateways: readonly GatewaySettings[];
	/** Whether texts go to mobile numbers of mainland China only. */
	readonly mainlandNumbersOnly: boolean;
	/** The platforms whose apps scan and confirm. */
	readonly platforms: ScanSettings;
	/** The mail servers that are told to end connections; undefined where none can be. */
	readonly doveadm: DoveadmSettings | undefined;
	/** How set-up profiles of Apple devices are signed; undefined where they are not. */
	readonly profileSigning: ProfileSigning | undefined;
	readonly logLevel: string;
}

/** Names every setting that is missing or wrong, one a line. */
export class ConfigProblem extends Error {
	constructor(problems: readonly string[]) {
		super(`These settings need attention:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
		this.name = 'ConfigProblem';
	}
}

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);
const list = z.string().transform((text) =>
	text
		.split(',')
		.map((item) => item.trim())
		.filter((item) => item !== ''),
);
const upstream = (fallback: string) =>
	z
		.string()
		.default(fallback)
		.transform((text, context) => {
			const separator = text.lastIndexOf(':');
			const host = text.slice(0, separator).replace(/^\[(.*)\]$/, '$1');
			const number = Number(text.slice(separator + 1));
			if (isIP(host) === 0 || !Number.isInteger(number) || number < 1 || number > 65_535) {
				context.addIssue({ code: 'custom', message: 'must be ADDRESS:PORT with an IP address (nginx takes no names)' });
				return z.NEVER;
			}
			return { host, port: number };
		});

/** `read` returns undefined, or throws with words for the administrator, for what it cannot read. */
const readAs = <T>(read: (text: string) => T | undefined, must: string) =>
	z.string().transform((text, context) => {
		const problem = (message: string) => {
			context.addIssue({ code: 'custom', message });
			return z.NEVER;
		};
		try {
			return read(text) ?? problem(must);
		} catch (error) {
			return problem((error as Error).message);
		}
	});
const mailServer = (usual: UsualPorts) =>
	readAs(
		(text) => parseMailServer(text, usual),
		'must be HOST or HOST:PORT, with or without tls:// or starttls:// before it',
	)
		.optional()
		.transform((server) => server ?? { host: '', port: usual.tls, security: 'tls' as const });
const timeZoneOf = (name: string): string | undefined => {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
	} catch {
		return undefined;
	}
};
const url = z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default('');

/** Demo values circulate; a real installation that carries one would be open to anyone who has read this project. */
const secret = z
	.string()
	.min(32, 'must be a secret of at least 32 characters, for example from: openssl rand -base64 32')
	.refine((text) => !/demo|change|secret|example/i.test(text), 'is a demonstration value; make one of your own');

const settings = z.object({
	MAILWARD_HOST: z.string().default('127.0.0.1'),
	MAILWARD_PORT: port(8080),
	MAILWARD_INTERNAL_HOST: z.string().default('127.0.0.1'),
	MAILWARD_INTERNAL_PORT: port(8090),
	MAILWARD_PUBLIC_ORIGIN: z
		.url({ protocol: /^https?$/ })
		.refine((text) => URL.canParse(text) && new URL(text).origin === text, 'must be an origin: https://HOST, no path')
		.refine(
			(text) => text.startsWith('https://') || /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(text),
			'must be https: browsers keep no session over plain http',
		),
	MAILWARD_TRUSTED_PROXIES: list.default([]),
	MAILWARD_DATA: z.string().default('data'),
	DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
	MAILWARD_KEY_FILE: z.string().optional(),
	MAILWARD_MAIL_KEY: secret,
	// In the form that canonical addresses have.
	MAILWARD_DOMAINS: list
		.transform((domains) => domains.map((domain) => domainToASCII(domain)))
		.refine((domains) => domains.length > 0 && !domains.includes(''), 'must name at least one mail domain'),
	MAILWARD_UPSTREAM_IMAP: upstream('127.0.0.1:10143'),
	MAILWARD_UPSTREAM_POP3: upstream('127.0.0.1:10110'),
	MAILWARD_UPSTREAM_SUBMISSION: upstream('127.0.0.1:10587'),
	MAILWARD_UPSTREAM_MASTER_USER: z.string().optional(),
	MAILWARD_UPSTREAM_MASTER_PASSWORD: z.string().optional(),
	MAILWARD_ORGANISATION_ZH: z.string().default(''),
	MAILWARD_ORGANISATION_EN: z.string().default(''),
	MAILWARD_HELP_DESK_PHONE: z.string().default(''),
	MAILWARD_HELP_DESK_HOURS_ZH: z.string().default(''),
	MAILWARD_HELP_DESK_HOURS_EN: z.string().default(''),
	MAILWARD_HELP_DESK_URL: url,
	MAILWARD_FORGOTTEN_PASSWORD_URL: url,
	MAILWARD_CHANGE_PASSWORD_URL: url,
	MAILWARD_SMTP_URL: readAs(parseSmtpUrl, 'must be smtp://HOST:PORT or smtps://HOST:PORT').optional(),
	MAILWARD_NOTICE_FROM: readAs(parseSender, 'must be ADDRESS or NAME <ADDRESS>').optional(),
	MAILWARD_TIME_ZONE: readAs(timeZoneOf, 'must be the name of a time zone, for example Asia/Shanghai').optional(),
	MAILWARD_PLACES: readAs(parseNetworks, 'must name networks').default([]),
	MAILWARD_LOCATION_DATABASE: z
		.string()
		.refine((path) => existsSync(path), 'names no file')
		.optional(),
	MAILWARD_IMAP_SERVER: mailServer({ tls: 993, starttls: 143 }),
	MAILWARD_POP3_SERVER: mailServer({ tls: 995, starttls: 110 }),
	MAILWARD_SUBMISSION_SERVER: mailServer({ tls: 465, starttls: 587 }),
	MAILWARD_SMS_NUMBERS: z.enum(['mainland', 'all']).default('mainland'),
	MAILWARD_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

const isMissing = (environment: NodeJS.ProcessEnv, name: PropertyKey) => environment[String(name)] === undefined;

const problemsOf = (error: z.ZodError, environment: NodeJS.ProcessEnv): string[] =>
	error.issues.map(({ path: [name = ''], message }) =>
		isMissing(environment, name) ? `${String(name)} is missing` : `${String(name)} ${message}`,
	);

type Settings = z.infer<typeof settings>;

const databaseOf = (given: Pick<Settings, 'DATABASE_URL' | 'MAILWARD_DATA'>): DatabasePlace =>
	given.DATABASE_URL === undefined
		? { file: resolve(given.MAILWARD_DATA, 'mailward.sqlite') }
		: { url: given.DATABASE_URL };

const keyFileOf = (given: Pick<Settings, 'MAILWARD_KEY_FILE' | 'MAILWARD_DATA'>): string =>
	resolve(given.MAILWARD_KEY_FILE ?? resolve(given.MAILWARD_DATA, 'keys.json'));

const mailOf = ({ MAILWARD_SMTP_URL: server, MAILWARD_NOTICE_FROM: from }: Settings, domain: string): Config['mail'] =>
	server === undefined ? undefined : { server, from: from ?? { name: '', address: `no-reply@${domain}` } };

type MailServers = Pick<Settings, 'MAILWARD_IMAP_SERVER' | 'MAILWARD_POP3_SERVER' | 'MAILWARD_SUBMISSION_SERVER'>;

const mailServersOf = (given: MailServers, domain: string): SiteView['mail'] => {
	const server = (setting: Settings['MAILWARD_IMAP_SERVER']) => ({ ...setting, host: setting.host || domain });
	return {
		imap: server(given.MAILWARD_IMAP_SERVER),
		pop3: server(given.MAILWARD_POP3_SERVER),
		submission: server(given.MAILWARD_SUBMISSION_SERVER),
	};
};

const emptyAsAbsent = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
	Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));

/** Throws `ConfigProblem`. A setting that is set to nothing counts as not set. */
export const readConfig = (given: NodeJS.ProcessEnv): Config => {
	const environment = emptyAsAbsent(given);
	const parsed = settings.safeParse(environment);
	const problems = parsed.success ? [] : problemsOf(parsed.error, environment);
	const user = environment.MAILWARD_UPSTREAM_MASTER_USER;
	const password = environment.MAILWARD_UPSTREAM_MASTER_PASSWORD;
	if ((user === undefined) !== (password === undefined)) {
		problems.push('MAILWARD_UPSTREAM_MASTER_USER and MAILWARD_UPSTREAM_MASTER_PASSWORD go together');
	}
	// Each service of somebody else's has settings of its own, all or none.
	const { gateways, problems: gatewayProblems } = readGateways(environment);
	const { platforms, problems: platformProblems } = readScanSettings(environment);
	const { doveadm, problems: doveadmProblems } = readDoveadm(environment);
	const { profileSigning, problems: signingProblems } = readProfileSigning(environment);
	problems.push(...gatewayProblems, ...platformProblems, ...doveadmProblems, ...signingProblems);
	if (!parsed.success || problems.length > 0) throw new ConfigProblem(problems);
	const { data } = parsed;
	const [first = '', ...others] = data.MAILWARD_DOMAINS;
	return {
		host: data.MAILWARD_HOST,
		port: data.MAILWARD_PORT,
		internalHost: data.MAILWARD_INTERNAL_HOST,
		internalPort: data.MAILWARD_INTERNAL_PORT,
		publicOrigin: data.MAILWARD_PUBLIC_ORIGIN,
		trustedProxies: data.MAILWARD_TRUSTED_PROXIES,
		database: databaseOf(data),
		keyFile: keyFileOf(data),
		mailKey: data.MAILWARD_MAIL_KEY,
		domains: [first, ...others],
		upstreams: {
			imap: data.MAILWARD_UPSTREAM_IMAP,
			pop3: data.MAILWARD_UPSTREAM_POP3,
			submission: data.MAILWARD_UPSTREAM_SUBMISSION,
			master: user === undefined || password === undefined ? undefined : { user, password },
		},
		site: {
			organisation: { zh: data.MAILWARD_ORGANISATION_ZH || first, en: data.MAILWARD_ORGANISATION_EN || first },
			defaultDomain: first,
			helpDesk: {
				phone: data.MAILWARD_HELP_DESK_PHONE,
				hours: { zh: data.MAILWARD_HELP_DESK_HOURS_ZH, en: data.MAILWARD_HELP_DESK_HOURS_EN },
				url: data.MAILWARD_HELP_DESK_URL,
			},
			mail: mailServersOf(data, first),
			forgottenPasswordUrl: data.MAILWARD_FORGOTTEN_PASSWORD_URL,
			notices: data.MAILWARD_SMTP_URL !== undefined,
		},
		mail: mailOf(data, first),
		timeZone: data.MAILWARD_TIME_ZONE ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
		places: data.MAILWARD_PLACES,
		locationDatabase: data.MAILWARD_LOCATION_DATABASE,
		changePasswordUrl: data.MAILWARD_CHANGE_PASSWORD_URL,
		textGateways: gateways,
		mainlandNumbersOnly: data.MAILWARD_SMS_NUMBERS === 'mainland',
		platforms,
		doveadm,
		profileSigning,
		logLevel: data.MAILWARD_LOG_LEVEL,
	};
};

/** The part that administration from the shell needs: it must work before the mail doors are configured. */
export interface StorageConfig {
	readonly database: DatabasePlace;
	readonly keyFile: string;
	readonly domains: Domains;
	/** Whether a server of this installation will send notices that are put into the database. */
	readonly notices: boolean;
}

/** Throws `ConfigProblem`. */
export const readStorageConfig = (given: NodeJS.ProcessEnv): StorageConfig => {
	const environment = emptyAsAbsent(given);
	const parsed = settings
		.pick({
			MAILWARD_DATA: true,
			DATABASE_URL: true,
			MAILWARD_KEY_FILE: true,
			MAILWARD_DOMAINS: true,
			MAILWARD_SMTP_URL: true,
		})
		.safeParse(environment);
	if (!parsed.success) throw new ConfigProblem(problemsOf(parsed.error, environment));
	const [first = '', ...others] = parsed.data.MAILWARD_DOMAINS;
	return {
		database: databaseOf(parsed.data),
		keyFile: keyFileOf(parsed.data),
		domains: [first, ...others],
		notices: parsed.data.MAILWARD_SMTP_URL !== undefined,
	};
};

/** The servers that people are told to put into their mail apps. Throws `ConfigProblem`. */
export const readMailServers = (given: NodeJS.ProcessEnv): SiteView['mail'] => {
	const environment = emptyAsAbsent(given);
	const parsed = settings
		.pick({
			MAILWARD_DOMAINS: true,
			MAILWARD_IMAP_SERVER: true,
			MAILWARD_POP3_SERVER: true,
			MAILWARD_SUBMISSION_SERVER: true,
		})
		.safeParse(environment);
	if (!parsed.success) throw new ConfigProblem(problemsOf(parsed.error, environment));
	return mailServersOf(parsed.data, parsed.data.MAILWARD_DOMAINS[0] ?? '');
};

/** Throws `ConfigProblem`. */
export const readDnsSettings = (given: NodeJS.ProcessEnv): DnsSettings => {
	const environment = emptyAsAbsent(given);
	const parsed = settings.pick({ MAILWARD_DOMAINS: true, MAILWARD_PUBLIC_ORIGIN: true }).safeParse(environment);
	if (!parsed.success) throw new ConfigProblem(problemsOf(parsed.error, environment));
	const [first = '', ...others] = parsed.data.MAILWARD_DOMAINS;
	return {
		mail: readMailServers(given),
		domains: [first, ...others],
		publicOrigin: parsed.data.MAILWARD_PUBLIC_ORIGIN,
	};
};
