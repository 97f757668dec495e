import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeys, type Keys, readKeys, rotateKeys } from '../crypto/keys.ts';
import { systemRandom } from '../crypto/random.ts';

const withKeyFile = <T>(use: (path: string) => T): T => {
	const folder = mkdtempSync(join(tmpdir(), 'mailward-keys-'));
	try {
		const path = join(folder, 'keys.json');
		createKeys(path, systemRandom);
		return use(path);
	} finally {
		rmSync(folder, { recursive: true });
	}
};

/** Keys as an installation has them: made, written to a file and read back. */
export const createTestKeys = (): Keys => withKeyFile(readKeys);

/** The keys of one installation before and after a rotation. */
export const createRotatedKeys = (): { before: Keys; after: Keys } =>
	withKeyFile((path) => {
		const before = readKeys(path);
		rotateKeys(path, systemRandom);
		return { before, after: readKeys(path) };
	});

export const testKeys = createTestKeys();
