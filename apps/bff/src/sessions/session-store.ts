import { tokenHash } from '../crypto/fingerprint.ts';
import { type RandomBytes, randomId } from '../crypto/random.ts';
import type { Queries } from '../storage/database.ts';
import { prepare } from '../storage/prepared.ts';
import type { SessionsTable } from '../storage/tables.ts';
import { type Clock, hour, minute } from '../time/clock.ts';
import { type BegunSession, type Session, signedOut, toSession } from './session.ts';

/** OWASP ASVS 5.0, 7.3: how long a session lives unused, and at the most. Milliseconds. */
export interface SessionLife {
	readonly idle: number;
	readonly absolute: number;
	/** For one that has not passed its second step. */
	readonly pending: number;
}

export const sessionLife: SessionLife = { idle: hour, absolute: 24 * hour, pending: hour };

/** A step up: what the session is from now on. */
export type Promotion = Pick<SessionsTable, 'state'> & { readonly verifiedWith: 'password' | 'factor' | null };

/** A promoted session's new token, and the time of the verification that earned it (ms since the epoch). */
export interface Promoted {
	readonly token: string;
	readonly verifiedAt: number;
}

/** Browser sessions. Tokens leave here once, for the cookie; only their hashes are stored. */
export interface SessionStore {
	/** The session a token stands for; `signed-out` for none, an ended or expired one, or that of a disabled account. */
	load(token: string | undefined): Promise<Session>;
	/** Returns the new token. */
	begin(accountId: string, promotion: Promotion): Promise<string>;
	/**
	 * Moves a session to its next state under a new token, in one statement: of two promotions of the same session one
	 * gets `undefined`, and the old token is worth nothing afterwards.
	 */
	promote(queries: Queries, session: BegunSession, promotion: Promotion): Promise<Promoted | undefined>;
	end(session: { tokenHash: string }): Promise<void>;
	endAll(accountId: string, options?: { except?: string; queries?: Queries }): Promise<void>;
	/** Deletes what has expired; returns how many. */
	sweep(): Promise<number>;
}

/** Writing the time of last use at every request would make each one a write. */
const seenEvery = minute;

export const createSessionStore = (
	db: Queries,
	clock: Clock,
	random: RandomBytes,
	life: SessionLife = sessionLife,
): SessionStore => {
	const byToken = prepare(
		(hash: string) =>
			db
				.selectFrom('sessions')
				.innerJoin('accounts', 'accounts.id', 'sessions.account_id')
				.where('sessions.token_hash', '=', hash)
				.selectAll('sessions')
				.select((each) => [
					'accounts.address',
					'accounts.name',
					'accounts.kind',
					'accounts.administrator',
					'accounts.disabled_at',
					'accounts.two_factor_required_from',
					each
						.selectFrom('credentials')
						.whereRef('credentials.account_id', '=', 'sessions.account_id')
						.select((count) => count.fn.countAll<number>().as('factors'))
						.as('factors'),
				]),
		1,
	);
	const newToken = () => random(32).toString('base64url');
	const expiry = (state: SessionsTable['state']) =>
		clock.now() + (state === 'signed-in' ? life.absolute : life.pending);

	return {
		async load(token) {
			if (token === undefined || token.length > 64) return signedOut;
			const [row] = await byToken(db, tokenHash(token));
			const now = clock.now();
			if (row === undefined || row.disabled_at !== null) return signedOut;
			if (row.expires_at <= now || row.last_seen_at + life.idle <= now) {
				// Deleted once it has been seen to be over, so that a clock that steps back does not revive it.
				await db.deleteFrom('sessions').where('token_hash', '=', row.token_hash).execute();
				return signedOut;
			}
			if (row.last_seen_at + seenEvery <= now) {
				await db.updateTable('sessions').set({ last_seen_at: now }).where('token_hash', '=', row.token_hash).execute();
			}
			return toSession(row, now);
		},
		async begin(accountId, { state, verifiedWith }) {
			const token = newToken();
			const now = clock.now();
			await db
				.insertInto('sessions')
				.values({
					token_hash: tokenHash(token),
					family_id: randomId(random),
					account_id: accountId,
					state,
					password_at: now,
					verified_at: verifiedWith === null ? null : now,
					verified_with: verifiedWith,
					created_at: now,
					last_seen_at: now,
					expires_at: expiry(state),
				})
				.execute();
			return token;
		},
		async promote(queries, session, { state, verifiedWith }) {
			const token = newToken();
			const now = clock.now();
			const result = await queries
				.updateTable('sessions')
				.set({
					token_hash: tokenHash(token),
					state,
					verified_at: now,
					verified_with: verifiedWith,
					last_seen_at: now,
					// Verifying again does not stretch the life of a session that is signed in already.
					...(session.state === 'signed-in' ? {} : { expires_at: expiry(state) }),
				})
				.where('token_hash', '=', session.tokenHash)
				.executeTakeFirst();
			return result.numUpdatedRows === 1n ? { token, verifiedAt: now } : undefined;
		},
		async end(session) {
			await db.deleteFrom('sessions').where('token_hash', '=', session.tokenHash).execute();
		},
		async endAll(accountId, { except, queries = db } = {}) {
			await queries
				.deleteFrom('sessions')
				.where('account_id', '=', accountId)
				.$if(except !== undefined, (query) => query.where('family_id', '!=', except ?? ''))
				.execute();
		},
		async sweep() {
			const now = clock.now();
			const result = await db.deleteFrom('sessions').where('expires_at', '<=', now).executeTakeFirst();
			await db.deleteFrom('challenges').where('expires_at', '<=', now).execute();
			await db.deleteFrom('enrolments').where('expires_at', '<=', now).execute();
			return Number(result.numDeletedRows);
		},
	};
};
