import type { Logger } from 'pino';
import { type AccountStore, createAccountStore } from './accounts/account-store.ts';
import { type Accounts, createAccounts } from './accounts/accounts.ts';
import { activityRoutes } from './activity/activity.routes.ts';
import { createActivity } from './activity/activity.ts';
import { createActivityStore } from './activity/activity-store.ts';
import { createMmdbLocations } from './adapters/location/mmdb-locations.ts';
import { createSmtpMailer } from './adapters/mail/smtp-mailer.ts';
import { createLocalPasswords } from './adapters/password/local-passwords.ts';
import { createFactorAttempts, type FactorAttempts } from './attempts/factor-attempts.ts';
import { createPasswordAttempts } from './attempts/password-attempts.ts';
import { createRefusedPasswords } from './attempts/refused-passwords.ts';
import { createBackground } from './background.ts';
import { createChallengeStore } from './challenges/challenge-store.ts';
import { challengesRoutes } from './challenges/challenges.routes.ts';
import { createChallenges } from './challenges/challenges.ts';
import { createViewClient } from './clients/client-view.ts';
import { createPlaces } from './clients/places.ts';
import { createMailApps } from './composition/mail-apps.ts';
import type { MailDoors } from './composition/mail-doors.ts';
import { createPhoneMethods } from './composition/phone-methods.ts';
import { configuredMethods, createServices, type Services } from './composition/services.ts';
import type { Config } from './config.ts';
import { createFingerprint } from './crypto/fingerprint.ts';
import type { Keys } from './crypto/keys.ts';
import { createPasswordHash } from './crypto/password-hash.ts';
import type { RandomBytes } from './crypto/random.ts';
import { createSeal } from './crypto/seal.ts';
import { createEnrolmentStore } from './enrolments/enrolment-store.ts';
import { enrolmentsRoutes } from './enrolments/enrolments.routes.ts';
import { createEnrolments } from './enrolments/enrolments.ts';
import { createMethods } from './enrolments/methods.ts';
import { type CredentialStore, createCredentialStore } from './factors/credential-store.ts';
import { relyingPartyOf } from './factors/passkey/relying-party.ts';
import { createFactorRegistry } from './factors/registry.ts';
import { createClientAddress } from './http/client-address.ts';
import type { EventStreams } from './http/event-streams.ts';
import { publicApp } from './http/public-app.ts';
import { createLiveSessionStore } from './live-sessions/live-session-store.ts';
import { liveSessionsRoutes } from './live-sessions/live-sessions.routes.ts';
import { createLiveSessions } from './live-sessions/live-sessions.ts';
import { createLetters } from './notices/letters.ts';
import { createNoticeStore } from './notices/notice-store.ts';
import { createOutbox } from './notices/outbox.ts';
import { createSending } from './notices/sending.ts';
import { peopleRoutes } from './people/people.routes.ts';
import { createPeople, type People } from './people/people.ts';
import { createPeopleStore } from './people/people-store.ts';
import { createMustHaveTwoFactor } from './policy/duties.ts';
import { createPolicyStore, type PolicyStore } from './policy/policy-store.ts';
import { scansRoutes } from './scans/scans.routes.ts';
import { createSessionStore } from './sessions/session-store.ts';
import { createPasskeySignIn } from './sign-in/passkey-sign-in.ts';
import { signInRoutes } from './sign-in/sign-in.routes.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import { type Database, isOutage } from './storage/database.ts';
import type { Clock } from './time/clock.ts';
import { createTrustedDeviceStore } from './trusted-devices/trusted-device-store.ts';
import { trustedDevicesRoutes } from './trusted-devices/trusted-devices.routes.ts';
import { createTrustedDevices } from './trusted-devices/trusted-devices.ts';
import { createGuessable } from './web-password/guessable.ts';
import { webPasswordRoutes } from './web-password/web-password.routes.ts';
import { createWebPassword } from './web-password/web-password.ts';

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
	/** Other people's services, in the place of those that `config` names. */
	readonly services?: Services;
}

/** How long a refusal of a password takes, in ms: several password hashes, and less than anyone waits for. */
const refusalTime = 250;

export interface App {
	readonly public: ReturnType<typeof publicApp>;
	readonly internal: MailDoors['app'];
	readonly accounts: Accounts;
	readonly accountStore: AccountStore;
	readonly credentials: CredentialStore;
	readonly policies: PolicyStore;
	readonly people: People;
	readonly factorAttempts: FactorAttempts;
	/** The event streams that are open. */
	readonly streams: EventStreams;
	/** What must happen every second or so: notes of last use reach the database, some at a time; streams stay alive. */
	tick(): Promise<void>;
	/** What must happen every few seconds: notices that are due are sent, texts that are under way are asked after, connections of mail apps ended. */
	deliver(): Promise<void>;
	/** Resolves when what was left for after the answers is done. */
	settled(): Promise<void>;
	/** What must happen before the end: all that is noted reaches the database. */
	finish(): Promise<void>;
	/** What must happen every few minutes: what has expired is deleted. */
	sweep(): Promise<void>;
}

/** The one place that chooses: every port gets its adapter here. */
export const createApp = ({ config, keys, db, clock, random, log, webFolder, ...given }: Surroundings): App => {
	const seal = createSeal(keys, random);
	const fingerprint = (purpose: string) => createFingerprint(keys.fingerprintKey(purpose));
	const { domains } = config;
	const onFailure = (error: unknown) => log.error({ err: error }, 'failure');

	const accountStore = createAccountStore(db);
	const services = given.services ?? createServices(config, { clock, log });
	const policies = createPolicyStore(db, clock, configuredMethods(services));
	const mustHaveTwoFactor = createMustHaveTwoFactor({ policies, groupsOf: accountStore.groupsOf, clock });
	const viewClient = createViewClient(
		createPlaces(
			config.places,
			config.locationDatabase === undefined ? undefined : createMmdbLocations(config.locationDatabase),
		),
	);
	const noticeStore = createNoticeStore(db);
	const sending =
		config.mail &&
		createSending({
			store: noticeStore,
			mailer: createSmtpMailer(config.mail.server, config.mail.from, clock),
			letter: createLetters({
				site: config.site,
				publicOrigin: config.publicOrigin,
				timeZone: config.timeZone,
				viewClient,
			}),
			clock,
			onFailure: (failure) => log.warn(failure, 'a notice was not sent'),
		});
	const activity = createActivity({
		store: createActivityStore(db),
		// Where no mail can be sent, none piles up.
		notify: sending && createOutbox({ store: noticeStore, clock, random }),
		viewClient,
		clock,
		random,
	});
	const sessions = createSessionStore({ db, policies, clock, random });
	const credentials = createCredentialStore(db, seal);
	const relyingParty = relyingPartyOf(config.publicOrigin, config.site.organisation.zh);
	const { signals, streams, texts, sendCode, scans } = createPhoneMethods({
		config,
		services,
		db,
		seal,
		fingerprint: fingerprint('text messages'),
		credentials,
		activity,
		viewClient,
		clock,
		random,
		log,
		onFailure,
	});
	const factors = createFactorRegistry({
		clock,
		random,
		recoveryFingerprint: fingerprint('recovery codes'),
		relyingParty,
		texts: {
			state: texts.state,
			resendAt: async (number) => texts.resendAt(number, (await policies.current()).textMessages),
		},
		mainlandOnly: config.mainlandNumbersOnly,
		scans,
	});
	const factorAttempts = createFactorAttempts(db, clock);
	const passwordAttempts = createPasswordAttempts(db, clock, fingerprint('password attempts'));
	const hash = createPasswordHash(random);
	const authority = createLocalPasswords(hash);
	const accounts = createAccounts({ db, store: accountStore, sessions, activity, hash, clock, random, domains });
	const background = createBackground(onFailure);

	const trustedDeviceStore = createTrustedDeviceStore(db);
	const devices = createTrustedDevices({
		db,
		store: trustedDeviceStore,
		sessions,
		activity,
		viewClient,
		clock,
		random,
	});
	const peopleStore = createPeopleStore();
	const people = createPeople({
		db,
		store: peopleStore,
		attempts: factorAttempts,
		sessions,
		activity,
		fingerprint: fingerprint('invitations'),
		clock,
		random,
	});
	const challenges = createChallenges({
		db,
		store: createChallengeStore(db, seal),
		credentials,
		factors,
		attempts: factorAttempts,
		sessions,
		people: peopleStore,
		activity,
		sendCode,
		clock,
		random,
	});
	const methods = createMethods({
		db,
		credentials,
		factors,
		attempts: factorAttempts,
		people: peopleStore,
		devices: trustedDeviceStore,
		sessions,
		activity,
		clock,
	});
	const enrolments = createEnrolments({
		db,
		store: createEnrolmentStore(db, seal),
		credentials,
		factors,
		methods,
		attempts: factorAttempts,
		people: peopleStore,
		devices: trustedDeviceStore,
		sessions,
		activity,
		sendCode,
		clock,
		random,
	});
	const signIn = createSignIn({
		accounts: accountStore,
		authority,
		attempts: passwordAttempts,
		refused: createRefusedPasswords(clock, fingerprint('refused passwords')),
		refusalTime,
		policies,
		mustHaveTwoFactor,
		devices,
		sessions,
		challenges,
		activity,
		domains,
		clock,
		db,
		afterwards: background.start,
	});
	const passkeys = createPasskeySignIn({
		db,
		seal,
		relyingParty,
		credentials,
		accounts: accountStore,
		policies,
		mustHaveTwoFactor,
		sessions,
		activity,
		clock,
		random,
	});

	const liveSessions = createLiveSessions({ db, store: createLiveSessionStore(db), activity, viewClient, clock });
	const webPassword = createWebPassword({
		db,
		accounts: accountStore,
		checkPassword: signIn.checkPassword,
		renewSession: sessions.renew,
		hash,
		guessable: createGuessable(),
		activity,
		organisation: Object.values(config.site.organisation),
		changeUrl: config.changePasswordUrl,
		clock,
	});

	const mailApps = createMailApps({
		config,
		services,
		db,
		fingerprint,
		accounts: accountStore,
		authority,
		attempts: passwordAttempts,
		policies,
		mustHaveTwoFactor,
		sessions,
		activity,
		signals,
		viewClient,
		refusalTime,
		clock,
		random,
		onFailure,
		onFailedEnd: (failure) => log.warn(failure, 'the connections of an account were not ended'),
	});

	return {
		public: publicApp({
			handlers: {
				'GET /api/site': async () => config.site,
				...signInRoutes({ signIn, passkeys, people, sessions, devices }),
				...challengesRoutes(challenges),
				...enrolmentsRoutes(enrolments, methods),
				...scansRoutes(scans),
				...mailApps.handlers,
				...trustedDevicesRoutes(devices),
				...peopleRoutes(people),
				...activityRoutes(activity),
				...liveSessionsRoutes(liveSessions),
				...webPasswordRoutes(webPassword),
			},
			forms: mailApps.forms,
			forMailPrograms: mailApps.forMailPrograms,
			loadSession: sessions.load,
			clientAddress: createClientAddress(config.trustedProxies),
			streams,
			clock,
			publicOrigin: config.publicOrigin,
			webFolder,
			onFailure,
			isOutage,
		}),
		internal: mailApps.internal,
		accounts,
		accountStore,
		credentials,
		policies,
		people,
		factorAttempts,
		streams,
		async tick() {
			streams.beat();
			await mailApps.flush();
		},
		async deliver() {
			await Promise.all([sending?.deliver(), texts.follow(), mailApps.deliver()]);
		},
		async settled() {
			await background.settled();
			await mailApps.settled();
		},
		async finish() {
			streams.close();
			await sending?.finish();
			for (const gateway of services.textGateways) await gateway.close();
			await signals.close();
			await background.settled();
			await mailApps.finish();
		},
		async sweep() {
			await sessions.sweep();
			await passwordAttempts.sweep();
			await trustedDeviceStore.sweep(clock.now());
			await passkeys.sweep();
			await activity.sweep();
			await texts.sweep();
			await scans.sweep();
			await mailApps.sweep();
		},
	};
};
