import type { MailProtocol } from '@mailward/shared/mail-apps.ts';
import type { Account, AccountStore } from '../accounts/account-store.ts';
import { canonicalAddress, type Domains } from '../accounts/canonical-address.ts';
import type { PasswordAuthority } from '../accounts/password-authority.ts';
import type { PasswordAttempts } from '../attempts/password-attempts.ts';
import type { ClientPasswordAtLogin, ClientPasswordStore } from '../client-passwords/client-password-store.ts';
import type { LastUse } from '../client-passwords/last-use.ts';
import { type Fingerprint, sameText } from '../crypto/fingerprint.ts';
import type { MustHaveTwoFactor } from '../policy/duties.ts';
import type { Refusal } from '../stale-clients/refusal.ts';
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
	/** The mail app, as far as the mail server passes on what it told; may be empty. */
	readonly app: string;
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

/** A refusal, with what the account's owner may want to know of it; nobody else does. */
type Decision = MailLoginVerdict & { readonly account?: Account; readonly known?: Refusal['known'] };

const refused: Decision = { result: 'refused' };
const unavailable: MailLoginVerdict = { result: 'unavailable' };

export const createMailLogin = (parts: {
	accounts: AccountStore;
	clientPasswords: ClientPasswordStore;
	lastUse: Pick<LastUse, 'note'>;
	/** Told of refusals of accounts that take no web password. What it finds out, it finds out when the answer is given. */
	noteRefusal: (refusal: Refusal) => void;
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

	/** The client password that was sent, if it is one of the account of this address. */
	const clientPasswordOf = async (password: string, address: string): Promise<ClientPasswordAtLogin | undefined> => {
		const wanted = fingerprint(password);
		const found = await clientPasswords.byFingerprint(wanted);
		if (found === undefined || !sameText(found.fingerprint, wanted) || found.accountDisabled) return undefined;
		if (found.accountAddress !== address) {
			// The name may be an alias of the account the password belongs to.
			const account = await accounts.byAddress(address);
			if (account?.id !== found.accountId) return undefined;
		}
		return found;
	};

	/** Why a client password does not open this; undefined when it does. */
	const hindrance = (found: ClientPasswordAtLogin, protocol: MailProtocol): 'expired' | 'not-allowed' | undefined => {
		if (found.ended || (found.expiresAt !== null && found.expiresAt <= clock.now())) return 'expired';
		return found.opens(protocol) ? undefined : 'not-allowed';
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

	const decide = async (attempt: MailLoginAttempt): Promise<Decision> => {
		const { user, password, protocol, clientAddress, app } = attempt;
		if (user.length > longest || password.length > longest || password === '') return refused;
		const typed = canonicalAddress(user, domains);
		if (typed === undefined) return refused;
		const found = await clientPasswordOf(password, typed);
		const reason = found && hindrance(found, protocol);
		if (found !== undefined && reason === undefined) {
			lastUse.note({ id: found.id, at: clock.now(), protocol, address: clientAddress, app });
			return { result: 'accepted', address: found.accountAddress };
		}
		const account = await accounts.byAddress(typed);
		if (account === undefined || account.disabled) return refused;
		if (!(await takesWebPassword(account))) {
			return { ...refused, account, known: reason && found && { reason, clientPasswordId: found.id } };
		}
		if (!(await byWebPassword(attempt, account))) return refused;
		return { result: 'accepted', address: account.address };
	};

	return async (attempt) => {
		const earliest = clock.now() + parts.refusalTime;
		let decision: Decision;
		try {
			decision = await decide(attempt);
		} catch (error) {
			parts.onError(error);
			return unavailable;
		}
		if (decision.result !== 'refused') return decision;
		await clock.until(earliest);
		const { account, known } = decision;
		if (account !== undefined) {
			const { password, protocol, clientAddress, app } = attempt;
			parts.noteRefusal({ account, password, known, protocol, clientAddress, app });
		}
		return { result: 'refused' };
	};
};
