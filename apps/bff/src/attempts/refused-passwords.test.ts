import { expect, it } from 'vitest';
import { createFingerprint } from '../crypto/fingerprint.ts';
import { createSettableClock } from '../testing/settable-clock.ts';
import { minute } from '../time/clock.ts';
import { createRefusedPasswords } from './refused-passwords.ts';

const tried = { address: 'wang@example.edu.cn', passwordHash: '$argon2id$one', password: 'last-years-password' };

it('knows a wrong password again for a quarter of an hour, at the address and the stored hash it was wrong for', () => {
	// The attack: hundreds of connections repeat one wrong password, each for the price of a hash (promises 34 and 36).
	const clock = createSettableClock();
	const refused = createRefusedPasswords(clock, createFingerprint(Buffer.alloc(32, 1)));
	expect(refused.has(tried)).toBe(false);
	refused.add(tried);
	expect(refused.has(tried)).toBe(true);
	for (const other of [
		{ ...tried, password: 'this-years-password' },
		{ ...tried, address: 'wang@elsewhere.example' },
		{ ...tried, passwordHash: '$argon2id$two' },
		{ ...tried, passwordHash: null },
	]) {
		expect(refused.has(other)).toBe(false);
	}
	clock.advance(15 * minute);
	expect(refused.has(tried)).toBe(false);
});

it('forgets the one not asked for longest when there are too many', () => {
	const refused = createRefusedPasswords(createSettableClock(), createFingerprint(Buffer.alloc(32, 1)), 2);
	for (const password of ['one', 'two', 'three']) refused.add({ ...tried, password });
	expect(['one', 'two', 'three'].map((password) => refused.has({ ...tried, password }))).toEqual([false, true, true]);
});
