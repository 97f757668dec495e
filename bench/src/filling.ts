import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeys, readKeys } from '@mailward/bff/crypto/keys.ts';
import { systemRandom } from '@mailward/bff/crypto/random.ts';
import { migrate } from '@mailward/bff/storage/migrate.ts';
import { systemClock } from '@mailward/bff/time/clock.ts';
import type { RunDatabase } from './databases.ts';
import { type Population, seed } from './seed.ts';

/** Opens an empty database, given the server's data folder. */
export type OpenDatabase = (data: string) => RunDatabase | Promise<RunDatabase>;

const fill = async (database: RunDatabase, data: string, population: Population): Promise<void> => {
	const keyFile = join(data, 'keys.json');
	createKeys(keyFile, systemRandom);
	const db = database.open();
	try {
		await migrate(db);
		await seed({
			db,
			keys: readKeys(keyFile),
			clock: systemClock,
			random: systemRandom,
			folder: data,
			...population,
		});
		await database.settle(db);
	} finally {
		await db.destroy();
	}
};

/** Fills a database, has it used, and leaves nothing behind. `use` is also given the server's data folder. */
export const withFilled = async <T>(
	open: OpenDatabase,
	population: Population,
	use: (database: RunDatabase, data: string) => Promise<T>,
): Promise<T> => {
	const data = mkdtempSync(join(tmpdir(), 'mailward-bench-'));
	try {
		const database = await open(data);
		try {
			await fill(database, data, population);
			return await use(database, data);
		} finally {
			await database.drop();
		}
	} finally {
		rmSync(data, { recursive: true });
	}
};
