import { clientPasswordAlphabet, clientPasswordLength } from '@mailward/shared/client-password.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomId, randomText, systemRandom } from './random.ts';

describe('random text (promise 30)', () => {
	it('has its length and its alphabet, whatever the bytes', () => {
		fc.assert(
			fc.property(fc.infiniteStream(fc.nat(255)), fc.integer({ min: 1, max: 40 }), (bytes, length) => {
				// A source that gives nothing but refused bytes would never end; real ones do not.
				let drawn = 0;
				const random = (count: number) =>
					Buffer.from(
						Array.from({ length: count }, () => {
							drawn += 1;
							return drawn % 3 === 0 ? drawn % 200 : (bytes.next().value ?? 0);
						}),
					);
				const text = randomText(random, clientPasswordAlphabet, length);
				expect(text).toHaveLength(length);
				expect([...text].every((character) => clientPasswordAlphabet.includes(character))).toBe(true);
			}),
		);
	});

	it('draws each character equally often, from bytes that are equally often', () => {
		// The attack: 256 is no multiple of 55, so taking the rest would favour the first 36 characters by a quarter.
		const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
		const text = randomText(() => everyByte, clientPasswordAlphabet, 440);
		const counts = Map.groupBy(text, (character) => character);
		expect(counts.size).toBe(55);
		expect(new Set([...counts.values()].map((each) => each.length))).toEqual(new Set([8]));
	});

	it('of the system has no favourites: chi-square over 55,000 characters', () => {
		const text = randomText(systemRandom, clientPasswordAlphabet, 55_000);
		const counts = [...clientPasswordAlphabet].map((character) => text.split(character).length - 1);
		const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
		// 54 degrees of freedom; above 140 once in some 10^9 runs. The bias above would give over 500.
		expect(chiSquare).toBeLessThan(140);
	});

	it('of a client password is 92 bits', () => {
		expect(Math.floor(clientPasswordLength * Math.log2(clientPasswordAlphabet.length))).toBe(92);
	});

	it('never repeats', () => {
		const drawn = Array.from({ length: 2000 }, () => randomId(systemRandom));
		expect(new Set(drawn).size).toBe(2000);
		expect(drawn.every((id) => /^[\w-]{22}$/.test(id))).toBe(true);
	});
});
