import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { nodeSqliteDialect } from './node-sqlite.ts';
import type { Tables } from './tables.ts';

/** A connection, or a transaction on one: stores take either. */
export type Queries = Kysely<Tables> | Transaction<Tables>;

export type Database = Kysely<Tables>;

/** Where the data lives: a file of the embedded SQLite, or a PostgreSQL server. */
export type DatabasePlace = { readonly file: string } | { readonly url: string; readonly connections?: number };

const int8 = 20;

/** Times and counters are 64-bit in the tables and far below 2^53 in value, so they are numbers here. */
const numbersForInt8 = {
	getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
		oid === int8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

export const openDatabase = (place: DatabasePlace): Database => {
	if ('file' in place) return new Kysely<Tables>({ dialect: nodeSqliteDialect(place.file) });
	const pool = new pg.Pool({
		connectionString: place.url,
		max: place.connections ?? 10,
		connectionTimeoutMillis: 3000,
		// A mail door must hear "temporary" before its own time-out runs out.
		query_timeout: 5000,
		types: numbersForInt8,
	});
	// An idle connection that the server closes must not end the process; the next query reports what is wrong.
	pool.on('error', () => undefined);
	return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
};

/** Whether `error` says that a row with the same unique key is there already, in either database. */
export const isUniqueViolation = (error: unknown): boolean => {
	if (!(error instanceof Error)) return false;
	const { code, errcode } = error as { code?: unknown; errcode?: unknown };
	const sqliteUnique = 2067;
	const sqlitePrimaryKey = 1555;
	return code === '23505' || errcode === sqliteUnique || errcode === sqlitePrimaryKey;
};

/** Connection failures of Node and `pg`, PostgreSQL's classes 08 (connection), 53 (resources), 57P (shutdown); SQLite's busy and full. */
const outageCodes = /^(ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENOENT$|08|53|57P)/;
const outageMessages = /timeout|timed out|terminated|connection|not open|destroyed/i;
const sqliteOutages: ReadonlySet<unknown> = new Set([5, 6, 10, 13]);

/** Whether `error` says that the database cannot be reached or cannot work just now, in either database. */
export const isOutage = (error: unknown): boolean => {
	if (!(error instanceof Error)) return false;
	const { code, errcode } = error as { code?: unknown; errcode?: unknown };
	if (sqliteOutages.has(errcode)) return true;
	return (typeof code === 'string' && outageCodes.test(code)) || outageMessages.test(error.message);
};
