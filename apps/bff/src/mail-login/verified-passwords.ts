import { LRUCache } from 'lru-cache';
import type { Account } from '../accounts/account-store.ts';
import type { Fingerprint } from '../crypto/fingerprint.ts';
import { type Clock, minute } from '../time/clock.ts';

/**
 * Web passwords found right a moment ago. Mail apps sign in every few minutes, and until two-factor is on each time
 * would cost a password hash. An entry is bound to the stored hash that vouched for it, so a changed password, on this
 * replica or another, leaves nothing behind; whether the account still takes a web password is asked every time.
 */
export interface VerifiedPasswords {
	has(account: Account, password: string): boolean;
	add(account: Account, password: string): void;
}

const life = 5 * minute;

/** `max` entries of about 150 bytes; the least recently used one goes first. */
export const createVerifiedPasswords = (clock: Clock, fingerprint: Fingerprint, max = 20_000): VerifiedPasswords => {
	const until = new LRUCache<string, number>({ max });
	const keyOf = (account: Account, password: string) =>
		fingerprint(JSON.stringify([account.id, account.passwordHash, password]));
	return {
		has: (account, password) => (until.get(keyOf(account, password)) ?? 0) > clock.now(),
		add(account, password) {
			// Without a hash of our own another authority vouches, and a change there cannot be seen from here.
			if (account.passwordHash !== null) until.set(keyOf(account, password), clock.now() + life);
		},
	};
};
