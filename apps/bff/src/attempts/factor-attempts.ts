import { sql } from 'kysely';
import { DomainError } from '../domain-error.ts';
import type { Queries } from '../storage/database.ts';
import { prepare } from '../storage/prepared.ts';
import type { FactorAttemptsTable } from '../storage/tables.ts';
import { type Clock, day, hour, minute, toIso } from '../time/clock.ts';

/** NIST SP 800-63B-4, 3.2.2: guesses are limited per account, whatever else the guesser starts anew. */
export interface FactorLimits {
	/** Attempts in `window` milliseconds before a wait is imposed. */
	readonly attempts: number;
	readonly window: number;
	/** The waits, in milliseconds: the first, the second, the third and every further one. */
	readonly waits: readonly [number, number, number];
	/** Wrong codes in a row after which the factor is shut until the help desk opens it. */
	readonly inARow: number;
}

export const factorLimits: FactorLimits = {
	attempts: 10,
	window: hour,
	waits: [15 * minute, hour, day],
	inARow: 50,
};

/** What guesses are counted at: every factor, and the invitations to shared mailboxes. */
export type GuardedKind = FactorAttemptsTable['kind'];

export type FactorStanding = { state: 'available' } | { state: 'throttled'; retryAt: number } | { state: 'disabled' };

/** The budget of guesses of an account at one kind of factor. */
export interface FactorAttempts {
	/**
	 * Takes one attempt out of the budget, in one statement, before the code is looked at. Returns how many are left.
	 * Throws `factor.throttled` or `factor.disabled` when there was none. The caller commits before it checks, so that
	 * nothing that happens afterwards undoes the spending.
	 */
	spend(queries: Queries, accountId: string, kind: GuardedKind): Promise<number>;
	/**
	 * Puts one attempt back: for an answer that was right. `imposedWait`: it was the one that used the budget up (`spend`
	 * returned 0). Only then is the wait taken back, since nobody's right answer pays for guesses of others.
	 */
	giveBack(queries: Queries, accountId: string, kind: GuardedKind, imposedWait: boolean): Promise<void>;
	/** Forgets all guesses: after a right answer for an account that is one person's. */
	clear(queries: Queries, accountId: string, kind: GuardedKind): Promise<void>;
	/** Opens every factor of an account that wrong codes have shut. */
	reopen(accountId: string): Promise<void>;
	standing(accountId: string, kind: GuardedKind): Promise<FactorStanding>;
}

export const createFactorAttempts = (
	db: Queries,
	clock: Clock,
	limits: FactorLimits = factorLimits,
): FactorAttempts => {
	const standingOf = (row: FactorAttemptsTable | undefined): FactorStanding => {
		if (row === undefined) return { state: 'available' };
		if (row.in_a_row >= limits.inARow) return { state: 'disabled' };
		if (row.blocked_until > clock.now()) return { state: 'throttled', retryAt: row.blocked_until };
		return { state: 'available' };
	};
	const standing = async (accountId: string, kind: GuardedKind, queries: Queries = db): Promise<FactorStanding> =>
		standingOf(
			await queries
				.selectFrom('factor_attempts')
				.where('account_id', '=', accountId)
				.where('kind', '=', kind)
				.selectAll()
				.executeTakeFirst(),
		);

	const spend = prepare((accountId: string, kind: GuardedKind, now: number, windowStart: number) => {
		// Postgres takes a parameter that is added to a small number for a 32-bit one.
		const time = sql<number>`cast(${now} as bigint)`;
		// A window starts anew when it has run out, or when the wait that ended it has been served.
		const renewed = sql<boolean>`(factor_attempts.window_started_at <= ${windowStart} or factor_attempts.blocked_until > 0)`;
		const spent = sql<number>`(case when ${renewed} then 1 else factor_attempts.spent + 1 end)`;
		const wait = sql<number>`(case factor_attempts.waits when 0 then ${sql.lit(limits.waits[0])} when 1 then ${sql.lit(limits.waits[1])} else ${sql.lit(limits.waits[2])} end)`;
		return db
			.insertInto('factor_attempts')
			.values({
				account_id: accountId,
				kind,
				window_started_at: now,
				spent: 1,
				in_a_row: 1,
				waits: 0,
				blocked_until: 0,
			})
			.onConflict((conflict) =>
				conflict
					.columns(['account_id', 'kind'])
					.doUpdateSet({
						window_started_at: sql`case when ${renewed} then ${now} else factor_attempts.window_started_at end`,
						spent,
						in_a_row: sql`factor_attempts.in_a_row + 1`,
						waits: sql`case when ${spent} >= ${limits.attempts} then factor_attempts.waits + 1 else factor_attempts.waits end`,
						blocked_until: sql`case when ${spent} >= ${limits.attempts} then ${time} + ${wait} else 0 end`,
					})
					.where('factor_attempts.blocked_until', '<=', now)
					.where('factor_attempts.in_a_row', '<', limits.inARow),
			)
			.returning('spent');
	}, 4);
	const clear = prepare(
		(accountId: string, kind: GuardedKind) =>
			db.deleteFrom('factor_attempts').where('account_id', '=', accountId).where('kind', '=', kind),
		2,
	);

	return {
		async spend(queries, accountId, kind) {
			const now = clock.now();
			const [row] = await spend(queries, accountId, kind, now, now - limits.window);
			if (row !== undefined) return limits.attempts - row.spent;
			const after = await standing(accountId, kind, queries);
			if (after.state === 'disabled') throw new DomainError('factor.disabled', {});
			throw new DomainError('factor.throttled', {
				retryAt: toIso(after.state === 'throttled' ? after.retryAt : clock.now()),
			});
		},
		async giveBack(queries, accountId, kind, imposedWait) {
			await queries
				.updateTable('factor_attempts')
				.set({
					spent: sql`spent - 1`,
					in_a_row: sql`in_a_row - 1`,
					// The attempt that imposed a wait was no guess, so neither is the wait due.
					...(imposedWait && { waits: sql<number>`case when waits > 0 then waits - 1 else 0 end`, blocked_until: 0 }),
				})
				.where('account_id', '=', accountId)
				.where('kind', '=', kind)
				.where('spent', '>', 0)
				.where('in_a_row', '>', 0)
				.execute();
		},
		async clear(queries, accountId, kind) {
			await clear(queries, accountId, kind);
		},
		async reopen(accountId) {
			await db.deleteFrom('factor_attempts').where('account_id', '=', accountId).execute();
		},
		standing,
	};
};
