import { fork } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, inject, it } from 'vitest';
import { migrate } from './migrate.ts';
import { createEmptyDatabase } from './test-databases.ts';

const kinds = 'url' in inject('postgres') ? (['SQLite', 'PostgreSQL'] as const) : (['SQLite'] as const);

describe.each(kinds)('migrations on %s', (kind) => {
	it('do nothing the second time', async () => {
		const db = (await createEmptyDatabase[kind]()).open();
		await migrate(db);
		await db.insertInto('password_failures').values({ scope: 'kept', fingerprint: 'kept', at: 1 }).execute();
		await migrate(db);
		expect(await db.selectFrom('password_failures').selectAll().execute()).toHaveLength(1);
	});

	it('may be run by several replicas that start at once', async () => {
		const { place, open } = await createEmptyDatabase[kind]();
		const program = new URL('../testing/migrate-once.ts', import.meta.url);
		const replicas = Array.from({ length: 3 }, () =>
			fork(program, [JSON.stringify(place)], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
		);
		const ends = await Promise.all(replicas.map((replica) => once(replica, 'exit')));
		expect(ends.map(([code]) => code)).toEqual([0, 0, 0]);
		expect(await open().selectFrom('accounts').selectAll().execute()).toEqual([]);
	});
});
