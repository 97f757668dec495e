import type { Kysely } from 'kysely';

export const up = async (db: Kysely<unknown>): Promise<void> => {
	// A browser may have several verifications under way, one of a kind: whoever comes back to one finds its code still
	// good. What was under way is begun again.
	await db.schema.dropTable('challenges').execute();
	await db.schema
		.createTable('challenges')
		.addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('family_id', 'text', (column) => column.notNull())
		.addColumn('kind', 'text', (column) => column.notNull())
		.addColumn('purpose', 'text', (column) => column.notNull())
		.addColumn('sealed', 'text', (column) => column.notNull())
		.addColumn('attempts', 'integer', (column) => column.notNull())
		.addColumn('shown_at', 'bigint', (column) => column.notNull())
		.addColumn('expires_at', 'bigint', (column) => column.notNull())
		.addUniqueConstraint('one_challenge_a_kind_of_a_browser', ['family_id', 'kind'])
		.execute();
	await db.schema.createIndex('challenges_by_expiry').on('challenges').column('expires_at').execute();

	await db.schema
		.createTable('text_messages')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('family_id', 'text', (column) => column.notNull())
		.addColumn('sealed', 'text', (column) => column.notNull())
		.addColumn('at', 'bigint', (column) => column.notNull())
		.addColumn('state', 'text', (column) => column.notNull())
		.addColumn('gateway', 'text')
		.addColumn('receipt', 'text')
		.addColumn('next_check_at', 'bigint')
		.execute();
	await db.schema.createIndex('text_messages_by_next_check').on('text_messages').column('next_check_at').execute();
	await db.schema.createIndex('text_messages_by_time').on('text_messages').column('at').execute();

	await db.schema
		.createTable('text_message_scopes')
		.addColumn('scope', 'text', (column) => column.primaryKey())
		.addColumn('at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema
		.createTable('text_message_counts')
		.addColumn('message_id', 'text', (column) => column.notNull())
		.addColumn('scope', 'text', (column) => column.notNull())
		.addColumn('at', 'bigint', (column) => column.notNull())
		.addPrimaryKeyConstraint('text_message_counts_key', ['message_id', 'scope'])
		.execute();
	await db.schema
		.createIndex('text_message_counts_of_scope')
		.on('text_message_counts')
		.columns(['scope', 'at'])
		.execute();

	await db.schema
		.createTable('scans')
		.addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('ticket_hash', 'text', (column) => column.primaryKey())
		.addColumn('kind', 'text', (column) => column.notNull())
		.addColumn('purpose', 'text', (column) => column.notNull())
		.addColumn('subject_id', 'text', (column) => column.notNull())
		.addColumn('family_id', 'text', (column) => column.notNull())
		.addColumn('person_id', 'text')
		.addColumn('browser', 'text', (column) => column.notNull())
		.addColumn('system', 'text', (column) => column.notNull())
		.addColumn('address', 'text', (column) => column.notNull())
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.addColumn('expires_at', 'bigint', (column) => column.notNull())
		.addColumn('state', 'text', (column) => column.notNull())
		.addColumn('problem', 'text')
		.addColumn('takes', 'integer', (column) => column.notNull())
		.addColumn('phone_hash', 'text')
		.addColumn('oauth_state_hash', 'text', (column) => column.unique())
		.addColumn('phone_system', 'text', (column) => column.notNull())
		.addColumn('identity', 'text')
		.execute();
	await db.schema.createIndex('scans_by_expiry').on('scans').column('expires_at').execute();
};
