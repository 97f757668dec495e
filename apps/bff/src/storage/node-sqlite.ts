import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
	CompiledQuery,
	type DatabaseConnection,
	type Driver,
	SqliteDialect,
	type SqliteDialectConfig,
	SqliteDriver,
	type SqliteStatement,
} from 'kysely';
import { LRUCache } from 'lru-cache';

const toBound = (value: unknown): SQLInputValue => {
	if (typeof value === 'boolean') return value ? 1 : 0;
	if (value === undefined) return null;
	return value as SQLInputValue;
};

const toStatement = (statement: StatementSync): SqliteStatement => ({
	reader: statement.columns().length > 0,
	all: (parameters) => statement.all(...parameters.map(toBound)),
	run: (parameters) => statement.run(...parameters.map(toBound)),
	iterate: (parameters) => statement.iterate(...parameters.map(toBound)),
});

/**
 * A deferred transaction that reads first and writes later fails with "database is locked" as soon as another process
 * writes in between; taking the write lock at once makes them queue instead.
 */
class ImmediateDriver extends SqliteDriver {
	override async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}
}

class ImmediateDialect extends SqliteDialect {
	readonly #config: SqliteDialectConfig;

	constructor(config: SqliteDialectConfig) {
		super(config);
		this.#config = config;
	}

	override createDriver(): Driver {
		return new ImmediateDriver(this.#config);
	}
}

/** Kysely's SQLite dialect on the SQLite that is built into Node. `path` is a file, or `:memory:`. */
export const nodeSqliteDialect = (path: string): SqliteDialect => {
	const database = new DatabaseSync(path, { timeout: 5000, enableForeignKeyConstraints: true });
	// FULL: what has been acknowledged survives a power cut, not only a crash of this process.
	database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -32000;');
	const statements = new LRUCache<string, SqliteStatement>({ max: 500 });
	return new ImmediateDialect({
		database: {
			close: () => database.close(),
			prepare: (sql) => {
				const known = statements.get(sql);
				if (known !== undefined) return known;
				const statement = toStatement(database.prepare(sql));
				statements.set(sql, statement);
				return statement;
			},
		},
	});
};
