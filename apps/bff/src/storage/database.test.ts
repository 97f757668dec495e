import { beforeAll, describe, expect, it } from 'vitest';
import { type Database, isUniqueViolation } from './database.ts';
import { onEachDatabase } from './test-databases.ts';

onEachDatabase((create) => {
	let db: Database;
	beforeAll(async () => {
		({ db } = await create());
	});
	const note = (scope: string, at = 1) => db.insertInto('password_failures').values({ scope, fingerprint: 'x', at });

	it('gives 64-bit numbers as numbers', async () => {
		await note('time', 4_102_444_800_000).execute();
		const row = await db.selectFrom('password_failures').where('scope', '=', 'time').selectAll().executeTakeFirst();
		expect(row?.at).toBe(4_102_444_800_000);
	});

	it('undoes a transaction that throws, whole', async () => {
		const attempt = db.transaction().execute(async (transaction) => {
			await transaction.insertInto('password_failures').values({ scope: 'undone', fingerprint: 'x', at: 1 }).execute();
			throw new Error('halfway');
		});
		await expect(attempt).rejects.toThrow('halfway');
		expect(await db.selectFrom('password_failures').where('scope', '=', 'undone').selectAll().execute()).toEqual([]);
	});

	it('tells a taken key from every other failure', async () => {
		await note('taken').execute();
		const taken = await note('taken')
			.execute()
			.catch((error: unknown) => error);
		expect(isUniqueViolation(taken)).toBe(true);
		const missing = await db
			.insertInto('aliases')
			.values({ address: 'x', account_id: 'nobody' })
			.execute()
			.catch((error: unknown) => error);
		expect([missing instanceof Error, isUniqueViolation(missing)]).toEqual([true, false]);
		for (const other of [undefined, null, 'error', { code: '23505' }]) expect(isUniqueViolation(other)).toBe(false);
	});

	describe('an account that is deleted', () => {
		it('takes everything of it along', async () => {
			await db
				.insertInto('accounts')
				.values({
					id: 'gone',
					address: 'gone@example.edu.cn',
					name: '',
					kind: 'person',
					administrator: 0,
					password_hash: null,
					disabled_at: null,
					created_at: 1,
				})
				.execute();
			await db.insertInto('aliases').values({ address: 'alias@example.edu.cn', account_id: 'gone' }).execute();
			await db.deleteFrom('accounts').where('id', '=', 'gone').execute();
			expect(await db.selectFrom('aliases').selectAll().execute()).toEqual([]);
		});
	});
});
