import { join } from 'node:path';
import { type Database, openDatabase } from '@mailward/bff/storage/database.ts';
import { sql } from 'kysely';

/** An empty database for one run. */
export interface RunDatabase {
	readonly databaseUrl: string | undefined;
	open(): Database;
	/** Once all is written: what the database's own upkeep would do at some moment in the middle of the run. */
	settle(db: Database): Promise<void>;
	drop(): Promise<void>;
}

/** `data` is the server's data folder; it is the caller's to remove. */
export const sqliteDatabase = (data: string): RunDatabase => ({
	databaseUrl: undefined,
	open: () => openDatabase({ file: join(data, 'mailward.sqlite') }),
	settle: async () => {},
	drop: async () => {},
});

/** A new database beside the one that `url` names, which must be of a role that may create one. */
export const postgresDatabase = async (url: string, name: string): Promise<RunDatabase> => {
	const asAdministrator = async (statement: ReturnType<typeof sql>) => {
		const db = openDatabase({ url });
		await statement.execute(db).finally(() => db.destroy());
	};
	await asAdministrator(sql`create database ${sql.id(name)}`);
	const own = new URL(url);
	own.pathname = `/${name}`;
	return {
		databaseUrl: own.href,
		open: () => openDatabase({ url: own.href }),
		async settle(db) {
			await sql`vacuum analyze`.execute(db);
			await sql`checkpoint`.execute(db);
		},
		drop: () => asAdministrator(sql`drop database ${sql.id(name)} with (force)`),
	};
};
