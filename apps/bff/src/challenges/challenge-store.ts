import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import { sql } from 'kysely';
import type { Seal } from '../crypto/seal.ts';
import type { Queries } from '../storage/database.ts';
import { prepare } from '../storage/prepared.ts';
import type { ChallengesTable } from '../storage/tables.ts';

/** A verification under way in one browser. */
export interface StoredChallenge {
	readonly id: string;
	readonly familyId: string;
	readonly accountId: string;
	readonly kind: FactorKind;
	readonly purpose: ChallengesTable['purpose'];
	readonly expiresAt: number;
	/** Attempts spent at it. */
	readonly attempts: number;
	readonly pending: unknown;
}

const place = (id: string) => `challenges.sealed ${id}`;

/** Challenges, at most one of a kind for a browser's session. */
export interface ChallengeStore {
	/** Takes the place of the one of its kind that the session may have under way, and is the one it shows. */
	start(challenge: StoredChallenge, at: number): Promise<void>;
	/** Makes it the one its session shows. */
	show(challenge: StoredChallenge, at: number): Promise<void>;
	/** The one that the session shows. */
	ofSession(familyId: string): Promise<StoredChallenge | undefined>;
	ofKind(familyId: string, kind: FactorKind): Promise<StoredChallenge | undefined>;
	byId(queries: Queries, id: string): Promise<StoredChallenge | undefined>;
	/** What is pending from now on. */
	keep(queries: Queries, id: string, pending: unknown): Promise<void>;
	/** Notes one more attempt; how many are left of `limit`, or undefined when all were spent or the challenge is gone. */
	spend(queries: Queries, id: string, limit: number): Promise<number | undefined>;
	giveBack(queries: Queries, id: string): Promise<void>;
	/** False when somebody else ended it first. */
	end(queries: Queries, id: string): Promise<boolean>;
	/** Ends it and all others of its session. False when somebody else ended it first. */
	endAll(queries: Queries, challenge: StoredChallenge): Promise<boolean>;
}

export const createChallengeStore = (db: Queries, seal: Seal): ChallengeStore => {
	const toChallenge = (row: ChallengesTable): StoredChallenge => ({
		id: row.id,
		familyId: row.family_id,
		accountId: row.account_id,
		kind: row.kind,
		purpose: row.purpose,
		expiresAt: row.expires_at,
		attempts: row.attempts,
		pending: seal.open(place(row.id), row.sealed),
	});
	const ofSession = prepare(
		(familyId: string) =>
			db.selectFrom('challenges').where('family_id', '=', familyId).selectAll().orderBy('shown_at', 'desc').limit(1),
		1,
	);
	const spend = prepare(
		(id: string, limit: number) =>
			db
				.updateTable('challenges')
				.set({ attempts: sql`attempts + 1` })
				.where('id', '=', id)
				.where('attempts', '<', limit)
				.returning('attempts'),
		2,
	);
	const byId = prepare((id: string) => db.selectFrom('challenges').where('id', '=', id).selectAll(), 1);
	const endOfSession = prepare((familyId: string) => db.deleteFrom('challenges').where('family_id', '=', familyId), 1);
	const end = prepare((id: string) => db.deleteFrom('challenges').where('id', '=', id).returning('id'), 1);
	return {
		async start({ id, familyId, accountId, kind, purpose, expiresAt, attempts, pending }, at) {
			const sealed = seal.close(place(id), pending);
			const fresh = { id, purpose, sealed, attempts, shown_at: at, expires_at: expiresAt };
			await db
				.insertInto('challenges')
				.values({ ...fresh, kind, family_id: familyId, account_id: accountId })
				.onConflict((conflict) =>
					conflict.columns(['family_id', 'kind']).doUpdateSet({ ...fresh, account_id: accountId }),
				)
				.execute();
		},
		async show({ id }, at) {
			await db.updateTable('challenges').set({ shown_at: at }).where('id', '=', id).execute();
		},
		async ofKind(familyId, kind) {
			const row = await db
				.selectFrom('challenges')
				.where('family_id', '=', familyId)
				.where('kind', '=', kind)
				.selectAll()
				.executeTakeFirst();
			return row && toChallenge(row);
		},
		async byId(queries, id) {
			const [row] = await byId(queries, id);
			return row && toChallenge(row);
		},
		async keep(queries, id, pending) {
			const sealed = seal.close(place(id), pending);
			await queries.updateTable('challenges').set({ sealed }).where('id', '=', id).execute();
		},
		async ofSession(familyId) {
			const [row] = await ofSession(db, familyId);
			return row === undefined ? undefined : toChallenge(row);
		},
		async spend(queries, id, limit) {
			const [row] = await spend(queries, id, limit);
			return row === undefined ? undefined : limit - row.attempts;
		},
		async giveBack(queries, id) {
			await queries
				.updateTable('challenges')
				.set({ attempts: sql`attempts - 1` })
				.where('id', '=', id)
				.where('attempts', '>', 0)
				.execute();
		},
		end: async (queries, id) => (await end(queries, id)).length === 1,
		async endAll(queries, { id, familyId }) {
			if ((await end(queries, id)).length === 0) return false;
			await endOfSession(queries, familyId);
			return true;
		},
	};
};
