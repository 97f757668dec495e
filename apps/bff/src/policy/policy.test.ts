import { describe, expect, it } from 'vitest';
import { day } from '../time/clock.ts';
import { defaultPolicy, isTwoFactorDue, namesGroups, type Policy, policySchema, twoFactorDutyOf } from './policy.ts';

const account = { address: 'lin@example.edu.cn', groups: ['staff', '教职工'] };
const policyOf = (required: readonly object[]): Policy => policySchema.parse({ required });
const at = (date: string) => Date.parse(date);

describe('who must have a second factor, and from when (promise 21)', () => {
	it('is nobody by default', () => {
		expect(twoFactorDutyOf(defaultPolicy, account)).toBeUndefined();
		expect(isTwoFactorDue(undefined, Number.MAX_SAFE_INTEGER)).toBe(false);
	});

	it.each([
		[{ everyone: true, from: '2026-09-01' }],
		[{ group: 'staff', from: '2026-09-01' }],
		[{ group: '教职工', from: '2026-09-01' }],
		[{ account: 'lin@example.edu.cn', from: '2026-09-01' }],
	])('is whom %j names', (rule) => {
		expect(twoFactorDutyOf(policyOf([rule]), account)?.from).toBe(at('2026-09-01'));
	});

	it.each([
		[{ group: 'students', from: '2026-09-01' }],
		[{ group: 'Staff', from: '2026-09-01' }],
		[{ account: 'lin', from: '2026-09-01' }],
		[{ account: 'chen@example.edu.cn', from: '2026-09-01' }],
	])('is nobody else than whom %j names', (rule) => {
		expect(twoFactorDutyOf(policyOf([rule]), account)).toBeUndefined();
	});

	it('is told by the earliest of several rules, and reminded of by the earliest reminder', () => {
		const policy = policyOf([
			{ everyone: true, from: '2026-12-01', remindDays: 120 },
			{ group: 'staff', from: '2026-09-01', remindDays: 7 },
			{ group: 'students', from: '2026-01-01', remindDays: 365 },
			{ account: 'lin@example.edu.cn', from: '2026-10-01' },
		]);
		expect(twoFactorDutyOf(policy, account)).toEqual({
			from: at('2026-09-01'),
			remindFrom: at('2026-12-01') - 120 * day,
		});
	});

	it('is due from the very moment, and not before', () => {
		const duty = twoFactorDutyOf(policyOf([{ everyone: true, from: '2026-09-01T08:00:00+08:00' }]), account);
		expect(isTwoFactorDue(duty, at('2026-09-01') - 1)).toBe(false);
		expect(isTwoFactorDue(duty, at('2026-09-01'))).toBe(true);
	});

	it('asks for groups only where a rule speaks of one', () => {
		expect(namesGroups(policyOf([{ everyone: true, from: '2026-09-01' }]))).toBe(false);
		expect(namesGroups(policyOf([{ group: 'staff', from: '2026-09-01' }]))).toBe(true);
	});
});

describe('a policy', () => {
	it('that was written before a part existed stays good', () => {
		expect(policySchema.parse({ required: [{ everyone: true, from: '2026-09-01' }] })).toEqual({
			...defaultPolicy,
			required: [{ everyone: true, from: '2026-09-01', remindDays: 30 }],
		});
	});

	it.each([
		['no date', { required: [{ everyone: true, from: 'soon' }] }],
		['nobody', { required: [{ from: '2026-09-01' }] }],
		['everyone: false', { required: [{ everyone: false, from: '2026-09-01' }] }],
		['two at once', { required: [{ everyone: true, group: 'staff', from: '2026-09-01' }] }],
		['no method at all', { methods: [] }],
		['recovery codes as a method', { methods: ['recovery'] }],
		['a method there is not', { methods: ['totp', 'fax'] }],
		['trust without end', { trustedDeviceDays: 3650 }],
		['trust into the past', { trustedDeviceDays: -1 }],
		['half a day', { trustedDeviceDays: 0.5 }],
		['no client password', { clientPasswords: 0 }],
		['a verification that lasts for ever', { reverificationMinutes: 1_000_000 }],
		['a part that is not known', { require: [] }],
	])('with %s is none', (_what, policy) => {
		expect(policySchema.safeParse(policy).success).toBe(false);
	});
});
