import { isIP } from 'node:net';
import type { MailProtocol } from '@mailward/shared/mail-apps.ts';
import { networkOf } from '../attempts/network.ts';

/** Where a refused mail app is, and how it asks. */
export interface Place {
	readonly protocol: MailProtocol;
	/** As `placeAddress` has it. */
	readonly address: string;
	/** The mail app, as far as it told; may be empty. */
	readonly app: string;
}

/** Refusals of one secret in one place. Times are milliseconds since the epoch. */
export interface Tries extends Place {
	readonly firstAt: number;
	readonly lastAt: number;
	readonly tries: number;
}

/** Nothing that is an address is longer; what a mail server hands on is anybody's. */
const longest = { address: 64, app: 100 };
const plain = (text: string, length: number): string => text.replaceAll(/\p{Cc}/gu, '').slice(0, length);

/**
 * What is one place: an address of IPv4, also mapped into IPv6; of IPv6 the first address of its /64, in which a computer
 * takes a new one every day (RFC 8981). Text that is no address stays as it is, cut short.
 */
export const placeAddress = (address: string): string => {
	const text = plain(address, longest.address).replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
	return isIP(text) === 6 ? networkOf(text).replace(/\/64$/, '') : text;
};

/** A mail app's name, as it is kept. */
export const plainApp = (app: string): string => plain(app, longest.app);

/** One refusal; the address and the app as the mail server handed them on. */
export const oneTry = ({ protocol, address, app }: Place, at: number): Tries => ({
	protocol,
	address: placeAddress(address),
	app: plainApp(app),
	firstAt: at,
	lastAt: at,
	tries: 1,
});

/** Both together, of the same secret in the same place. */
export const together = (one: Tries | undefined, other: Tries): Tries =>
	one === undefined
		? other
		: {
				...other,
				app: other.app === '' ? one.app : other.app,
				firstAt: Math.min(one.firstAt, other.firstAt),
				lastAt: Math.max(one.lastAt, other.lastAt),
				tries: one.tries + other.tries,
			};

/** Names the place among those of one secret. */
export const placeKey = ({ protocol, address }: Pick<Place, 'protocol' | 'address'>): string =>
	`${protocol} ${address}`;
