import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createKeys, readKeys, rotateKeys } from './keys.ts';
import { systemRandom } from './random.ts';

const folder = mkdtempSync(join(tmpdir(), 'mailward-key-file-'));
const path = join(folder, 'below', 'keys.json');
afterAll(() => rmSync(folder, { recursive: true }));

describe('the key file', () => {
	beforeEach(() => {
		rmSync(join(folder, 'below'), { recursive: true, force: true });
		createKeys(path, systemRandom);
	});

	it('is its owner’s only', () => {
		expect(statSync(path).mode & 0o777).toBe(0o600);
		rotateKeys(path, systemRandom);
		expect(statSync(path).mode & 0o777).toBe(0o600);
	});

	it('is never overwritten by a new one', () => {
		const before = readFileSync(path, 'utf8');
		expect(() => createKeys(path, systemRandom)).toThrow();
		expect(readFileSync(path, 'utf8')).toBe(before);
	});

	it('keeps its old keys and its fingerprints through a rotation', () => {
		const before = readKeys(path);
		expect(rotateKeys(path, systemRandom)).toBe(2);
		expect(rotateKeys(path, systemRandom)).toBe(3);
		const after = readKeys(path);
		expect(after.currentVersion).toBe(3);
		expect(after.sealing.get(1)).toEqual(before.sealing.get(1));
		expect(after.fingerprintKey('client passwords')).toEqual(before.fingerprintKey('client passwords'));
	});

	it('derives another fingerprint key for each purpose', () => {
		const keys = readKeys(path);
		expect(keys.fingerprintKey('one')).not.toEqual(keys.fingerprintKey('other'));
		expect(keys.fingerprintKey('one')).toHaveLength(32);
	});

	it.each(['', '{}', '{"sealing":{},"fingerprint":"AAAA"}', '{"sealing":{"1":"AAAA"},"fingerprint":"AAAA"}', 'null'])(
		'is refused as %j, without telling what is in it',
		(text) => {
			writeFileSync(path, text);
			expect(() => readKeys(path)).toThrow();
		},
	);
});
