import { type Kysely, sql } from 'kysely';

export const up = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema.alterTable('client_passwords').addColumn('app', 'text').execute();
	// What was made before this was asked opens what it opened before.
	await db.schema
		.alterTable('client_passwords')
		.addColumn('protocols', 'integer', (column) => column.notNull().defaultTo(15))
		.execute();
	await db.schema.alterTable('client_passwords').addColumn('expires_at', 'bigint').execute();
	await db.schema
		.alterTable('client_passwords')
		.addColumn('ended', 'integer', (column) => column.notNull().defaultTo(0))
		.execute();
	await db.schema.dropIndex('client_passwords_at_mail_login').execute();
	// All that a mail login asks of it, so that the table itself is not read.
	await db.schema
		.createIndex('client_passwords_at_mail_login')
		.on('client_passwords')
		.columns(['fingerprint', 'account_id', 'id', 'protocols', 'expires_at', 'ended'])
		.execute();
	await db.schema.createIndex('client_passwords_by_expiry').on('client_passwords').column('expires_at').execute();

	await db.schema
		.createTable('client_password_uses')
		.addColumn('client_password_id', 'text', (column) =>
			column.notNull().references('client_passwords.id').onDelete('cascade'),
		)
		.addColumn('protocol', 'text', (column) => column.notNull())
		.addColumn('at', 'bigint', (column) => column.notNull())
		.addColumn('address', 'text', (column) => column.notNull())
		.addColumn('app', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('client_password_uses_key', ['client_password_id', 'protocol'])
		.execute();
	await sql`insert into client_password_uses (client_password_id, protocol, at, address, app)
		select id, last_used_protocol, last_used_at, coalesce(last_used_address, ''), ''
		from client_passwords where last_used_at is not null and last_used_protocol is not null`.execute(db);
	for (const column of ['last_used_at', 'last_used_protocol', 'last_used_address']) {
		await db.schema.alterTable('client_passwords').dropColumn(column).execute();
	}

	await db.schema
		.createTable('deleted_client_passwords')
		.addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('fingerprint', 'text', (column) => column.primaryKey())
		.addColumn('person_id', 'text', (column) => column.notNull())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('deleted_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema
		.createIndex('deleted_client_passwords_by_time')
		.on('deleted_client_passwords')
		.column('deleted_at')
		.execute();

	await db.schema
		.createTable('stale_clients')
		.addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('person_id', 'text')
		.addColumn('reason', 'text', (column) => column.notNull())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('protocol', 'text', (column) => column.notNull())
		.addColumn('address', 'text', (column) => column.notNull())
		.addColumn('app', 'text', (column) => column.notNull())
		.addColumn('fingerprint', 'text', (column) => column.notNull())
		.addColumn('first_at', 'bigint', (column) => column.notNull())
		.addColumn('last_at', 'bigint', (column) => column.notNull())
		.addColumn('tries', 'integer', (column) => column.notNull())
		.addColumn('mended_at', 'bigint')
		.addUniqueConstraint('one_stale_client_a_secret_and_place', ['account_id', 'fingerprint', 'protocol', 'address'])
		.execute();
	await db.schema.createIndex('stale_clients_by_time').on('stale_clients').column('last_at').execute();

	await db.schema
		.createTable('apple_profiles')
		.addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('ticket_hash', 'text', (column) => column.notNull().unique())
		.addColumn('person_id', 'text', (column) => column.notNull())
		.addColumn('family_id', 'text', (column) => column.notNull())
		.addColumn('app', 'text', (column) => column.notNull())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('protocols', 'integer', (column) => column.notNull())
		.addColumn('password_expires_at', 'bigint')
		.addColumn('idempotency_key', 'text', (column) => column.notNull())
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.addColumn('expires_at', 'bigint', (column) => column.notNull())
		.addColumn('client_password_id', 'text')
		.execute();
	await db.schema.createIndex('apple_profiles_by_expiry').on('apple_profiles').column('expires_at').execute();

	await db.schema
		.createTable('connections_to_end')
		.addColumn('account_id', 'text', (column) => column.primaryKey().references('accounts.id').onDelete('cascade'))
		.addColumn('at', 'bigint', (column) => column.notNull())
		.addColumn('next_try_at', 'bigint', (column) => column.notNull())
		.addColumn('tries', 'integer', (column) => column.notNull())
		.execute();
};
