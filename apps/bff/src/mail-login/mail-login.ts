import type { Account, AccountStore } from '../accounts/account-store.ts';
import { canonicalAddress, type Domains } from '../accounts/canonical-address.ts';
import type { PasswordAuthority } from '../accounts/password-authority.ts';
import type { PasswordAttempts } from '../attempts/password-attempts.ts';
import type { ClientPasswordStore, MailProtocol } from '../client-passwords/client-password-store.ts';
import type { LastUse } from '../client-passwords/last-use.ts';
import { type Fingerprint, sameText } from '../crypto/fingerprint.ts';
import type { MustHaveTwoFactor } from '../policy/duties.ts';
import type { Clock } from '../time/clock.ts';
import type { VerifiedPasswords } from './verified-passwords.ts';

/** One attempt of a mail app to sign in, as either door hears of it. */
export interface MailLoginAttempt {
	/** As the mail app sent it: bare name, alias or address. */
	readonly user: string;
	readonly password: string;
	readonly protocol: MailProtocol;
	/** The mail app's network address, as far as the mail server knows it. */
	readonly clientAddress: string;
}

/**
 * `unavailable` is "temporary": the mail server must refuse for now and keep nothing of it. There is one `refused`: why
 * is nobody's business at a mail door.
 */
export type MailLoginVerdict =
	| { readonly result: 'accepted'; readonly address: string }
	| { readonly result: 'refused' }
	| { readonly result: 'unavailable' };

/** The ONE rule: may this mail app in? Never rejects. */
export type MailLogin = (attempt: MailLoginAttempt) => Promise<MailLoginVerdict>;

/** Longer names and passwords belong to nobody; refusing them here keeps hostile input cheap. */
const longest = 1024;

const refused: MailLoginVerdict = { result: 'refused' };
const unavailable: MailLoginVerdict = { result: 'unavailable' };

export const createMailLogin = (parts: {
	accounts: AccountStore;
	clientPasswords: ClientPasswordStore;
	lastUse: LastUse;
	fingerprint: Fingerprint;
	authority: PasswordAuthority;
	attempts: PasswordAttempts;
	mustHaveTwoFactor: MustHaveTwoFactor;
	verified: VerifiedPasswords;
	domains: Domains;
	clock: Clock;
	/**
	 * How long a refusal takes at the least, in milliseconds: longer than a password hash, so that the time does not tell
	 * whether one was computed.
	 */
	refusalTime: number;
	onError: (error: unknown) => void;
}): MailLogin => {
	const { accounts, clientPasswords, lastUse, fingerprint, authority, attempts, mustHaveTwoFactor } = parts;
	const { verified, domains, clock } = parts;

	/** The address of the account the client password opens, or undefined. */
	const byClientPassword = async (attempt: MailLoginAttempt, address: string): Promise<string | undefined> => {
		const wanted = fingerprint(attempt.password);
		const found = await clientPasswords.byFingerprint(wanted);
		if (found === undefined || !sameText(found.fingerprint, wanted) || found.accountDisabled) return undefined;
		if (found.accountAddress !== address) {
			// The name may be an alias of the account the password belongs to.
			const account = await accounts.byAddress(address);
			if (account?.id !== found.accountId) return undefined;
		}
		lastUse.note({
			id: found.id,
			at: clock.now(),
			protocol: attempt.protocol,
			address: attempt.clientAddress,
		});
		return found.accountAddress;
	};

	/** Before two-factor, the web password opens the mailbox; from the moment a method counts, never again. */
	const takesWebPassword = async (account: Account): Promise<boolean> =>
		!account.disabled && !account.twoFactor && !(await mustHaveTwoFactor(account));

	const byWebPassword = async ({ password, clientAddress }: MailLoginAttempt, account: Account): Promise<boolean> => {
		if (verified.has(account, password)) return true;
		const attempt = { address: account.address, password, clientAddress };
		if ((await attempts.spend(attempt)) !== undefined) return false;
		if (!(await authority.isRight(account, password))) return false;
		await attempts.giveBack(attempt);
		// Asked again after the hash: a method may have been set up, or the account disabled, while it was computed.
		const now = await accounts.byId(account.id);
		if (now?.passwordHash !== account.passwordHash || !(await takesWebPassword(now))) return false;
		verified.add(account, password);
		return true;
	};

	const decide = async (attempt: MailLoginAttempt): Promise<MailLoginVerdict> => {
		if (attempt.user.length > longest || attempt.password.length > longest || attempt.password === '') return refused;
		const typed = canonicalAddress(attempt.user, domains);
		if (typed === undefined) return refused;
		const opened = await byClientPassword(attempt, typed);
		if (opened !== undefined) return { result: 'accepted', address: opened };
		const account = await accounts.byAddress(typed);
		if (account === undefined || !(await takesWebPassword(account))) return refused;
		if (!(await byWebPassword(attempt, account))) return refused;
		return { result: 'accepted', address: account.address };
	};

	return async (attempt) => {
		const earliest = clock.now() + parts.refusalTime;
		let verdict: MailLoginVerdict;
		try {
			verdict = await decide(attempt);
		} catch (error) {
			parts.onError(error);
			verdict = unavailable;
		}
		if (verdict.result === 'refused') await clock.until(earliest);
		return verdict;
	};
};
