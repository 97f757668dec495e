import { Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import * as accountsToClientPasswords from './migrations/0001-accounts-to-client-passwords.ts';
import * as peopleDevicesAndPolicy from './migrations/0002-people-devices-and-policy.ts';
import * as textsAndScans from './migrations/0003-texts-and-scans.ts';
import * as mailApps from './migrations/0004-mail-apps.ts';

/** In order; a migration that has landed is never edited, only followed by another. */
const migrations = {
	'0001-accounts-to-client-passwords': accountsToClientPasswords,
	'0002-people-devices-and-policy': peopleDevicesAndPolicy,
	'0003-texts-and-scans': textsAndScans,
	'0004-mail-apps': mailApps,
};

/** Brings the tables up to date. Safe to run from several processes at once; throws on the first failure. */
export const migrate = async (db: Database): Promise<void> => {
	const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
	const { error } = await migrator.migrateToLatest();
	if (error !== undefined) throw error;
};
