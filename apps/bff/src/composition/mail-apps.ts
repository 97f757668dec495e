import type { AccountStore } from '../accounts/account-store.ts';
import type { PasswordAuthority } from '../accounts/password-authority.ts';
import type { Activity } from '../activity/activity.ts';
import { createAppleProfileStore } from '../apple-profiles/apple-profile-store.ts';
import { appleProfilesRoutes, profileForm } from '../apple-profiles/apple-profiles.routes.ts';
import { createAppleProfiles } from '../apple-profiles/apple-profiles.ts';
import { createSignProfile } from '../apple-profiles/profile-signing.ts';
import type { PasswordAttempts } from '../attempts/password-attempts.ts';
import { createClientPasswordStore } from '../client-passwords/client-password-store.ts';
import { clientPasswordsRoutes } from '../client-passwords/client-passwords.routes.ts';
import { createClientPasswords } from '../client-passwords/client-passwords.ts';
import type { ViewClient } from '../clients/client-view.ts';
import type { Config } from '../config.ts';
import type { Fingerprint } from '../crypto/fingerprint.ts';
import type { RandomBytes } from '../crypto/random.ts';
import { createMailConnections, type FailedEnd } from '../mail-connections/mail-connections.ts';
import { forMailPrograms } from '../mail-set-up/for-mail-programs.ts';
import type { MustHaveTwoFactor } from '../policy/duties.ts';
import type { PolicyStore } from '../policy/policy-store.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Signals } from '../signals/signals.ts';
import { staleClientsRoutes } from '../stale-clients/stale-clients.routes.ts';
import { createStaleClients } from '../stale-clients/stale-clients.ts';
import type { Database } from '../storage/database.ts';
import type { Clock } from '../time/clock.ts';
import { createMailDoors } from './mail-doors.ts';
import type { Services } from './services.ts';

/** All that is about mail apps: their passwords, how they are set up, what lets them in, and what tells of those left behind. */
export const createMailApps = (parts: {
	config: Config;
	services: Services;
	db: Database;
	/** Keyed hash for a purpose. */
	fingerprint: (purpose: string) => Fingerprint;
	accounts: AccountStore;
	authority: PasswordAuthority;
	attempts: PasswordAttempts;
	policies: PolicyStore;
	mustHaveTwoFactor: MustHaveTwoFactor;
	sessions: SessionStore;
	activity: Activity;
	signals: Signals;
	viewClient: ViewClient;
	/** How long a refusal takes, in ms. */
	refusalTime: number;
	clock: Clock;
	random: RandomBytes;
	onFailure: (error: unknown) => void;
	onFailedEnd: (failure: FailedEnd) => void;
}) => {
	const { config, services, db, clock, onFailure } = parts;
	const fingerprint = parts.fingerprint('client passwords');
	const store = createClientPasswordStore(db);
	const connections = createMailConnections({
		db,
		server: services.mailConnections,
		clock,
		onFailure: parts.onFailedEnd,
	});
	const staleClients = createStaleClients({
		...parts,
		fingerprints: { refused: parts.fingerprint('stale clients'), clientPasswords: fingerprint },
	});
	const clientPasswords = createClientPasswords({
		...parts,
		store,
		refusedSince: staleClients.refusedSince,
		fingerprint,
	});
	const profiles = createAppleProfiles({
		...parts,
		store: createAppleProfileStore(db),
		clientPasswords,
		clientPasswordStore: store,
		sign: createSignProfile(config.profileSigning, clock, onFailure),
		site: config,
	});
	const doors = createMailDoors({
		...parts,
		clientPasswords: store,
		staleClients,
		fingerprints: { clientPasswords: fingerprint, verifiedPasswords: parts.fingerprint('verified passwords') },
	});

	return {
		handlers: {
			...clientPasswordsRoutes(clientPasswords, services.mailConnections !== undefined),
			...appleProfilesRoutes(profiles),
			...staleClientsRoutes(staleClients),
		},
		forms: profileForm(profiles, `${config.site.defaultDomain}.mobileconfig`, onFailure),
		forMailPrograms: forMailPrograms(config, clock),
		/** The listener that mail servers ask. */
		internal: doors.app,
		/** Writes some of the notes that wait. */
		flush: doors.flush,
		/** Sees to passwords that have expired, and ends connections. */
		async deliver() {
			await clientPasswords.endExpired();
			await connections.deliver();
		},
		/** Resolves when what was left for after the answers is done. */
		settled: staleClients.settled,
		async finish() {
			await connections.finish();
			await doors.finish();
		},
		async sweep() {
			await clientPasswords.sweep();
			await profiles.sweep();
			await staleClients.sweep();
		},
	};
};
