import { type Kysely, sql } from 'kysely';

interface Before {
	accounts: { id: string; address: string; two_factor_required_from: number | null };
	policies: { version: number; at: number; author: string; reason: string; policy: string };
}

/** Everything that is a person's own says whose it is; what is there already belongs to the account's first person. */
const belongToPeople = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.alterTable('credentials')
		.addColumn('person_id', 'text', (column) => column.notNull().defaultTo(''))
		.execute();
	await db.schema.alterTable('credentials').addColumn('lookup', 'text').execute();
	await sql`update credentials set person_id = account_id`.execute(db);
	await db.schema.createIndex('credentials_by_lookup').on('credentials').column('lookup').unique().execute();

	for (const column of ['person_id', 'trusted_device_id']) {
		await db.schema.alterTable('sessions').addColumn(column, 'text').execute();
	}
	for (const column of ['browser', 'system', 'address']) {
		await db.schema
			.alterTable('sessions')
			.addColumn(column, 'text', (each) => each.notNull().defaultTo(''))
			.execute();
	}
	await sql`update sessions set person_id = account_id where state <> 'awaiting-second-factor'`.execute(db);
	await db.schema.alterTable('enrolments').addColumn('person_name', 'text').execute();

	// Slots are a person's now. SQLite cannot take a constraint away, so the table is made anew.
	await db.schema.alterTable('client_passwords').renameTo('client_passwords_before').execute();
	await db.schema
		.createTable('client_passwords')
		.addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id').onDelete('cascade'))
		.addColumn('id', 'text', (column) => column.notNull())
		.addColumn('person_id', 'text', (column) => column.notNull())
		.addColumn('slot', 'integer', (column) => column.notNull())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('fingerprint', 'text', (column) => column.notNull())
		.addColumn('idempotency_key', 'text', (column) => column.notNull())
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.addColumn('last_used_at', 'bigint')
		.addColumn('last_used_protocol', 'text')
		.addColumn('last_used_address', 'text')
		.addPrimaryKeyConstraint('client_passwords_key', ['id'])
		.addUniqueConstraint('one_client_password_a_slot_of_a_person', ['account_id', 'person_id', 'slot'])
		.addUniqueConstraint('one_client_password_an_intent_of_a_person', ['account_id', 'person_id', 'idempotency_key'])
		.execute();
	await sql`insert into client_passwords
		(id, account_id, person_id, slot, name, fingerprint, idempotency_key, created_at, last_used_at, last_used_protocol, last_used_address)
		select id, account_id, account_id, slot, name, fingerprint, idempotency_key, created_at, last_used_at, last_used_protocol, last_used_address
		from client_passwords_before`.execute(db);
	await db.schema.dropTable('client_passwords_before').execute();
	await db.schema
		.createIndex('client_passwords_at_mail_login')
		.on('client_passwords')
		.columns(['fingerprint', 'account_id', 'id'])
		.execute();
};

/** Dates that stood with the accounts become the first policy. */
const moveDatesIntoPolicy = async (db: Kysely<Before>): Promise<void> => {
	const dated = await db
		.selectFrom('accounts')
		.where('two_factor_required_from', 'is not', null)
		.select(['address', 'two_factor_required_from'])
		.orderBy('address')
		.execute();
	if (dated.length > 0) {
		const required = dated.map(({ address, two_factor_required_from: from }) => ({
			account: address,
			from: new Date(Number(from)).toISOString(),
		}));
		await db
			.insertInto('policies')
			.values({
				version: 1,
				at: 0,
				author: 'migration 0002',
				reason: 'dates that stood with the accounts',
				policy: JSON.stringify({ required }),
			})
			.execute();
	}
	await db.schema.alterTable('accounts').dropColumn('two_factor_required_from').execute();
};

export const up = async (db: Kysely<unknown>): Promise<void> => {
	await belongToPeople(db);

	const ofAccount = (table: string) =>
		db.schema
			.createTable(table)
			.addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id').onDelete('cascade'));

	await ofAccount('account_groups')
		.addColumn('name', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('account_groups_key', ['account_id', 'name'])
		.execute();

	await ofAccount('people')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.addColumn('invitation', 'text')
		.addColumn('invitation_expires_at', 'bigint')
		.execute();
	await db.schema.createIndex('people_of_account').on('people').column('account_id').execute();
	await sql`insert into people (id, account_id, name, created_at)
		select id, id, '', created_at from accounts where kind = 'shared'
		and exists (select 1 from credentials where credentials.account_id = accounts.id)`.execute(db);

	await ofAccount('trusted_devices')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('person_id', 'text', (column) => column.notNull())
		.addColumn('token_hash', 'text', (column) => column.notNull())
		.addColumn('browser', 'text', (column) => column.notNull())
		.addColumn('system', 'text', (column) => column.notNull())
		.addColumn('address', 'text', (column) => column.notNull())
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.addColumn('last_used_at', 'bigint', (column) => column.notNull())
		.addColumn('expires_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('trusted_devices_of_account').on('trusted_devices').column('account_id').execute();
	await db.schema.createIndex('trusted_devices_by_expiry').on('trusted_devices').column('expires_at').execute();

	await db.schema
		.createTable('policies')
		.addColumn('version', 'integer', (column) => column.primaryKey())
		.addColumn('at', 'bigint', (column) => column.notNull())
		.addColumn('author', 'text', (column) => column.notNull())
		.addColumn('reason', 'text', (column) => column.notNull())
		.addColumn('policy', 'text', (column) => column.notNull())
		.execute();
	await moveDatesIntoPolicy(db as Kysely<Before>);

	for (const table of ['activity', 'notices']) {
		const common = ofAccount(table)
			.addColumn('id', 'text', (column) => column.primaryKey())
			.addColumn('at', 'bigint', (column) => column.notNull())
			.addColumn('event', 'text', (column) => column.notNull())
			.addColumn('browser', 'text')
			.addColumn('system', 'text')
			.addColumn('address', 'text')
			.addColumn('details', 'text', (column) => column.notNull());
		await (table === 'activity'
			? common.addColumn('person_id', 'text').addColumn('person_name', 'text')
			: common
					.addColumn('next_try_at', 'bigint', (column) => column.notNull())
					.addColumn('tries', 'integer', (column) => column.notNull())
		).execute();
	}
	await db.schema.createIndex('activity_of_account').on('activity').columns(['account_id', 'at']).execute();
	await db.schema.createIndex('activity_by_time').on('activity').column('at').execute();
	await db.schema.createIndex('notices_by_next_try').on('notices').column('next_try_at').execute();

	await db.schema
		.createTable('spent_tickets')
		.addColumn('fingerprint', 'text', (column) => column.primaryKey())
		.addColumn('expires_at', 'bigint', (column) => column.notNull())
		.execute();
};
