import type { SessionState } from '@mailward/shared/session-state.ts';
import type { Account, AccountStore } from '../accounts/account-store.ts';
import { canonicalAddress, type Domains } from '../accounts/canonical-address.ts';
import type { PasswordAuthority } from '../accounts/password-authority.ts';
import type { Activity } from '../activity/activity.ts';
import type { PasswordAttempts } from '../attempts/password-attempts.ts';
import type { RefusedPasswords } from '../attempts/refused-passwords.ts';
import type { Challenges } from '../challenges/challenges.ts';
import type { ClientInfo } from '../clients/client-info.ts';
import { DomainError } from '../domain-error.ts';
import type { MustHaveTwoFactor } from '../policy/duties.ts';
import { isTwoFactorDue } from '../policy/policy.ts';
import type { PolicyStore } from '../policy/policy-store.ts';
import type { Session, SignedIn } from '../sessions/session.ts';
import type { Promoted, Promotion, SessionStore } from '../sessions/session-store.ts';
import type { Database } from '../storage/database.ts';
import { lockAccount } from '../storage/lock-account.ts';
import { type Clock, toIso } from '../time/clock.ts';
import type { TrustedDevices } from '../trusted-devices/trusted-devices.ts';

/** A browser that has passed the password step. */
export interface Begun {
	readonly token: string;
	/** What a trusted device has to keep from now on, as its cookie. */
	readonly device?: string;
}

/** The password step, which decides what a browser must do next. */
export interface SignIn {
	/** Throws `sign_in.refused` and `sign_in.throttled`. */
	withPassword(typedAddress: string, password: string, from: From): Promise<Begun>;
	/**
	 * The account whose password this is; undefined for a wrong one, and for an unknown or disabled account. Every try
	 * comes out of the same budget. Throws `sign_in.throttled`.
	 */
	checkPassword(typedAddress: string, password: string, from: From): Promise<Account | undefined>;
	/**
	 * "Confirm it's you" for an account without a method. Throws `password.rejected`,
	 * `sign_in.throttled`, and `factor.not_available` once a method is set up, which alone verifies then.
	 */
	verifyAgain(session: SignedIn, password: string, from: From): Promise<Promoted>;
	/** What the browser may know of where it stands. */
	state(session: Session, deviceCookie: string | undefined): Promise<SessionState>;
}

/** Whose request it is, as far as that is known before the password is. */
interface From {
	readonly client: ClientInfo;
	readonly deviceCookie: string | undefined;
}

export const createSignIn = (parts: {
	accounts: AccountStore;
	authority: PasswordAuthority;
	attempts: PasswordAttempts;
	refused: RefusedPasswords;
	policies: PolicyStore;
	mustHaveTwoFactor: MustHaveTwoFactor;
	devices: TrustedDevices;
	sessions: SessionStore;
	challenges: Challenges;
	activity: Activity;
	domains: Domains;
	clock: Clock;
	db: Database;
	/**
	 * How long a refusal takes at the least, in milliseconds: longer than a password hash, so that its time tells neither
	 * whether one was computed nor by which parameters an imported one was made.
	 */
	refusalTime: number;
	/** Does something after the answer, whose time must not tell that it is done. */
	afterwards: (work: () => Promise<void>) => void;
}): SignIn => {
	const {
		accounts,
		authority,
		attempts,
		refused,
		policies,
		mustHaveTwoFactor,
		devices,
		sessions,
		challenges,
		activity,
	} = parts;
	const { domains, clock, db, afterwards } = parts;

	const checkPassword: SignIn['checkPassword'] = async (typedAddress, password, { client, deviceCookie }) => {
		// What is no address of ours is treated as one that nobody has.
		const canonical = canonicalAddress(typedAddress, domains);
		const account = canonical === undefined ? undefined : await accounts.byAddress(canonical);
		const policy = await policies.current();
		// A trusted device is a network of its own: strangers around it cannot slow its owner down.
		const device = account && (await devices.recognise(account.id, policy, deviceCookie));
		const attempt = {
			address: canonical ?? typedAddress.normalize('NFKC').toLowerCase(),
			password,
			clientAddress: device === undefined ? client.address : `trusted device ${device}`,
		};
		const retryAt = await attempts.spend(attempt);
		if (retryAt !== undefined) throw new DomainError('sign_in.throttled', { retryAt: toIso(retryAt) });
		const tried = { address: attempt.address, passwordHash: account?.passwordHash ?? null, password };
		// Another authority's word may be another one the next time.
		const remembered = account === undefined || account.passwordHash !== null;
		// Hashed whether or not there is such an account, so that the time does not tell; the same wrong one again is not.
		const right = !(remembered && refused.has(tried)) && (await authority.isRight(account, password));
		if (!right && remembered) refused.add(tried);
		if (account === undefined || account.disabled) return undefined;
		if (!right) {
			const refused = { accountId: account.id, personId: null, client, event: 'sign-in.password-refused' } as const;
			afterwards(() => activity.record(db, refused));
			return undefined;
		}
		await attempts.giveBack(attempt);
		// Asked again after the hash: the password may have been changed, or the account disabled, while it was computed.
		const now = await accounts.byId(account.id);
		return now?.disabled === false && now.passwordHash === account.passwordHash ? now : undefined;
	};

	/** What the password alone is worth for this account. */
	const afterPassword = async (account: Account): Promise<Promotion> => {
		const personId = account.kind === 'person' ? account.id : null;
		if (account.twoFactor) return { state: 'awaiting-second-factor', verifiedWith: null, personId };
		if (await mustHaveTwoFactor(account)) return { state: 'awaiting-set-up', verifiedWith: null, personId };
		return { state: 'signed-in', verifiedWith: 'password', personId: account.id };
	};

	return {
		checkPassword,
		async withPassword(typedAddress, password, from) {
			const { client, deviceCookie: cookie } = from;
			const earliest = clock.now() + parts.refusalTime;
			const account = await checkPassword(typedAddress, password, from);
			if (account === undefined) {
				await clock.until(earliest);
				throw new DomainError('sign_in.refused', {});
			}
			const { id: accountId } = account;
			const policy = await policies.current();
			const device = account.twoFactor ? await devices.redeem({ accountId, policy, cookie, client }) : undefined;
			const next: Promotion =
				device === undefined
					? await afterPassword(account)
					: {
							state: 'signed-in',
							verifiedWith: 'trusted-device',
							personId: device.personId,
							trustedDeviceId: device.deviceId,
						};
			const token = await db.transaction().execute(async (transaction) => {
				await lockAccount(transaction, accountId);
				// Asked with the account held: a change of the password ends the sessions there are, and no other may follow.
				const now = await accounts.byId(accountId, transaction);
				if (now?.disabled !== false || now.passwordHash !== account.passwordHash) {
					throw new DomainError('sign_in.refused', {});
				}
				if (next.state === 'signed-in') {
					const means = device === undefined ? 'password' : 'trusted-device';
					const passed = { accountId, personId: next.personId, client, event: 'sign-in.passed', means } as const;
					await activity.record(transaction, passed);
				}
				return sessions.begin(accountId, next, client, transaction);
			});
			return { token, ...(device !== undefined && { device: device.cookie }) };
		},
		async verifyAgain(session, password, from) {
			if (session.twoFactor) throw new DomainError('factor.not_available', {});
			const account = await checkPassword(session.account.address, password, from);
			if (account === undefined) throw new DomainError('password.rejected', {});
			const promoted = await sessions.promote(db, session, {
				state: 'signed-in',
				verifiedWith: 'password',
				personId: session.personId,
			});
			if (promoted === undefined) throw new DomainError('session.sign_in_needed', {});
			return promoted;
		},
		async state(session, deviceCookie) {
			if (session.state === 'signed-out') return { state: 'signed-out' };
			const { account, policy, duty, twoFactor } = session;
			if (session.state === 'awaiting-second-factor') {
				return {
					state: 'awaiting-second-factor',
					address: account.address,
					shared: account.kind === 'shared',
					passwordAt: toIso(session.passwordAt),
					challenge: await challenges.current(session),
				};
			}
			const { personId: id, personName: name } = session;
			const known = { account, person: account.kind === 'shared' && name !== '' ? { id, name } : null };
			if (session.state === 'awaiting-set-up') {
				const { remaining, reason, passwordAt } = session;
				return {
					...known,
					state: 'awaiting-set-up',
					passwordAt: toIso(passwordAt),
					reason,
					remaining,
					methods: [...policy.methods],
				};
			}
			const now = clock.now();
			const reminding = !twoFactor && duty !== undefined && duty.remindFrom <= now && duty.from > now;
			return {
				...known,
				state: 'signed-in',
				verifiedAt: session.verifiedAt === null ? null : toIso(session.verifiedAt),
				twoFactor,
				twoFactorRequired: isTwoFactorDue(duty, now),
				twoFactorRequiredFrom: reminding ? toIso(duty.from) : null,
				trustOffer: await devices.offer(session, deviceCookie),
			};
		},
	};
};
