import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRotatedKeys, createTestKeys } from '../testing/test-keys.ts';
import { systemRandom } from './random.ts';
import { createSeal } from './seal.ts';

const secret = { secret: 'JBSWY3DPEHPK3PXP', lastStep: 58_000_000 };

describe('the seal (promise 37; AES-256-GCM)', () => {
	const seal = createSeal(createTestKeys(), systemRandom);

	it('gives back what was closed, at its place', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.string(), (value, place) => {
				const plain = JSON.parse(JSON.stringify(value)) as unknown;
				expect(seal.open(place, seal.close(place, plain))).toEqual(plain);
			}),
		);
	});

	it('does not open at another row, column or table', () => {
		// The attack: whoever can write to the database copies a secret of his own over somebody else's.
		const sealed = seal.close('credentials.sealed one', secret);
		for (const place of ['credentials.sealed two', 'enrolments.sealed one', 'credentials.sealed one ', '']) {
			expect(() => seal.open(place, sealed)).toThrow();
		}
	});

	it('does not open when a single bit was changed', () => {
		const sealed = seal.close('place', secret);
		const [version = '', body = ''] = sealed.split('.');
		const bytes = Buffer.from(body, 'base64url');
		for (let index = 0; index < bytes.length; index += 1) {
			const changed = Buffer.from(bytes);
			changed[index] = (changed[index] ?? 0) ^ 1;
			expect(() => seal.open('place', `${version}.${changed.toString('base64url')}`)).toThrow();
		}
	});

	it.each(['', '.', '1.', '2.AAAA', 'x', '1.AAAAAAAAAAAAAAAAAAAA', '__proto__.AAAA'])('does not open %j', (sealed) => {
		expect(() => seal.open('place', sealed)).toThrow();
	});

	it('does not open with a shortened tag', () => {
		// The attack: Node takes GCM tags as short as four bytes unless told otherwise; ours are cut from one text.
		const [version = '', body = ''] = seal.close('place', '').split('.');
		const bytes = Buffer.from(body, 'base64url');
		for (let length = 12; length < 12 + 16; length += 1) {
			expect(() => seal.open('place', `${version}.${bytes.subarray(0, length).toString('base64url')}`)).toThrow();
		}
	});

	it('never closes the same twice alike', () => {
		expect(new Set(Array.from({ length: 100 }, () => seal.close('place', secret))).size).toBe(100);
	});

	it('opens after a rotation what was closed before, and closes with the new key', () => {
		const { before, after } = createRotatedKeys();
		const old = createSeal(before, systemRandom);
		const rotated = createSeal(after, systemRandom);
		const sealedBefore = old.close('place', secret);
		const sealedAfter = rotated.close('place', secret);
		expect([sealedBefore.split('.')[0], sealedAfter.split('.')[0]]).toEqual(['1', '2']);
		expect(rotated.open('place', sealedBefore)).toEqual(secret);
		expect(rotated.open('place', sealedAfter)).toEqual(secret);
		expect(() => old.open('place', sealedAfter)).toThrow('under a key this installation does not have');
	});

	it('is another installation’s business with other keys', () => {
		const sealed = seal.close('place', secret);
		expect(() => createSeal(createTestKeys(), systemRandom).open('place', sealed)).toThrow();
	});
});
