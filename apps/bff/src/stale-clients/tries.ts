import type { MailProtocol } from '@mailward/shared/mail-apps.ts';

/** Where a refused mail app is, and how it asks. */
export interface Place {
	readonly protocol: MailProtocol;
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

/** One refusal. */
export const oneTry = ({ protocol, address, app }: Place, at: number): Tries => ({
	protocol,
	address: plain(address, longest.address),
	app: plain(app, longest.app),
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
