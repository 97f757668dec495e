import type { Kysely } from 'kysely';

export const up = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('accounts')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('address', 'text', (column) => column.notNull().unique())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('kind', 'text', (column) => column.notNull())
		.addColumn('administrator', 'integer', (column) => column.notNull())
		.addColumn('password_hash', 'text')
		.addColumn('disabled_at', 'bigint')
		.addColumn('two_factor_required_from', 'bigint')
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.execute();

	const ofAccount = (table: string) =>
		db.schema
			.createTable(table)
			.addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id').onDelete('cascade'));

	await ofAccount('aliases')
		.addColumn('address', 'text', (column) => column.primaryKey())
		.execute();
	await db.schema.createIndex('aliases_of_account').on('aliases').column('account_id').execute();

	await ofAccount('sessions')
		.addColumn('token_hash', 'text', (column) => column.primaryKey())
		.addColumn('family_id', 'text', (column) => column.notNull().unique())
		.addColumn('state', 'text', (column) => column.notNull())
		.addColumn('password_at', 'bigint', (column) => column.notNull())
		.addColumn('verified_at', 'bigint')
		.addColumn('verified_with', 'text')
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.addColumn('last_seen_at', 'bigint', (column) => column.notNull())
		.addColumn('expires_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('sessions_of_account').on('sessions').column('account_id').execute();
	await db.schema.createIndex('sessions_by_expiry').on('sessions').column('expires_at').execute();

	await ofAccount('credentials')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('kind', 'text', (column) => column.notNull())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('sealed', 'text', (column) => column.notNull())
		.addColumn('version', 'integer', (column) => column.notNull())
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.addColumn('last_used_at', 'bigint')
		.addColumn('preferred', 'integer', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('credentials_of_account').on('credentials').column('account_id').execute();

	for (const table of ['challenges', 'enrolments']) {
		const common = ofAccount(table)
			.addColumn('id', 'text', (column) => column.primaryKey())
			.addColumn('family_id', 'text', (column) => column.notNull())
			.addColumn('kind', 'text', (column) => column.notNull())
			.addColumn('sealed', 'text', (column) => column.notNull())
			.addColumn('attempts', 'integer', (column) => column.notNull())
			.addColumn('expires_at', 'bigint', (column) => column.notNull())
			// One of each under way in a browser: starting another ends the one before.
			.addUniqueConstraint(`one_of_${table}_a_session`, ['family_id']);
		await (table === 'enrolments' ? common.addColumn('replaces', 'text') : common).execute();
		await db.schema.createIndex(`${table}_by_expiry`).on(table).column('expires_at').execute();
	}

	await ofAccount('factor_attempts')
		.addColumn('kind', 'text', (column) => column.notNull())
		.addColumn('window_started_at', 'bigint', (column) => column.notNull())
		.addColumn('spent', 'integer', (column) => column.notNull())
		.addColumn('in_a_row', 'integer', (column) => column.notNull())
		.addColumn('waits', 'integer', (column) => column.notNull())
		.addColumn('blocked_until', 'bigint', (column) => column.notNull())
		.addPrimaryKeyConstraint('factor_attempts_key', ['account_id', 'kind'])
		.execute();

	await db.schema
		.createTable('password_failures')
		.addColumn('scope', 'text', (column) => column.notNull())
		.addColumn('fingerprint', 'text', (column) => column.notNull())
		.addColumn('at', 'bigint', (column) => column.notNull())
		.addPrimaryKeyConstraint('password_failures_key', ['scope', 'fingerprint'])
		.execute();
	await db.schema.createIndex('password_failures_by_time').on('password_failures').column('at').execute();

	await ofAccount('client_passwords')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('slot', 'integer', (column) => column.notNull())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('fingerprint', 'text', (column) => column.notNull())
		.addColumn('idempotency_key', 'text', (column) => column.notNull())
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.addColumn('last_used_at', 'bigint')
		.addColumn('last_used_protocol', 'text')
		.addColumn('last_used_address', 'text')
		.addUniqueConstraint('one_client_password_a_slot', ['account_id', 'slot'])
		.addUniqueConstraint('one_client_password_an_intent', ['account_id', 'idempotency_key'])
		.execute();
	// Holds all that a mail login asks of this table, so that its query reads one page of the index and none of the rows.
	await db.schema
		.createIndex('client_passwords_at_mail_login')
		.on('client_passwords')
		.columns(['fingerprint', 'account_id', 'id'])
		.execute();
};
