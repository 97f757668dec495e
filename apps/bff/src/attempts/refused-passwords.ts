import { LRUCache } from 'lru-cache';
import type { Fingerprint } from '../crypto/fingerprint.ts';
import { type Clock, minute } from '../time/clock.ts';

/** What was tried: the address as typed in canonical form, and the stored hash it was compared with, if there is one. */
export interface TriedPassword {
	readonly address: string;
	readonly passwordHash: string | null;
	readonly password: string;
}

/**
 * Web passwords found wrong a moment ago. Whoever sends the same wrong one again and again is slowed down by no limit,
 * since it counts once; without this each would cost a password hash, and a few hundred connections would keep everybody
 * out. An entry is bound to the stored hash, so a changed password leaves nothing behind.
 */
export interface RefusedPasswords {
	has(tried: TriedPassword): boolean;
	add(tried: TriedPassword): void;
}

const life = 15 * minute;

/** `max` entries of about 150 bytes; the least recently used one goes first. */
export const createRefusedPasswords = (clock: Clock, fingerprint: Fingerprint, max = 20_000): RefusedPasswords => {
	const until = new LRUCache<string, number>({ max });
	const keyOf = ({ address, passwordHash, password }: TriedPassword) =>
		fingerprint(JSON.stringify([address, passwordHash, password]));
	return {
		has: (tried) => (until.get(keyOf(tried)) ?? 0) > clock.now(),
		add: (tried) => {
			until.set(keyOf(tried), clock.now() + life);
		},
	};
};
