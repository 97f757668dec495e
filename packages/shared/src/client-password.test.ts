import { describe, expect, it } from 'vitest';
import { clientPasswordAlphabet, clientPasswordLength } from './client-password.ts';

describe('the alphabet of client passwords (decision 18)', () => {
	it('has 55 different characters, and none that looks like another', () => {
		expect(new Set(clientPasswordAlphabet).size).toBe(55);
		expect(clientPasswordAlphabet).toHaveLength(55);
		expect(clientPasswordAlphabet).toMatch(/^[a-zA-Z2-9]+$/);
		for (const confusing of 'iloIO01') expect(clientPasswordAlphabet).not.toContain(confusing);
	});

	it('gives 92 bits in sixteen characters (promise 30)', () => {
		expect(clientPasswordLength).toBe(16);
		expect(16 * Math.log2(55)).toBeGreaterThan(92);
	});

	it('needs no escaping in any protocol a password travels by', () => {
		expect(encodeURIComponent(clientPasswordAlphabet)).toBe(clientPasswordAlphabet);
	});
});
