import type { AccountStore } from '../accounts/account-store.ts';
import type { PasswordAuthority } from '../accounts/password-authority.ts';
import type { Activity } from '../activity/activity.ts';
import type { PasswordAttempts } from '../attempts/password-attempts.ts';
import type { ClientPasswordStore } from '../client-passwords/client-password-store.ts';
import { createLastUse } from '../client-passwords/last-use.ts';
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
import type { Clock } from '../time/clock.ts';

/** The listener that mail servers ask, and the notes of use that it makes. */
export interface MailDoors {
	readonly app: ReturnType<typeof internalApp>;
	/** Writes some of the notes that wait. */
	flush(): Promise<void>;
	/** Writes all of them. */
	finish(): Promise<void>;
}

export const createMailDoors = (parts: {
	config: Config;
	accounts: AccountStore;
	clientPasswords: ClientPasswordStore;
	/** Keyed hash of client passwords, and of verified web passwords. */
	fingerprints: { clientPasswords: Fingerprint; verifiedPasswords: Fingerprint };
	authority: PasswordAuthority;
	attempts: PasswordAttempts;
	mustHaveTwoFactor: MustHaveTwoFactor;
	activity: Activity;
	/** How long a refusal takes, in ms. */
	refusalTime: number;
	clock: Clock;
	onFailure: (error: unknown) => void;
}): MailDoors => {
	const { config, accounts, clientPasswords, fingerprints, activity, clock, onFailure } = parts;
	const { authority, attempts, mustHaveTwoFactor, refusalTime } = parts;
	const metrics = createMetrics();
	const lastUse = createLastUse(clientPasswords, (queries, { accountId, personId, name }, { protocol, address }) => {
		const client = { browser: '', system: '', address };
		return activity.record(queries, { accountId, personId, client, event: 'mail-app.new-network', name, protocol });
	});
	const mailLogin = createMailLogin({
		accounts,
		clientPasswords,
		lastUse,
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
		flush: lastUse.flush,
		async finish() {
			while (lastUse.waiting) await lastUse.flush();
		},
	};
};
