import type { AccountView } from '@mailward/shared/session-state.ts';
import type { ClientInfo } from '../clients/client-info.ts';
import {
	isTwoFactorDue,
	type Policy,
	reverificationAge,
	type TwoFactorDuty,
	trustedDeviceLife,
	twoFactorDutyOf,
} from '../policy/policy.ts';
import type { AccountsTable, SessionsTable } from '../storage/tables.ts';

interface Begun {
	readonly tokenHash: string;
	/** The same across promotions. */
	readonly familyId: string;
	readonly accountId: string;
	readonly account: AccountView;
	readonly passwordAt: number;
	/** Whether a method is set up for the account now. */
	readonly twoFactor: boolean;
	readonly duty: TwoFactorDuty | undefined;
	/** The policy this request is judged by. */
	readonly policy: Policy;
	/** Where this request comes from. */
	readonly client: ClientInfo;
}

/** Everything that is a person's own is theirs by this id. */
interface OfPerson {
	readonly personId: string;
	/** Of a shared mailbox, by the name they gave; empty otherwise. */
	readonly personName: string;
}

/** `personId` is null until the second step tells who of a shared mailbox it is. */
export type PasswordVerified = Begun & { readonly state: 'awaiting-second-factor'; readonly personId: string | null };
export type SetUpDue = Begun &
	OfPerson & {
		readonly state: 'awaiting-set-up';
		/** A method first; with one, the recovery codes that go with it. */
		readonly remaining: 'method' | 'recovery-codes';
		/**
		 * `invited` and `reset`: by a code that was handed over, to join a shared mailbox or after everything was lost. Null
		 * once the method is set up.
		 */
		readonly reason: 'required' | 'invited' | 'reset' | null;
	};
export type SignedIn = Begun &
	OfPerson & {
		readonly state: 'signed-in';
		/** Last full verification, milliseconds since the epoch; null after a sign-in by a trusted device. */
		readonly verifiedAt: number | null;
		readonly verifiedWith: 'password' | 'factor' | 'recovery' | 'trusted-device';
		/** Verified lately enough for a sensitive act. */
		readonly fresh: boolean;
	};
export type SignedOut = { readonly state: 'signed-out' };

/** Where a browser stands, as the server knows it. */
export type Session = SignedOut | PasswordVerified | SetUpDue | SignedIn;
export type BegunSession = Exclude<Session, SignedOut>;

export const signedOut: SignedOut = { state: 'signed-out' };

export type SessionRow = SessionsTable &
	Pick<AccountsTable, 'address' | 'name' | 'kind' | 'administrator'> & {
		/** Methods set up for the account, and those of the session's person; recovery codes are none. */
		factors: number | string | null;
		person_factors: number | string | null;
		/** Null where no such person is known: an account of one person, or one who was removed. */
		person_name: string | null;
		/** The code that lets the session's person set up, while it is good; null without one. */
		person_invitation: string | null;
		person_invitation_until: number | null;
		/** When the trusted device that stood in ends; null without one. */
		trusted_until: number | null;
		trusted_since: number | null;
	};

const isAmong = <T extends string | null>(value: string | null, these: readonly T[]): value is T =>
	(these as readonly (string | null)[]).includes(value);

/** What a session of an account with two-factor on is worth. */
const withTwoFactor = (row: SessionRow, begun: Begun, policy: Policy, now: number): Session => {
	const { person_id: personId, verified_at: verifiedAt, verified_with: verifiedWith } = row;
	const due = { ...begun, state: 'awaiting-second-factor', personId: null } as const;
	if (personId === null) return due;
	const person = { personId, personName: row.person_name ?? '' };
	// Removed from the shared mailbox meanwhile.
	if (row.kind === 'shared' && row.person_name === null) return signedOut;
	const owned = Number(row.person_factors) > 0;
	const codeIsGood = row.person_invitation !== null && Number(row.person_invitation_until) > now;
	if (row.state === 'awaiting-set-up' && verifiedWith === 'invitation' && codeIsGood) {
		const reason = owned ? 'reset' : 'invited';
		return { ...begun, ...person, state: 'awaiting-set-up', remaining: 'method', reason };
	}
	if (!owned) return due;
	if (row.state === 'awaiting-set-up' && verifiedWith === 'factor') {
		return { ...begun, ...person, state: 'awaiting-set-up', remaining: 'recovery-codes', reason: null };
	}
	if (row.state !== 'signed-in' || verifiedAt === null) return { ...due, personId };
	if (verifiedWith === 'trusted-device') {
		const { trusted_until: until, trusted_since: since } = row;
		const trusted = until !== null && since !== null && until > now && since + trustedDeviceLife(policy) > now;
		if (!trusted) return { ...due, personId };
		return { ...begun, ...person, state: 'signed-in', verifiedAt: null, verifiedWith, fresh: false };
	}
	if (!isAmong(verifiedWith, ['factor', 'recovery'])) return { ...due, personId };
	return { ...begun, ...person, state: 'signed-in', verifiedAt, verifiedWith, fresh: isFresh(verifiedAt, policy, now) };
};

/** A time that is still to come was written by a clock that has been set back since: it vouches for nothing. */
const isFresh = (verifiedAt: number, policy: Policy, now: number): boolean =>
	verifiedAt <= now && now - verifiedAt <= reverificationAge(policy);

/**
 * What a stored session is worth now. A factor set up elsewhere, a second factor that has become a must, a person who was
 * removed or a device that is trusted no more acts on live sessions at their next request: such a session falls back to
 * the step it has not passed.
 */
export const toSession = (
	row: SessionRow,
	at: { policy: Policy; groups: readonly string[]; client: ClientInfo; now: number },
): Session => {
	const { policy, groups, client, now } = at;
	const twoFactor = Number(row.factors) > 0;
	const duty = twoFactorDutyOf(policy, { address: row.address, groups });
	const begun: Begun = {
		tokenHash: row.token_hash,
		familyId: row.family_id,
		accountId: row.account_id,
		account: {
			address: row.address,
			name: row.name,
			kind: row.kind,
			administrator: row.administrator === 1,
		},
		passwordAt: row.password_at,
		twoFactor,
		duty,
		policy,
		client,
	};
	if (twoFactor) return withTwoFactor(row, begun, policy, now);
	// With nothing set up there is one person only: who comes first is the first person of a shared mailbox.
	const person = { personId: row.account_id, personName: row.person_name ?? '' };
	if (isTwoFactorDue(duty, now)) {
		return { ...begun, ...person, state: 'awaiting-set-up', remaining: 'method', reason: 'required' };
	}
	const { verified_at: verifiedAt, verified_with: verifiedWith } = row;
	// The last method was removed while this browser stood at the second step: it starts again.
	if (row.state !== 'signed-in' || verifiedAt === null || !isAmong(verifiedWith, ['password', 'factor', 'recovery'])) {
		return signedOut;
	}
	return { ...begun, ...person, state: 'signed-in', verifiedAt, verifiedWith, fresh: isFresh(verifiedAt, policy, now) };
};
