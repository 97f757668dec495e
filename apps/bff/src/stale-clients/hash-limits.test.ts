import { expect, it } from 'vitest';
import { createSettableClock } from '../testing/settable-clock.ts';
import { hour } from '../time/clock.ts';
import { createHashLimits, hashesAnHour } from './hash-limits.ts';

const spendable = (times: number, spend: (time: number) => boolean): number =>
	Array.from({ length: times }, (_, time) => spend(time)).filter(Boolean).length;

it('a network that sprays many accounts gets so many hashes an hour, from whichever of its addresses', () => {
	// The attack: one guess at each of many accounts, so that no account’s limit is touched.
	const clock = createSettableClock();
	const limits = createHashLimits(clock);
	const spray = (from: number) =>
		spendable(1000, (time) => limits.spend(`account-${from + time}`, `198.51.100.${time % 250}`));
	expect(spray(0)).toBe(hashesAnHour.network);
	// Elsewhere nobody is kept waiting by it, also for the same accounts.
	expect(limits.spend('account-0', '203.0.113.5')).toBe(true);
	clock.advance(-hour);
	expect(spray(1000)).toBe(0);
	clock.advance(2 * hour);
	expect(spray(2000)).toBe(hashesAnHour.network);
});

it('an account gets a dozen an hour, from wherever, and what it is refused is not taken from the network', () => {
	const limits = createHashLimits(createSettableClock());
	expect(spendable(1000, (time) => limits.spend('lin', `10.0.${time % 250}.1`))).toBe(hashesAnHour.account);
	expect(spendable(1000, () => limits.spend('lin', '10.1.0.1'))).toBe(0);
	expect(spendable(1000, (time) => limits.spend(`account-${time}`, '10.1.0.1'))).toBe(hashesAnHour.network);
});
