import type { Database } from '../storage/database.ts';
import type { Tables } from '../storage/tables.ts';

/** Everything that is stored, table by table, for a look at what an attack has written. */
export const storedRows = async (
	db: Database,
	leavingOut: readonly (keyof Tables)[] = [],
): Promise<Record<string, string[]>> => {
	const names = (await db.introspection.getTables())
		.map(({ name }) => name as keyof Tables)
		.filter((name) => !name.startsWith('kysely_') && !leavingOut.includes(name));
	const rows: Record<string, string[]> = {};
	for (const name of names) {
		const all = await db.selectFrom(name).selectAll().execute();
		rows[name] = all.map((row) => JSON.stringify(row)).toSorted();
	}
	return rows;
};
