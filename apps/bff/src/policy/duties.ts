import type { Clock } from '../time/clock.ts';
import { isTwoFactorDue, namesGroups, twoFactorDutyOf } from './policy.ts';
import type { PolicyStore } from './policy-store.ts';

/** Whether an account must have a second factor now, by the policy in force. */
export type MustHaveTwoFactor = (account: { readonly id: string; readonly address: string }) => Promise<boolean>;

export const createMustHaveTwoFactor = (parts: {
	policies: Pick<PolicyStore, 'current'>;
	/** The groups an account belongs to; asked only where the policy speaks of groups. */
	groupsOf: (accountId: string) => Promise<string[]>;
	clock: Clock;
}): MustHaveTwoFactor => {
	const { policies, groupsOf, clock } = parts;
	return async ({ id, address }) => {
		const policy = await policies.current();
		const groups = namesGroups(policy) ? await groupsOf(id) : [];
		return isTwoFactorDue(twoFactorDutyOf(policy, { address, groups }), clock.now());
	};
};
