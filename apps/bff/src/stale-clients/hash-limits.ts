import { LRUCache } from 'lru-cache';
import { networkOf } from '../attempts/network.ts';
import { type Clock, hour } from '../time/clock.ts';

/** Secrets of one account, and of one network, that are worth a password hash in an hour. An office has many mail apps. */
export const hashesAnHour = { account: 12, network: 300 } as const;

/**
 * How many password hashes may be spent on finding out what refused mail apps have sent: a sprayer gets a few, and then
 * none. A right one counts like a wrong one, or whoever sees the processor work could tell them apart by what is left.
 */
export interface HashLimits {
	/** Spends one of both; false, spending none, when either is used up. */
	spend(accountId: string, address: string): boolean;
}

/** `max` counters of about 150 bytes; the least recently used one goes first. */
export const createHashLimits = (clock: Clock, max = 20_000): HashLimits => {
	const counters = new LRUCache<string, { readonly since: number; readonly spent: number }>({ max });
	const current = (key: string) => {
		const counter = counters.get(key);
		// A clock that steps back makes an hour longer, never a budget larger.
		return counter === undefined || clock.now() - counter.since >= hour ? { since: clock.now(), spent: 0 } : counter;
	};
	return {
		spend(accountId, address) {
			const both = [
				{ key: `account ${accountId}`, most: hashesAnHour.account },
				{ key: `network ${networkOf(address)}`, most: hashesAnHour.network },
			];
			if (both.some(({ key, most }) => current(key).spent >= most)) return false;
			for (const { key } of both) {
				const { since, spent } = current(key);
				counters.set(key, { since, spent: spent + 1 });
			}
			return true;
		},
	};
};
