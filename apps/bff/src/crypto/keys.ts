import { hkdfSync } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { RandomBytes } from './random.ts';

/**
 * The secrets of an installation. They live in a file of their own, never in the database: a leak of the database alone
 * opens nothing.
 */
const keyFile = z.object({
	/** Version to master key (32 bytes, base64). New secrets are sealed under the highest version; all can be opened. */
	sealing: z.record(z.string().regex(/^[1-9]\d*$/), z.base64()).refine((keys) => Object.keys(keys).length > 0),
	/** Pepper of the look-up fingerprints (32 bytes, base64). Fixed for life: a new one would orphan every client password. */
	fingerprint: z.base64(),
});

export interface Keys {
	/** AES-256 keys by version. */
	readonly sealing: ReadonlyMap<number, Buffer>;
	readonly currentVersion: number;
	/** A 32-byte HMAC key for one purpose, derived from the pepper (HKDF, RFC 5869). */
	fingerprintKey(purpose: string): Buffer;
}

const masterKey = (text: string): Buffer => {
	const key = Buffer.from(text, 'base64');
	if (key.length !== 32) throw new Error('a key in the key file is not 32 bytes long');
	return key;
};

const toKeys = (file: z.infer<typeof keyFile>): Keys => {
	const sealing = new Map(Object.entries(file.sealing).map(([version, key]) => [Number(version), masterKey(key)]));
	const pepper = masterKey(file.fingerprint);
	return {
		sealing,
		currentVersion: Math.max(...sealing.keys()),
		fingerprintKey: (purpose) => Buffer.from(hkdfSync('sha256', pepper, '', purpose, 32)),
	};
};

/** Reads the key file. Throws when it is missing, unreadable or not of the right form. */
export const readKeys = (path: string): Keys => toKeys(keyFile.parse(JSON.parse(readFileSync(path, 'utf8'))));

const write = (path: string, file: z.infer<typeof keyFile>, flag: 'wx' | 'w'): void => {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	const text = `${JSON.stringify(file, null, '\t')}\n`;
	if (flag === 'wx') {
		writeFileSync(path, text, { flag, mode: 0o600 });
		return;
	}
	// Written beside and renamed: a crash half way must not leave an installation without its keys.
	writeFileSync(`${path}.new`, text, { mode: 0o600 });
	renameSync(`${path}.new`, path);
};

/** Makes a new key file, readable by its owner only. Throws when one is there already. */
export const createKeys = (path: string, random: RandomBytes): void =>
	write(path, { sealing: { 1: random(32).toString('base64') }, fingerprint: random(32).toString('base64') }, 'wx');

/** Adds a sealing key; what is sealed from the next start on uses it. Returns its version. */
export const rotateKeys = (path: string, random: RandomBytes): number => {
	const file = keyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
	const version = toKeys(file).currentVersion + 1;
	write(path, { ...file, sealing: { ...file.sealing, [version]: random(32).toString('base64') } }, 'w');
	return version;
};
