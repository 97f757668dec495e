import type { AccountView } from '@mailward/shared/session-state.ts';
import { isTwoFactorDue } from '../policy/two-factor-duty.ts';
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
	readonly twoFactorRequiredFrom: number | null;
}

export type PasswordVerified = Begun & { readonly state: 'awaiting-second-factor' };
export type SetUpDue = Begun & { readonly state: 'awaiting-set-up' };
export type SignedIn = Begun & {
	readonly state: 'signed-in';
	/** Last full verification, milliseconds since the epoch. */
	readonly verifiedAt: number;
	readonly verifiedWith: 'password' | 'factor';
};
export type SignedOut = { readonly state: 'signed-out' };

/** Where a browser stands, as the server knows it. */
export type Session = SignedOut | PasswordVerified | SetUpDue | SignedIn;
export type BegunSession = Exclude<Session, SignedOut>;

export const signedOut: SignedOut = { state: 'signed-out' };

type SessionRow = SessionsTable &
	Pick<AccountsTable, 'address' | 'name' | 'kind' | 'administrator' | 'two_factor_required_from'> & {
		factors: number | string | null;
	};

/**
 * What a stored session is worth now. A factor set up elsewhere, or a second factor that has become a must, acts on live
 * sessions at their next request: such a session falls back to the step it has not passed.
 */
export const toSession = (row: SessionRow, now: number): Session => {
	const twoFactor = Number(row.factors) > 0;
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
		twoFactorRequiredFrom: row.two_factor_required_from,
	};
	const { verified_at: verifiedAt, verified_with: verifiedWith } = row;
	if (twoFactor) {
		return row.state === 'signed-in' && verifiedAt !== null && verifiedWith === 'factor'
			? { ...begun, state: 'signed-in', verifiedAt, verifiedWith }
			: { ...begun, state: 'awaiting-second-factor' };
	}
	if (isTwoFactorDue(row.two_factor_required_from, now)) return { ...begun, state: 'awaiting-set-up' };
	// The last method was removed while this browser stood at the second step: it starts again.
	if (row.state !== 'signed-in' || verifiedAt === null || verifiedWith === null) return signedOut;
	return { ...begun, state: 'signed-in', verifiedAt, verifiedWith };
};
