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
	readonly expiresAt: number;
	readonly pending: unknown;
}

const place = (id: string) => `challenges.sealed ${id}`;

/** Challenges, at most one for a browser's session. */
export interface ChallengeStore {
	/** Takes the place of the one the session may have under way. */
	start(challenge: StoredChallenge): Promise<void>;
	ofSession(familyId: string): Promise<StoredChallenge | undefined>;
	/** Notes one more attempt; how many are left of `limit`, or undefined when all were spent or the challenge is gone. */
	spend(queries: Queries, id: string, limit: number): Promise<number | undefined>;
	giveBack(queries: Queries, id: string): Promise<void>;
	/** False when somebody else ended it first. */
	end(queries: Queries, id: string): Promise<boolean>;
}

export const createChallengeStore = (db: Queries, seal: Seal): ChallengeStore => {
	const toChallenge = (row: ChallengesTable): StoredChallenge => ({
		id: row.id,
		familyId: row.family_id,
		accountId: row.account_id,
		kind: row.kind,
		expiresAt: row.expires_at,
		pending: seal.open(place(row.id), row.sealed),
	});
	const ofSession = prepare(
		(familyId: string) => db.selectFrom('challenges').where('family_id', '=', familyId).selectAll(),
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
	const end = prepare((id: string) => db.deleteFrom('challenges').where('id', '=', id).returning('id'), 1);
	return {
		async start({ id, familyId, accountId, kind, expiresAt, pending }) {
			const fresh = { id, kind, sealed: seal.close(place(id), pending), attempts: 0, expires_at: expiresAt };
			await db
				.insertInto('challenges')
				.values({ ...fresh, family_id: familyId, account_id: accountId })
				.onConflict((conflict) => conflict.column('family_id').doUpdateSet({ ...fresh, account_id: accountId }))
				.execute();
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
	};
};
