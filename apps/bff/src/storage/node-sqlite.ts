import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
	type CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type DialectAdapter,
	type Driver,
	type QueryResult,
	SqliteAdapter,
	SqliteIntrospector,
	SqliteQueryCompiler,
} from 'kysely';
import { LRUCache } from 'lru-cache';
import { createGroupCommit, type GroupCommit } from './sqlite-group-commit.ts';

const toBound = (value: unknown): SQLInputValue => {
	if (typeof value === 'boolean') return value ? 1 : 0;
	if (value === undefined) return null;
	return value as SQLInputValue;
};

interface Prepared {
	readonly statement: StatementSync;
	/** Whether it gives rows: a `select`, or something that ends in `returning`. */
	readonly reader: boolean;
}

/** Runs a compiled query at once and as it is. */
type Run = <Row>(query: CompiledQuery) => QueryResult<Row>;

const createRun = (database: DatabaseSync): Run => {
	const known = new LRUCache<string, Prepared>({ max: 500 });
	const prepare = (sql: string): Prepared => {
		const before = known.get(sql);
		if (before !== undefined) return before;
		const statement = database.prepare(sql);
		const prepared = { statement, reader: statement.columns().length > 0 };
		known.set(sql, prepared);
		return prepared;
	};
	return <Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> => {
		const { statement, reader } = prepare(sql);
		const bound = parameters.map(toBound);
		if (reader) return { rows: statement.all(...bound) as Row[] };
		const { changes, lastInsertRowid } = statement.run(...bound);
		return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
	};
};

/** Kysely's view of the one connection: many of these exist, and at most one of them is in a transaction. */
class SharedConnection implements DatabaseConnection {
	inTransaction = false;
	readonly #run: Run;
	readonly #commits: GroupCommit;

	constructor(run: Run, commits: GroupCommit) {
		this.#run = run;
		this.#commits = commits;
	}

	async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		const statement = () => this.#run<Row>(query);
		if (this.inTransaction) return statement();
		if (query.query.kind === 'SelectQueryNode') return this.#commits.read(statement);
		return query.query.kind === 'RawNode' ? this.#commits.alone(statement) : this.#commits.write(statement);
	}

	async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
		yield await this.executeQuery<Row>(query);
	}
}

class SharedConnectionDriver implements Driver {
	readonly #database: DatabaseSync;
	readonly #commits: GroupCommit;
	readonly #run: Run;

	constructor(database: DatabaseSync) {
		this.#database = database;
		this.#commits = createGroupCommit(database);
		this.#run = createRun(database);
	}

	async init(): Promise<void> {}

	async acquireConnection(): Promise<SharedConnection> {
		return new SharedConnection(this.#run, this.#commits);
	}

	async beginTransaction(connection: SharedConnection): Promise<void> {
		await this.#commits.begin();
		connection.inTransaction = true;
	}

	async commitTransaction(connection: SharedConnection): Promise<void> {
		connection.inTransaction = false;
		await this.#commits.commit();
	}

	async rollbackTransaction(connection: SharedConnection): Promise<void> {
		// Kysely rolls back after a failed commit as well, when there is nothing left to roll back.
		if (!connection.inTransaction) return;
		connection.inTransaction = false;
		this.#commits.rollback();
	}

	async releaseConnection(): Promise<void> {}

	async destroy(): Promise<void> {
		this.#commits.flush();
		this.#database.close();
	}
}

/**
 * SQLite can change tables in a transaction. Saying so makes migrations whole or not at all, and makes replicas that
 * start at once take turns, which Kysely's lock does not do for SQLite. That there are many connections is how Kysely
 * is kept from queueing for the one there is: the driver does that, and not while the disk is written to.
 */
class SharedConnectionAdapter extends SqliteAdapter {
	override get supportsTransactionalDdl(): boolean {
		return true;
	}

	override get supportsMultipleConnections(): boolean {
		return true;
	}
}

/** Kysely's SQLite dialect on the SQLite that is built into Node. `path` is a file, or `:memory:`. */
export const nodeSqliteDialect = (path: string): Dialect => {
	const database = new DatabaseSync(path, { timeout: 5000, enableForeignKeyConstraints: true });
	// FULL: what has been acknowledged survives a power cut, not only a crash of this process.
	database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -32000;');
	// 16 MiB instead of 4: a page that is written often goes from the log to the file once for many times.
	database.exec('pragma wal_autocheckpoint = 4000;');
	return {
		createAdapter: (): DialectAdapter => new SharedConnectionAdapter(),
		createDriver: (): Driver => new SharedConnectionDriver(database),
		createIntrospector: (db) => new SqliteIntrospector(db),
		createQueryCompiler: () => new SqliteQueryCompiler(),
	};
};
