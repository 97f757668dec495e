import { sql } from 'kysely';
import type { ClientInfo } from '../clients/client-info.ts';
import { tokenHash } from '../crypto/fingerprint.ts';
import { type RandomBytes, randomId } from '../crypto/random.ts';
import { DomainError } from '../domain-error.ts';
import { namesGroups } from '../policy/policy.ts';
import type { PolicyStore } from '../policy/policy-store.ts';
import type { Queries } from '../storage/database.ts';
import { lockAccount } from '../storage/lock-account.ts';
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
export interface Promotion {
	readonly state: SessionsTable['state'];
	readonly verifiedWith: SessionsTable['verified_with'];
	/** Null while it is not known who of a shared mailbox this is. */
	readonly personId: string | null;
	readonly trustedDeviceId?: string;
}

/** A promoted session's new token, and the time of the verification that earned it (ms since the epoch). */
export interface Promoted {
	readonly token: string;
	readonly verifiedAt: number;
}

/** Browser sessions. Tokens leave here once, for the cookie; only their hashes are stored. */
export interface SessionStore {
	/**
	 * The session a token stands for, for a request from `client`; `signed-out` for none, an ended or expired one, or that
	 * of a disabled account. What is asked `unattended` does not keep it from being idle.
	 */
	load(token: string | undefined, client: ClientInfo, how?: { unattended: boolean }): Promise<Session>;
	/** Returns the new token. */
	begin(accountId: string, promotion: Promotion, client: ClientInfo, queries?: Queries): Promise<string>;
	/**
	 * Moves a session to its next state under a new token, in one statement: of two promotions of the same session one
	 * gets `undefined`, and the old token is worth nothing afterwards.
	 */
	promote(queries: Queries, session: BegunSession, promotion: Promotion): Promise<Promoted | undefined>;
	/** A new token for what the session is worth already; undefined when it has ended or moved on meanwhile. */
	renew(queries: Queries, session: BegunSession): Promise<string | undefined>;
	/**
	 * Begins an act that a session must not do after its end: holds the account's row until the transaction ends, as
	 * everything does that ends sessions of others, and throws `session.sign_in_needed` when this one is gone.
	 */
	hold(transaction: Queries, session: BegunSession): Promise<void>;
	end(session: { tokenHash: string }): Promise<void>;
	endAll(accountId: string, options?: { except?: string; queries?: Queries }): Promise<void>;
	/**
	 * Takes back what the other sessions of a person have been verified with, when a method is replaced or removed: it may not
	 * have been its owner. They stand at the second step again.
	 */
	unverifyOthers(queries: Queries, session: { accountId: string; personId: string; familyId: string }): Promise<void>;
	/** Ends those of one person, but for the family `except`. */
	endOfPerson(queries: Queries, accountId: string, personId: string, except: string): Promise<void>;
	/** Deletes what has expired; returns how many. */
	sweep(): Promise<number>;
}

/** Writing the time of last use at every request would make each one a write. */
const seenEvery = minute;

export const createSessionStore = (parts: {
	db: Queries;
	policies: Pick<PolicyStore, 'current'>;
	clock: Clock;
	random: RandomBytes;
	life?: SessionLife;
}): SessionStore => {
	const { db, policies, clock, random, life = sessionLife } = parts;
	const byToken = prepare(
		(hash: string) =>
			db
				.selectFrom('sessions')
				.innerJoin('accounts', 'accounts.id', 'sessions.account_id')
				.leftJoin('people', (join) =>
					join
						.onRef('people.id', '=', (each) => each.fn.coalesce('sessions.person_id', 'sessions.account_id'))
						.onRef('people.account_id', '=', 'sessions.account_id'),
				)
				.leftJoin('trusted_devices', 'trusted_devices.id', 'sessions.trusted_device_id')
				.where('sessions.token_hash', '=', hash)
				.selectAll('sessions')
				.select((each) => {
					const methods = each
						.selectFrom('credentials')
						.whereRef('credentials.account_id', '=', 'sessions.account_id')
						.where('credentials.kind', '!=', sql.lit('recovery'));
					return [
						'accounts.address',
						'accounts.name',
						'accounts.kind',
						'accounts.administrator',
						'accounts.disabled_at',
						'people.name as person_name',
						'people.invitation as person_invitation',
						'people.invitation_expires_at as person_invitation_until',
						'trusted_devices.expires_at as trusted_until',
						'trusted_devices.created_at as trusted_since',
						methods.select((count) => count.fn.countAll<number>().as('factors')).as('factors'),
						methods
							.whereRef('credentials.person_id', '=', 'sessions.person_id')
							.select((count) => count.fn.countAll<number>().as('factors'))
							.as('person_factors'),
					];
				}),
		1,
	);
	const groupsOf = prepare(
		(accountId: string) => db.selectFrom('account_groups').where('account_id', '=', accountId).select('name'),
		1,
	);
	const newToken = () => random(32).toString('base64url');
	const expiry = (state: SessionsTable['state']) =>
		clock.now() + (state === 'signed-in' ? life.absolute : life.pending);

	return {
		async load(token, client, { unattended } = { unattended: false }) {
			if (token === undefined || token.length > 64) return signedOut;
			const [row] = await byToken(db, tokenHash(token));
			const now = clock.now();
			if (row === undefined || row.disabled_at !== null) return signedOut;
			if (row.expires_at <= now || row.last_seen_at + life.idle <= now) {
				// Deleted once it has been seen to be over, so that a clock that steps back does not revive it.
				await db.deleteFrom('sessions').where('token_hash', '=', row.token_hash).execute();
				return signedOut;
			}
			if (!unattended && row.last_seen_at + seenEvery <= now) {
				await db.updateTable('sessions').set({ last_seen_at: now }).where('token_hash', '=', row.token_hash).execute();
			}
			const policy = await policies.current();
			const groups = namesGroups(policy) ? (await groupsOf(db, row.account_id)).map(({ name }) => name) : [];
			const session = toSession(row, { policy, groups, client, now });
			if (row.verified_with === 'trusted-device' && session.state === 'awaiting-second-factor') {
				// Kept as it was seen: a device that is over vouches no more for it when the clock steps back.
				await db
					.updateTable('sessions')
					.set({ state: 'awaiting-second-factor', verified_with: null, trusted_device_id: null })
					.where('token_hash', '=', row.token_hash)
					.execute();
			}
			return session;
		},
		async begin(accountId, { state, verifiedWith, personId, trustedDeviceId }, client, queries = db) {
			const token = newToken();
			const now = clock.now();
			await queries
				.insertInto('sessions')
				.values({
					token_hash: tokenHash(token),
					family_id: randomId(random),
					account_id: accountId,
					state,
					password_at: now,
					verified_at: verifiedWith === null ? null : now,
					verified_with: verifiedWith,
					person_id: personId,
					trusted_device_id: trustedDeviceId ?? null,
					...client,
					created_at: now,
					last_seen_at: now,
					expires_at: expiry(state),
				})
				.execute();
			return token;
		},
		async promote(queries, session, { state, verifiedWith, personId, trustedDeviceId }) {
			const token = newToken();
			const now = clock.now();
			const result = await queries
				.updateTable('sessions')
				.set({
					token_hash: tokenHash(token),
					state,
					verified_at: now,
					verified_with: verifiedWith,
					person_id: personId,
					trusted_device_id: trustedDeviceId ?? null,
					...session.client,
					last_seen_at: now,
					// Verifying again does not stretch the life of a session that is signed in already.
					...(session.state === 'signed-in' ? {} : { expires_at: expiry(state) }),
				})
				.where('token_hash', '=', session.tokenHash)
				.executeTakeFirst();
			return result.numUpdatedRows === 1n ? { token, verifiedAt: now } : undefined;
		},
		async renew(queries, session) {
			const token = newToken();
			const result = await queries
				.updateTable('sessions')
				.set({ token_hash: tokenHash(token) })
				.where('token_hash', '=', session.tokenHash)
				.executeTakeFirst();
			return result.numUpdatedRows === 1n ? token : undefined;
		},
		async hold(transaction, { accountId, tokenHash: hash }) {
			await lockAccount(transaction, accountId);
			const row = await transaction
				.selectFrom('sessions')
				.where('token_hash', '=', hash)
				.select('token_hash')
				.executeTakeFirst();
			if (row === undefined) throw new DomainError('session.sign_in_needed', {});
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
		async unverifyOthers(queries, { accountId, personId, familyId }) {
			await queries
				.updateTable('sessions')
				.set({ state: 'awaiting-second-factor', verified_at: null, verified_with: null, trusted_device_id: null })
				.where('account_id', '=', accountId)
				.where('person_id', '=', personId)
				.where('family_id', '!=', familyId)
				.where('verified_with', '!=', 'invitation')
				.execute();
		},
		async endOfPerson(queries, accountId, personId, except) {
			await queries
				.deleteFrom('sessions')
				.where('account_id', '=', accountId)
				.where('person_id', '=', personId)
				.where('family_id', '!=', except)
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
