import type { AccountStore } from '../accounts/account-store.ts';
import type { PasswordAuthority } from '../accounts/password-authority.ts';
import type { Activity } from '../activity/activity.ts';
import { networkOf } from '../attempts/network.ts';
import type { PasswordAttempts } from '../attempts/password-attempts.ts';
import type { ClientPasswordStore } from '../client-passwords/client-password-store.ts';
import { createLastUse } from '../client-passwords/last-use.ts';
import { mailAppsTopic } from '../client-passwords/mail-apps-topic.ts';
import { createUseStore, type NotedUse } from '../client-passwords/use-store.ts';
import type { Config } from '../config.ts';
import type { Fingerprint } from '../crypto/fingerprint.ts';
import { internalApp } from '../http/internal-app.ts';
import { counted } from '../mail-login/counted.ts';
import { dovecotDoor } from '../mail-login/dovecot.ts';
import { createMailLogin } from '../mail-login/mail-login.ts';
import { nginxAuthHttp } from '../mail-login/nginx-auth-http.ts';
import { refusalText } from '../mail-login/refusal-text.ts';
import { createVerifiedPasswords } from '../mail-login/verified-passwords.ts';
import { createMetrics } from '../metrics/metrics.ts';
import type { MustHaveTwoFactor } from '../policy/duties.ts';
import type { Signals } from '../signals/signals.ts';
import type { StaleClients } from '../stale-clients/stale-clients.ts';
import type { Database, Queries } from '../storage/database.ts';
import type { Clock } from '../time/clock.ts';

/** The listener that mail servers ask, and the notes that it makes. */
export interface MailDoors {
	readonly app: ReturnType<typeof internalApp>;
	/** Writes some of the notes that wait. */
	flush(): Promise<void>;
	/** Writes all of them. */
	finish(): Promise<void>;
}

export const createMailDoors = (parts: {
	config: Config;
	db: Database;
	accounts: AccountStore;
	clientPasswords: ClientPasswordStore;
	staleClients: StaleClients;
	/** Keyed hash of client passwords, and of verified web passwords. */
	fingerprints: { clientPasswords: Fingerprint; verifiedPasswords: Fingerprint };
	authority: PasswordAuthority;
	attempts: PasswordAttempts;
	mustHaveTwoFactor: MustHaveTwoFactor;
	activity: Activity;
	signals: Pick<Signals, 'publish'>;
	/** How long a refusal takes, in ms. */
	refusalTime: number;
	clock: Clock;
	onFailure: (error: unknown) => void;
}): MailDoors => {
	const { config, accounts, clientPasswords, staleClients, fingerprints, activity, clock, onFailure } = parts;
	const { authority, attempts, mustHaveTwoFactor, refusalTime } = parts;
	const metrics = createMetrics();

	/** A network the password has not been used from lately. */
	const moved = ({ before, address }: NotedUse): boolean =>
		!before.some((use) => networkOf(use.address) === networkOf(address));
	const onUses = async (queries: Queries, uses: readonly NotedUse[]): Promise<void> => {
		for (const { accountId, personId, name, protocol, app, address } of uses.filter(moved)) {
			const client = { browser: app, system: '', address };
			await activity.record(queries, { accountId, personId, client, event: 'mail-app.new-network', name, protocol });
		}
		await staleClients.mend(queries, uses);
	};
	/** A page waits for the first use by a protocol only; mail apps that look every few minutes are no news. */
	const noted = (uses: readonly NotedUse[]) => {
		for (const { accountId, before, protocol } of uses) {
			if (!before.some((use) => use.protocol === protocol)) parts.signals.publish(mailAppsTopic(accountId));
		}
	};
	const lastUse = createLastUse(createUseStore(parts.db), { onUses, noted });
	const mailLogin = createMailLogin({
		accounts,
		clientPasswords,
		lastUse,
		noteRefusal: staleClients.note,
		fingerprint: fingerprints.clientPasswords,
		authority,
		attempts,
		mustHaveTwoFactor,
		verified: createVerifiedPasswords(clock, fingerprints.verifiedPasswords),
		domains: config.domains,
		clock,
		refusalTime,
		onError: onFailure,
	});
	return {
		app: internalApp({
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
		async flush() {
			// One after the other: a use may mend what has just been written. Neither waits for what ails the other.
			await staleClients.flush().finally(lastUse.flush);
		},
		async finish() {
			await staleClients.settled();
			while (lastUse.waiting) await lastUse.flush();
			while (staleClients.waiting) await staleClients.flush();
		},
	};
};
