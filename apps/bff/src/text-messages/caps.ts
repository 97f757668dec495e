import type { ErrorDetails } from '@mailward/shared/errors.ts';
import { networkOf } from '../attempts/network.ts';
import type { Fingerprint } from '../crypto/fingerprint.ts';
import type { TextMessageCaps } from '../policy/policy.ts';
import { day, hour, second } from '../time/clock.ts';

type CapScope = ErrorDetails<'text_message.limit_reached'>['scope'];

/** What a text is counted by. */
export interface Counted {
	readonly accountId: string;
	/** Network address of whoever asks. */
	readonly address: string;
	/** E.164. */
	readonly number: string;
	/** The number has yet to be shown to be theirs. */
	readonly settingUp: boolean;
}

/** Something that texts are counted by, and how many there may be of it in how long. */
export interface Cap {
	/** Names it in the database. */
	readonly key: string;
	readonly scope: CapScope;
	/** How many in how many milliseconds. */
	readonly limits: readonly { readonly most: number; readonly within: number }[];
	/**
	 * What was never sent is not counted here. For accounts and networks it is: asking again and again costs the gateways
	 * their patience.
	 */
	readonly sentOnly: boolean;
}

/** All but the last four digits: ten thousand numbers that lie side by side. */
const rangeOf = (number: string): string => number.slice(0, -4);

export const numberCapKey = (fingerprint: Fingerprint, number: string): string => `number:${fingerprint(number)}`;

/** Half of them at the most are for set-ups, so that no stranger who claims a number takes its owner's sign-ins from it. */
const setUpCap = (caps: TextMessageCaps, fingerprint: Fingerprint, number: string): Cap => ({
	key: `set-up:${fingerprint(number)}`,
	scope: 'number',
	limits: [
		{ most: Math.ceil(caps.perNumberHour / 2), within: hour },
		{ most: Math.ceil(caps.perNumberDay / 2), within: day },
	],
	sentOnly: true,
});

/** What a text counts towards. Numbers and ranges stand in the database as keyed hashes. */
export const capsOf = (
	caps: TextMessageCaps,
	fingerprint: Fingerprint,
	{ number, settingUp, accountId, address }: Counted,
): Cap[] => [
	{
		key: numberCapKey(fingerprint, number),
		scope: 'number',
		limits: [
			{ most: 1, within: caps.secondsApart * second },
			{ most: caps.perNumberHour, within: hour },
			{ most: caps.perNumberDay, within: day },
		],
		sentOnly: true,
	},
	...(settingUp ? [setUpCap(caps, fingerprint, number)] : []),
	{
		key: `account:${accountId}`,
		scope: 'account',
		limits: [
			{ most: caps.perAccountHour, within: hour },
			{ most: caps.perAccountDay, within: day },
		],
		sentOnly: false,
	},
	{
		key: `network:${networkOf(address)}`,
		scope: 'network',
		limits: [
			{ most: caps.perNetworkHour, within: hour },
			{ most: caps.perNetworkDay, within: day },
		],
		sentOnly: false,
	},
	{
		key: `range:${fingerprint(rangeOf(number))}`,
		scope: 'site',
		limits: [
			{ most: caps.perRangeHour, within: hour },
			{ most: caps.perRangeDay, within: day },
		],
		sentOnly: true,
	},
	{ key: 'all', scope: 'site', limits: [{ most: caps.perDay, within: day }], sentOnly: true },
];
