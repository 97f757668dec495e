import type { Logger } from 'pino';
import { type AccountStore, createAccountStore } from './accounts/account-store.ts';
import { type Accounts, createAccounts } from './accounts/accounts.ts';
import { createLocalPasswords } from './adapters/password/local-passwords.ts';
import { createFactorAttempts, type FactorAttempts } from './attempts/factor-attempts.ts';
import { createPasswordAttempts } from './attempts/password-attempts.ts';
import { createChallengeStore } from './challenges/challenge-store.ts';
import { challengesRoutes } from './challenges/challenges.routes.ts';
import { createChallenges } from './challenges/challenges.ts';
import { createClientPasswordStore } from './client-passwords/client-password-store.ts';
import { clientPasswordsRoutes } from './client-passwords/client-passwords.routes.ts';
import { createClientPasswords } from './client-passwords/client-passwords.ts';
import { createLastUse } from './client-passwords/last-use.ts';
import type { Config } from './config.ts';
import { createFingerprint } from './crypto/fingerprint.ts';
import type { Keys } from './crypto/keys.ts';
import { createPasswordHash } from './crypto/password-hash.ts';
import type { RandomBytes } from './crypto/random.ts';
import { createSeal } from './crypto/seal.ts';
import { createEnrolmentStore } from './enrolments/enrolment-store.ts';
import { enrolmentsRoutes } from './enrolments/enrolments.routes.ts';
import { createEnrolments } from './enrolments/enrolments.ts';
import { type CredentialStore, createCredentialStore } from './factors/credential-store.ts';
import { createFactorRegistry } from './factors/registry.ts';
import { createClientAddress } from './http/client-address.ts';
import { internalApp } from './http/internal-app.ts';
import { publicApp } from './http/public-app.ts';
import { counted } from './mail-login/counted.ts';
import { dovecotDoor } from './mail-login/dovecot.ts';
import { createMailLogin } from './mail-login/mail-login.ts';
import { nginxAuthHttp } from './mail-login/nginx-auth-http.ts';
import { refusalText } from './mail-login/refusal-text.ts';
import { createVerifiedPasswords } from './mail-login/verified-passwords.ts';
import { createMetrics } from './metrics/metrics.ts';
import { createSessionStore } from './sessions/session-store.ts';
import { signInRoutes } from './sign-in/sign-in.routes.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import { type Database, isOutage } from './storage/database.ts';
import type { Clock } from './time/clock.ts';

/** What the server is made of that differs between production, demo and tests. */
export interface Surroundings {
	readonly config: Config;
	readonly keys: Keys;
	readonly db: Database;
	readonly clock: Clock;
	readonly random: RandomBytes;
	readonly log: Logger;
	/** The built pages of the portal. */
	readonly webFolder: string;
}

/** How long a refusal at a mail door takes, in ms: several password hashes, and less than anyone waits for. */
const refusalTime = 250;

export interface App {
	readonly public: ReturnType<typeof publicApp>;
	readonly internal: ReturnType<typeof internalApp>;
	readonly accounts: Accounts;
	readonly accountStore: AccountStore;
	readonly credentials: CredentialStore;
	readonly factorAttempts: FactorAttempts;
	/** What must happen every second or so: notes of last use reach the database, some at a time. */
	tick(): Promise<void>;
	/** What must happen before the end: all that is noted reaches the database. */
	finish(): Promise<void>;
	/** What must happen every few minutes: what has expired is deleted. */
	sweep(): Promise<void>;
}

/** The one place that chooses: every port gets its adapter here. */
export const createApp = ({ config, keys, db, clock, random, log, webFolder }: Surroundings): App => {
	const metrics = createMetrics();
	const seal = createSeal(keys, random);
	const fingerprint = (purpose: string) => createFingerprint(keys.fingerprintKey(purpose));
	const { domains } = config;
	const onFailure = (error: unknown) => log.error({ err: error }, 'failure');

	const accountStore = createAccountStore(db);
	const sessions = createSessionStore(db, clock, random);
	const credentials = createCredentialStore(db, seal);
	const factors = createFactorRegistry(clock, random);
	const factorAttempts = createFactorAttempts(db, clock);
	const passwordAttempts = createPasswordAttempts(db, clock, fingerprint('password attempts'));
	const hash = createPasswordHash(random);
	const authority = createLocalPasswords(hash);
	const accounts = createAccounts({ store: accountStore, sessions, hash, clock, random, domains });
	const challenges = createChallenges({
		db,
		store: createChallengeStore(db, seal),
		credentials,
		factors,
		attempts: factorAttempts,
		sessions,
		clock,
		random,
	});
	const enrolments = createEnrolments({
		db,
		store: createEnrolmentStore(db, seal),
		credentials,
		factors,
		attempts: factorAttempts,
		sessions,
		clock,
		random,
	});
	const signIn = createSignIn({
		accounts: accountStore,
		authority,
		attempts: passwordAttempts,
		sessions,
		challenges,
		domains,
		clock,
		queries: db,
	});
	const clientPasswordStore = createClientPasswordStore(db);
	const clientPasswordFingerprint = fingerprint('client passwords');
	const clientPasswords = createClientPasswords({
		store: clientPasswordStore,
		fingerprint: clientPasswordFingerprint,
		clock,
		random,
	});
	const lastUse = createLastUse(clientPasswordStore);
	const mailLogin = createMailLogin({
		accounts: accountStore,
		clientPasswords: clientPasswordStore,
		lastUse,
		fingerprint: clientPasswordFingerprint,
		authority,
		attempts: passwordAttempts,
		verified: createVerifiedPasswords(clock, fingerprint('verified passwords')),
		domains,
		clock,
		refusalTime,
		onError: onFailure,
	});

	return {
		public: publicApp({
			handlers: {
				'GET /api/site': async () => config.site,
				...signInRoutes(signIn, sessions),
				...challengesRoutes(challenges),
				...enrolmentsRoutes(enrolments),
				...clientPasswordsRoutes(clientPasswords),
			},
			loadSession: sessions.load,
			clientAddress: createClientAddress(config.trustedProxies),
			clock,
			publicOrigin: config.publicOrigin,
			webFolder,
			onFailure,
			isOutage,
		}),
		internal: internalApp({
			mailKey: config.mailKey,
			metrics,
			doors: [
				nginxAuthHttp(
					counted(mailLogin, metrics.mailLogins('nginx')),
					config.upstreams,
					refusalText(config.publicOrigin),
				),
				dovecotDoor(counted(mailLogin, metrics.mailLogins('dovecot'))),
			],
			onFailure,
		}),
		accounts,
		accountStore,
		credentials,
		factorAttempts,
		tick: lastUse.flush,
		async finish() {
			while (lastUse.waiting) await lastUse.flush();
		},
		async sweep() {
			await sessions.sweep();
			await passwordAttempts.sweep();
		},
	};
};
