import type { MailProtocol } from '@mailward/shared/mail-apps.ts';
import type { Verdict } from './verdict.ts';

/** A client password of the person who looks, as it is now. */
export interface PasswordNow {
	readonly fingerprint: string;
	/** Milliseconds since the epoch. */
	readonly expiresAt: number | null;
	opens(protocol: MailProtocol): boolean;
}

/**
 * What is to be said of a refused mail app by now. A client password that was deleted or replaced since is a deleted one,
 * whatever else it was; undefined for one that would no longer be refused for its reason: the mail app's next try will tell.
 */
export const byNow = <Refused extends Verdict & { readonly protocol: MailProtocol }>(
	client: Refused,
	passwords: readonly PasswordNow[],
	now: number,
): Refused | undefined => {
	const { reason, fingerprint, protocol } = client;
	if (reason !== 'expired' && reason !== 'not-allowed') return client;
	const password = passwords.find((each) => each.fingerprint === fingerprint);
	if (password === undefined) return { ...client, reason: 'deleted' };
	const stands =
		reason === 'expired' ? password.expiresAt !== null && password.expiresAt <= now : !password.opens(protocol);
	return stands ? client : undefined;
};
