import fc from 'fast-check';
import { expect, it } from 'vitest';
import { prepare } from './prepared.ts';
import { onEachDatabase } from './test-databases.ts';

onEachDatabase((create) => {
	it('a prepared query gives what the query itself gives, for any parameters in any order', async () => {
		const { db } = await create();
		const note = fc.record({
			scope: fc.constantFrom('a', 'b', "'; drop table accounts; --", 'parameter 0 of a prepared query', '$1'),
			fingerprint: fc
				.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
				.filter((text) => !text.includes('\u0000')),
			at: fc.integer({ min: 0, max: 4e12 }),
		});
		const build = (scope: string, from: number, fingerprint: string) =>
			db
				.selectFrom('password_failures')
				.where('at', '>=', from)
				.where((each) =>
					each.or([each('scope', '=', scope), each('fingerprint', '=', fingerprint), each('scope', '=', 'a')]),
				)
				.selectAll()
				.orderBy('scope')
				.orderBy('fingerprint');
		const prepared = prepare(build, 3);
		await fc.assert(
			fc.asyncProperty(fc.array(note, { maxLength: 6 }), note, async (notes, asked) => {
				await db.deleteFrom('password_failures').execute();
				for (const each of notes) {
					await db
						.insertInto('password_failures')
						.values(each)
						.onConflict((conflict) => conflict.doNothing())
						.execute();
				}
				const direct = await build(asked.scope, asked.at, asked.fingerprint).execute();
				expect(await prepared(db, asked.scope, asked.at, asked.fingerprint)).toEqual(direct);
				const inside = await db
					.transaction()
					.execute((transaction) => prepared(transaction, asked.scope, asked.at, asked.fingerprint));
				expect(inside).toEqual(direct);
			}),
			{ numRuns: 25 },
		);
	});
});
