import { argon2Sync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { Writable } from 'node:stream';
import type { Contract } from '@mailward/shared/contract/contract.ts';
import type { ScanKind } from '@mailward/shared/factors/kinds.ts';
import type { TotpEnrolmentPrompt } from '@mailward/shared/factors/totp-prompts.ts';
import { mailProtocols } from '@mailward/shared/mail-apps.ts';
import { pino } from 'pino';
import type { z } from 'zod';
import type { NewAccount } from '../accounts/accounts.ts';
import { type App, createApp } from '../app.ts';
import type { Services } from '../composition/services.ts';
import { type Config, readConfig } from '../config.ts';
import type { Keys } from '../crypto/keys.ts';
import { systemRandom } from '../crypto/random.ts';
import { defaultPolicy, type Policy } from '../policy/policy.ts';
import type { Database } from '../storage/database.ts';
import { hour, second } from '../time/clock.ts';
import { type Authenticator, createAuthenticator } from './authenticator.ts';
import { type Browser, createBrowser } from './browser.ts';
import { createTestPlatform, type TestPlatform } from './identity-platform.ts';
import { type AskDoor, createDoors, type DoorName } from './mail-app.ts';
import { createSettableClock, type SettableClock } from './settable-clock.ts';
import { testKeys } from './test-keys.ts';
import { createTestTextGateway, type TestTextGateway } from './text-gateway.ts';

export const origin = 'https://mail.example.edu.cn';
export const mailKey = 'uYx3o9K2vQ7nT4bW8rE1pL6sD5gH0jZc';

const settings = {
	MAILWARD_PUBLIC_ORIGIN: origin,
	MAILWARD_MAIL_KEY: mailKey,
	MAILWARD_DOMAINS: 'example.edu.cn,alumni.example.edu.cn',
	MAILWARD_UPSTREAM_MASTER_USER: 'mailward',
	MAILWARD_UPSTREAM_MASTER_PASSWORD: 'upstream-master-password',
};

export const testConfig = (more: NodeJS.ProcessEnv = {}): Config => readConfig({ ...settings, ...more });

/** The web password of everybody here. */
export const webPassword = 'plum-blossom-in-snow';

/** An argon2id hash at the least possible cost: what the tests look at is never how long it takes. */
export const cheapHash = (password: string): string => {
	const nonce = Buffer.alloc(16, 7);
	const cost = { memory: 8, passes: 1, parallelism: 1 };
	const tag = argon2Sync('argon2id', { message: password, nonce, ...cost, tagLength: 32 });
	const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
	return `$argon2id$v=19$m=8,t=1,p=1$${base64(nonce)}$${base64(tag)}`;
};

const webPasswordHash = cheapHash(webPassword);

/** A client password that opens everything. */
export const anyMailApp: Omit<z.input<Contract['POST /api/client-passwords']['body']>, 'name' | 'idempotencyKey'> = {
	app: null,
	protocols: [...mailProtocols],
	expiresAt: null,
};

/** The whole server without its sockets, on a clock of its own, and the people who use it. */
export interface TestApp {
	readonly app: App;
	readonly db: Database;
	readonly clock: SettableClock;
	/** Everything the server has logged, as it would be written. */
	readonly logged: () => string;
	/** Where its texts go, and who holds the phones that scan. */
	readonly texts: TestTextGateway;
	readonly platforms: Readonly<Record<ScanKind, TestPlatform>>;
	readonly doors: Record<DoorName, AskDoor>;
	browser(address?: string, userAgent?: string): Browser;
	/** An account with the web password; its address. A name of its own unless one is given. */
	addPerson(more?: Partial<NewAccount>): Promise<string>;
	/** An account that must have two-factor from `from` on (ms since the epoch; an hour ago unless given); its address. */
	addPersonWhoMust(more?: Partial<NewAccount>, from?: number): Promise<string>;
	/** Puts a policy in force: the one there is, with these parts changed. */
	setPolicy(change: Partial<Policy>): Promise<void>;
	/** Begins to set an authenticator app up. */
	beginTotp(browser: Browser, more?: { replaces?: string; personName?: string }): Promise<TotpEnrolment>;
	/** A browser that has passed the password step. */
	passwordStep(address: string, from?: string): Promise<Browser>;
	/** Sets an authenticator app up in a browser that may. */
	setUpTotp(browser: Browser, more?: { replaces?: string; personName?: string; name?: string }): Promise<Authenticator>;
	/** Makes recovery codes and says that they are saved; the codes. */
	saveRecoveryCodes(browser: Browser): Promise<string[]>;
	/**
	 * An account with an authenticator app, and the browser that set it up: signed in and freshly verified. On a shared
	 * mailbox its person is called "First person".
	 */
	addPersonWithTotp(more?: Partial<NewAccount>): Promise<{
		address: string;
		browser: Browser;
		authenticator: Authenticator;
	}>;
	/** Moves to the next step of thirty seconds and reads the code off: one that has not been used. */
	freshCode(authenticator: Authenticator): string;
	/** Signs in with both steps. */
	signIn(address: string, authenticator: Authenticator): Promise<Browser>;
	/** The id of the challenge this browser stands at. */
	challengeOf(browser: Browser): Promise<string>;
	/** For every protocol and without an end, unless told otherwise. */
	createClientPassword(
		browser: Browser,
		name?: string,
		more?: Partial<typeof anyMailApp>,
	): Promise<{ id: string; secret: string }>;
}

/** A set-up under way, with what the page shows of it. */
export interface TotpEnrolment {
	readonly id: string;
	readonly replaces: string | null;
	readonly prompt: TotpEnrolmentPrompt;
}

let people = 0;

export const createTestApp = (parts: {
	db: Database;
	clock?: SettableClock;
	keys?: Keys;
	config?: Config;
	webFolder?: string;
	/** The gateways in the order they are asked; `texts` is the first. */
	textGateways?: readonly [TestTextGateway, ...TestTextGateway[]];
	/** Given where several servers share the phones' people. */
	platforms?: Readonly<Record<ScanKind, TestPlatform>>;
	/** In the place of both. */
	services?: Services;
}): TestApp => {
	const { db, clock = createSettableClock(), keys = testKeys, config = testConfig(), webFolder = tmpdir() } = parts;
	const { textGateways = [createTestTextGateway()] } = parts;
	const { platforms = { wechat: createTestPlatform('wechat'), dingtalk: createTestPlatform('dingtalk') } } = parts;
	const lines: string[] = [];
	const sink = new Writable({
		write(chunk, _encoding, done) {
			lines.push(String(chunk));
			done();
		},
	});
	const log = pino({ level: 'trace' }, sink);
	const { services = { textGateways, identityProviders: platforms } } = parts;
	const app = createApp({ config, keys, db, clock, random: systemRandom, log, webFolder, services });
	const browser: TestApp['browser'] = (address, userAgent) =>
		createBrowser(app.public, config.publicOrigin, address, userAgent);

	const addPerson: TestApp['addPerson'] = async (more = {}) => {
		people += 1;
		const account = await app.accounts.add({
			address: `person-${process.pid}-${people}`,
			...(more.password === undefined && { passwordHash: webPasswordHash }),
			...more,
		});
		return account.address;
	};
	const passwordStep: TestApp['passwordStep'] = async (address, from) => {
		const one = browser(from);
		await one.must('POST /api/sign-in', { body: { address, password: webPassword } });
		return one;
	};
	const freshCode = (authenticator: Authenticator) => {
		clock.advance(30 * second);
		return authenticator.codeAt(clock.now());
	};
	const beginTotp: TestApp['beginTotp'] = async (one, more = {}) => {
		const enrolment = await one.must('POST /api/enrolments', { body: { kind: 'totp', ...more } });
		if (enrolment.kind !== 'totp') throw new Error(`asked for an authenticator, got ${enrolment.kind}`);
		return enrolment;
	};
	const setUpTotp: TestApp['setUpTotp'] = async (one, { name, ...more } = {}) => {
		const { id, prompt } = await beginTotp(one, more);
		const authenticator = createAuthenticator(prompt.secret);
		const code = freshCode(authenticator);
		const body = { code, ...(name !== undefined && { name }) };
		await one.must('POST /api/enrolments/{id}/answer', { params: { id }, body });
		return authenticator;
	};
	const setPolicy: TestApp['setPolicy'] = async (change) => {
		const [newest] = await app.policies.history();
		const { version = 0, policy = defaultPolicy } = newest ?? {};
		await app.policies.set({ ...policy, ...change }, { author: 'a test', reason: 'a test', after: version });
	};
	const challengeOf: TestApp['challengeOf'] = async (one) => {
		const state = await one.must('GET /api/session');
		if (state.state !== 'awaiting-second-factor') throw new Error(`no challenge for ${state.state}`);
		return state.challenge.id;
	};

	return {
		app,
		db,
		clock,
		logged: () => lines.join(''),
		texts: textGateways[0],
		platforms,
		doors: createDoors(app.internal, config.mailKey),
		browser,
		addPerson,
		async addPersonWhoMust(more, since = clock.now() - hour) {
			const account = await addPerson(more);
			const { required } = await app.policies.current();
			const from = new Date(since).toISOString();
			await setPolicy({ required: [...required, { account, from, remindDays: 0 }] });
			return account;
		},
		setPolicy,
		passwordStep,
		beginTotp,
		async saveRecoveryCodes(one) {
			const enrolment = await one.must('POST /api/enrolments', { body: { kind: 'recovery' } });
			if (enrolment.kind !== 'recovery') throw new Error(`asked for recovery codes, got ${enrolment.kind}`);
			const { id, prompt } = enrolment;
			await one.must('POST /api/enrolments/{id}/answer', { params: { id }, body: { saved: true } });
			return prompt.codes;
		},
		setUpTotp,
		async addPersonWithTotp(more) {
			const address = await addPerson(more);
			const one = await passwordStep(address);
			const person = more?.kind === 'shared' ? { personName: 'First person' } : {};
			return { address, browser: one, authenticator: await setUpTotp(one, person) };
		},
		freshCode,
		async signIn(address, authenticator) {
			const one = await passwordStep(address);
			const id = await challengeOf(one);
			const code = freshCode(authenticator);
			await one.must('POST /api/challenges/{id}/answer', { params: { id }, body: { code } });
			return one;
		},
		challengeOf,
		async createClientPassword(one, name = 'Phone', more = {}) {
			const body = { ...anyMailApp, ...more, name, idempotencyKey: crypto.randomUUID() };
			const { id, secret } = await one.must('POST /api/client-passwords', { body });
			return { id, secret };
		},
	};
};
