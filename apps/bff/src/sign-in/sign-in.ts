import type { SessionState } from '@mailward/shared/session-state.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import { canonicalAddress, type Domains } from '../accounts/canonical-address.ts';
import type { PasswordAuthority } from '../accounts/password-authority.ts';
import type { PasswordAttempts } from '../attempts/password-attempts.ts';
import type { Challenges } from '../challenges/challenges.ts';
import { DomainError } from '../domain-error.ts';
import { isTwoFactorDue } from '../policy/two-factor-duty.ts';
import type { Session, SignedIn } from '../sessions/session.ts';
import type { Promoted, Promotion, SessionStore } from '../sessions/session-store.ts';
import type { Queries } from '../storage/database.ts';
import { type Clock, toIso } from '../time/clock.ts';

/** The password step, which decides what a browser must do next. */
export interface SignIn {
	/** Returns the new session's token. Throws `sign_in.refused` and `sign_in.throttled`. */
	withPassword(typedAddress: string, password: string, clientAddress: string): Promise<string>;
	/**
	 * "Confirm it's you" for an account without a method. Throws `password.rejected`,
	 * `sign_in.throttled`, and `factor.not_available` once a method is set up, which alone verifies then.
	 */
	verifyAgain(session: SignedIn, password: string, clientAddress: string): Promise<Promoted>;
	/** What the browser may know of where it stands. */
	state(session: Session): Promise<SessionState>;
}

export const createSignIn = (parts: {
	accounts: AccountStore;
	authority: PasswordAuthority;
	attempts: PasswordAttempts;
	sessions: SessionStore;
	challenges: Challenges;
	domains: Domains;
	clock: Clock;
	queries: Queries;
}): SignIn => {
	const { accounts, authority, attempts, sessions, challenges, domains, clock, queries } = parts;

	/** Of what is no address of ours `canonical` is undefined: it is treated as one that nobody has. */
	const check = async (canonical: string | undefined, typed: string, password: string, clientAddress: string) => {
		const attempt = { address: canonical ?? typed.normalize('NFKC').toLowerCase(), password, clientAddress };
		const retryAt = await attempts.spend(attempt);
		if (retryAt !== undefined) throw new DomainError('sign_in.throttled', { retryAt: toIso(retryAt) });
		const account = canonical === undefined ? undefined : await accounts.byAddress(canonical);
		// Hashed whether or not there is such an account, so that the time does not tell.
		if (!(await authority.isRight(account, password)) || account === undefined || account.disabled) return undefined;
		await attempts.giveBack(attempt);
		// Asked again after the hash: the password may have been changed, or the account disabled, while it was computed.
		const now = await accounts.byId(account.id);
		return now?.disabled === false && now.passwordHash === account.passwordHash ? now : undefined;
	};

	return {
		async withPassword(typedAddress, password, clientAddress) {
			const address = canonicalAddress(typedAddress, domains);
			const account = await check(address, typedAddress, password, clientAddress);
			if (account === undefined) throw new DomainError('sign_in.refused', {});
			const next = (): Promotion => {
				if (account.twoFactor) return { state: 'awaiting-second-factor', verifiedWith: null };
				if (isTwoFactorDue(account.twoFactorRequiredFrom, clock.now())) {
					return { state: 'awaiting-set-up', verifiedWith: null };
				}
				return { state: 'signed-in', verifiedWith: 'password' };
			};
			return sessions.begin(account.id, next());
		},
		async verifyAgain(session, password, clientAddress) {
			if (session.twoFactor) throw new DomainError('factor.not_available', {});
			const { address } = session.account;
			const account = await check(address, address, password, clientAddress);
			if (account === undefined) throw new DomainError('password.rejected', {});
			const promoted = await sessions.promote(queries, session, { state: 'signed-in', verifiedWith: 'password' });
			if (promoted === undefined) throw new DomainError('session.sign_in_needed', {});
			return promoted;
		},
		async state(session) {
			switch (session.state) {
				case 'signed-out':
					return { state: 'signed-out' };
				case 'awaiting-second-factor':
					return {
						state: 'awaiting-second-factor',
						address: session.account.address,
						passwordAt: toIso(session.passwordAt),
						challenge: await challenges.current(session),
					};
				case 'awaiting-set-up':
					return {
						state: 'awaiting-set-up',
						account: session.account,
						passwordAt: toIso(session.passwordAt),
					};
				case 'signed-in':
					return {
						state: 'signed-in',
						account: session.account,
						verifiedAt: toIso(session.verifiedAt),
						twoFactor: session.twoFactor,
						twoFactorRequired: isTwoFactorDue(session.twoFactorRequiredFrom, clock.now()),
					};
			}
		},
	};
};
