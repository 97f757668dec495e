import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import { sql } from 'kysely';
import type { Seal } from '../crypto/seal.ts';
import type { Queries } from '../storage/database.ts';

/** A set-up under way in one browser. */
export interface StoredEnrolment {
	readonly id: string;
	readonly familyId: string;
	readonly accountId: string;
	readonly kind: FactorKind;
	/** The credential whose place it takes. */
	readonly replaces: string | null;
	/** The name that the first person of a shared mailbox gave. */
	readonly personName: string | null;
	readonly expiresAt: number;
	readonly pending: unknown;
}

const place = (id: string) => `enrolments.sealed ${id}`;

/** Enrolments, at most one for a browser's session. */
export interface EnrolmentStore {
	/** Takes the place of the one the session may have under way. */
	start(enrolment: StoredEnrolment): Promise<void>;
	ofSession(familyId: string, queries?: Queries): Promise<StoredEnrolment | undefined>;
	/** What is pending from now on. */
	keep(queries: Queries, id: string, pending: unknown): Promise<void>;
	/** Notes one more attempt; how many are left of `limit`, or undefined when all were spent or it is gone. */
	spend(id: string, limit: number): Promise<number | undefined>;
	/** False when somebody else ended it first. */
	end(queries: Queries, id: string): Promise<boolean>;
}

export const createEnrolmentStore = (db: Queries, seal: Seal): EnrolmentStore => ({
	async start({ id, familyId, accountId, kind, replaces, personName, expiresAt, pending }) {
		const fresh = {
			id,
			account_id: accountId,
			kind,
			replaces,
			person_name: personName,
			sealed: seal.close(place(id), pending),
			attempts: 0,
			expires_at: expiresAt,
		};
		await db
			.insertInto('enrolments')
			.values({ ...fresh, family_id: familyId })
			.onConflict((conflict) => conflict.column('family_id').doUpdateSet(fresh))
			.execute();
	},
	async keep(queries, id, pending) {
		const sealed = seal.close(place(id), pending);
		await queries.updateTable('enrolments').set({ sealed }).where('id', '=', id).execute();
	},
	async ofSession(familyId, queries = db) {
		const row = await queries.selectFrom('enrolments').where('family_id', '=', familyId).selectAll().executeTakeFirst();
		if (row === undefined) return undefined;
		return {
			id: row.id,
			familyId,
			accountId: row.account_id,
			kind: row.kind,
			replaces: row.replaces,
			personName: row.person_name,
			expiresAt: row.expires_at,
			pending: seal.open(place(row.id), row.sealed),
		};
	},
	async spend(id, limit) {
		const row = await db
			.updateTable('enrolments')
			.set({ attempts: sql`attempts + 1` })
			.where('id', '=', id)
			.where('attempts', '<', limit)
			.returning('attempts')
			.executeTakeFirst();
		return row === undefined ? undefined : limit - row.attempts;
	},
	async end(queries, id) {
		const result = await queries.deleteFrom('enrolments').where('id', '=', id).executeTakeFirst();
		return result.numDeletedRows === 1n;
	},
});
