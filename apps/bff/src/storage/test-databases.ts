import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, inject } from 'vitest';
import { type Database, type DatabasePlace, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';

/** An empty database of its own. */
export interface TestDatabase {
	readonly name: 'SQLite' | 'PostgreSQL';
	readonly place: DatabasePlace;
	/** Another connection to it, as a second replica would have; closed at the end of the file. */
	open(): Database;
}

/** Runs at the end of the test file, whatever became of it. */
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

const at = (name: TestDatabase['name'], place: DatabasePlace): TestDatabase => ({
	name,
	place,
	open() {
		const db = openDatabase(place);
		closing.push(() => db.destroy());
		return db;
	},
});

const createSqlite = async (): Promise<TestDatabase> => {
	const folder = mkdtempSync(join(tmpdir(), 'mailward-sqlite-'));
	closing.push(async () => rmSync(folder, { recursive: true }));
	return at('SQLite', { file: join(folder, 'mailward.sqlite') });
};

const createPostgres = async (): Promise<TestDatabase> => {
	const postgres = inject('postgres');
	if ('missing' in postgres) throw new Error(postgres.missing);
	const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
	const administer = async (statement: string) => {
		const client = new pg.Client({ connectionString: postgres.url });
		await client.connect();
		try {
			await client.query(statement);
		} finally {
			await client.end();
		}
	};
	await administer(`create database ${name}`);
	closing.push(() => administer(`drop database ${name} with (force)`));
	const url = new URL(postgres.url);
	url.pathname = `/${name}`;
	return at('PostgreSQL', { url: url.href });
};

/** An empty database without any table. */
export const createEmptyDatabase = { SQLite: createSqlite, PostgreSQL: createPostgres };

const migrated =
	(create: () => Promise<TestDatabase>) => async (): Promise<{ db: Database; database: TestDatabase }> => {
		const database = await create();
		const db = database.open();
		await migrate(db);
		return { db, database };
	};

/** A migrated SQLite file, for what does not touch the database's own ways. */
export const createTestDatabase = migrated(createSqlite);

/**
 * Declares a suite once for each database. Where PostgreSQL is not installed its half is left out, which the set-up of
 * the run says aloud, and which fails the run under CI.
 */
export const onEachDatabase = (
	suite: (create: () => Promise<{ db: Database; database: TestDatabase }>, name: TestDatabase['name']) => void,
): void => {
	describe('on SQLite', () => suite(migrated(createSqlite), 'SQLite'));
	describe.runIf('url' in inject('postgres'))('on PostgreSQL', () => suite(migrated(createPostgres), 'PostgreSQL'));
};
