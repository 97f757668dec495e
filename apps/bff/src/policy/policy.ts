import { methodKinds } from '@mailward/shared/factors/kinds.ts';
import { z } from 'zod';
import { day, minute } from '../time/clock.ts';

const moment = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'must be a date or time of ISO 8601');
const duty = {
	/** From this time on a second factor is a must. A date alone is midnight UTC. */
	from: moment,
	/** The grace period: for how many days before that people are reminded. */
	remindDays: z.int().min(0).max(365).default(30),
};

/** For whom two-factor is a must, and from when: everyone, a group of accounts, or one account by its address. */
const twoFactorDuty = z.union([
	z.strictObject({ everyone: z.literal(true), ...duty }),
	z.strictObject({ group: z.string().min(1).max(100), ...duty }),
	z.strictObject({ account: z.string().min(3).max(320), ...duty }),
]);

const most = (fallback: number) => z.int().min(1).max(1_000_000).default(fallback);

/**
 * How many texts are sent at the most (OWASP ASVS 5.0, 2.4.1). Each costs money, and a number can be somebody else's.
 * `Hour` and `Day` are the last 60 minutes and the last 24 hours.
 */
const textMessageCaps = z.strictObject({
	/** Between two to one number. */
	secondsApart: z.int().min(10).max(3600).default(60),
	perNumberHour: most(5),
	perNumberDay: most(10),
	perAccountHour: most(10),
	perAccountDay: most(20),
	/** Per network of the askers, /24 or /64: a whole campus may be behind one. */
	perNetworkHour: most(60),
	perNetworkDay: most(300),
	/** Per range of ten thousand numbers: what is bought to be called by machines lies side by side. */
	perRangeHour: most(100),
	perRangeDay: most(500),
	/** All of them together. */
	perDay: most(20_000),
});

export type TextMessageCaps = z.output<typeof textMessageCaps>;

/**
 * What administrators decide. One object, kept whole in the database with its history; every part has a default, so that
 * one that was written before a part existed stays good.
 */
export const policySchema = z.strictObject({
	required: z.array(twoFactorDuty).default([]),
	/** The methods that can be set up and signed in with. */
	methods: z
		.array(z.enum(methodKinds))
		.min(1)
		.default([...methodKinds]),
	/** How long a browser may be trusted; 0 trusts none. */
	trustedDeviceDays: z.int().min(0).max(365).default(30),
	/** How many client passwords each person may have. */
	clientPasswords: z.int().min(1).max(50).default(6),
	/** How old the last verification may be for a sensitive act (OWASP ASVS 5.0, 7.5). */
	reverificationMinutes: z.int().min(1).max(60).default(10),
	textMessages: textMessageCaps.prefault({}),
});

export type Policy = z.output<typeof policySchema>;

export const defaultPolicy: Policy = policySchema.parse({});

/** An account as far as policy tells accounts apart. */
export interface Governed {
	/** Canonical address. */
	readonly address: string;
	readonly groups: readonly string[];
}

/** When two-factor becomes a must for somebody, and when reminders of it begin. Milliseconds since the epoch. */
export interface TwoFactorDuty {
	readonly from: number;
	readonly remindFrom: number;
}

const appliesTo = (rule: Policy['required'][number], { address, groups }: Governed): boolean => {
	if ('everyone' in rule) return true;
	return 'group' in rule ? groups.includes(rule.group) : rule.account === address;
};

/** Of several rules the earliest counts; undefined where two-factor is the person's choice. */
export const twoFactorDutyOf = (policy: Policy, account: Governed): TwoFactorDuty | undefined => {
	let duty: TwoFactorDuty | undefined;
	for (const rule of policy.required) {
		if (!appliesTo(rule, account)) continue;
		const from = Date.parse(rule.from);
		const remindFrom = from - rule.remindDays * day;
		duty = {
			from: Math.min(from, duty?.from ?? from),
			remindFrom: Math.min(remindFrom, duty?.remindFrom ?? remindFrom),
		};
	}
	return duty;
};

export const isTwoFactorDue = (duty: TwoFactorDuty | undefined, now: number): boolean =>
	duty !== undefined && duty.from <= now;

/** Whether a policy looks at groups at all: where it does not, nobody's need be read. */
export const namesGroups = (policy: Policy): boolean => policy.required.some((rule) => 'group' in rule);

/** In milliseconds. */
export const reverificationAge = (policy: Policy): number => policy.reverificationMinutes * minute;
export const trustedDeviceLife = (policy: Policy): number => policy.trustedDeviceDays * day;
