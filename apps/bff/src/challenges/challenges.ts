import type { ChallengeMethod, ChallengeView } from '@mailward/shared/contract/challenges.ts';
import { type FactorKind, factorKinds } from '@mailward/shared/factors/kinds.ts';
import type { FactorAttempts } from '../attempts/factor-attempts.ts';
import { type RandomBytes, randomId } from '../crypto/random.ts';
import { DomainError } from '../domain-error.ts';
import type { CredentialStore, StoredCredential } from '../factors/credential-store.ts';
import type { Rejection, Verdict } from '../factors/factor.ts';
import type { FactorRegistry } from '../factors/registry.ts';
import type { PasswordVerified, SignedIn } from '../sessions/session.ts';
import type { Promoted, SessionStore } from '../sessions/session-store.ts';
import type { Database } from '../storage/database.ts';
import { type Clock, minute, toIso } from '../time/clock.ts';
import type { ChallengeStore, StoredChallenge } from './challenge-store.ts';
import { toDomainError } from './rejection.ts';

export const challengeLife = 10 * minute;
/** Wrong codes at one challenge, after which it must be started anew (the account's budget does not start anew). */
export const attemptsPerChallenge = 5;

type Challenged = PasswordVerified | SignedIn;

/** The second step of sign-in, and "Confirm it's you". The one place that spends attempts and promotes a session. */
export interface Challenges {
	/** The challenge this browser has under way; one for the method to show first when it has none. */
	current(session: Challenged): Promise<ChallengeView>;
	/** Starts one, in the place of any under way. Throws `factor.not_available`. */
	start(session: Challenged, kind?: FactorKind): Promise<ChallengeView>;
	/** Promotes the session. Throws what the contract lists. */
	answer(session: Challenged, challengeId: string, code: string): Promise<Promoted>;
}

export const createChallenges = (parts: {
	db: Database;
	store: ChallengeStore;
	credentials: CredentialStore;
	factors: FactorRegistry;
	attempts: FactorAttempts;
	sessions: SessionStore;
	clock: Clock;
	random: RandomBytes;
}): Challenges => {
	const { db, store, credentials, factors, attempts, sessions, clock, random } = parts;

	const methodsOf = async (owned: readonly StoredCredential[]): Promise<ChallengeMethod[]> => {
		const methods: ChallengeMethod[] = [];
		for (const kind of factorKinds) {
			const ofKind = owned.filter((credential) => credential.kind === kind);
			const [first] = ofKind;
			if (first === undefined) continue;
			const standing = await attempts.standing(first.accountId, kind);
			methods.push({
				kind,
				names: ofKind.map((credential) => credential.name),
				state: standing.state,
				...(standing.state === 'throttled' ? { retryAt: toIso(standing.retryAt) } : {}),
			});
		}
		return methods;
	};

	/** The person's default, else the one used last, else the oldest. */
	const first = (owned: readonly StoredCredential[]): StoredCredential | undefined =>
		owned.find((credential) => credential.preferred) ??
		owned.toSorted((a, b) => (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0))[0];

	const view = async (challenge: StoredChallenge, owned: readonly StoredCredential[]) => {
		const ofKind = owned.filter((credential) => credential.kind === challenge.kind);
		const { prompt } = factors[challenge.kind].startChallenge(ofKind.map(credentials.open));
		return {
			id: challenge.id,
			kind: challenge.kind,
			prompt: prompt as ChallengeView['prompt'],
			expiresAt: toIso(challenge.expiresAt),
			methods: await methodsOf(owned),
		};
	};

	const start = async (session: Challenged, kind?: FactorKind): Promise<ChallengeView> => {
		const owned = await credentials.ofAccount(session.accountId);
		const chosen = kind ?? first(owned)?.kind;
		const ofKind = owned.filter((credential) => credential.kind === chosen);
		if (chosen === undefined || ofKind.length === 0) throw new DomainError('factor.not_available', {});
		const challenge = {
			id: randomId(random),
			familyId: session.familyId,
			accountId: session.accountId,
			kind: chosen,
			expiresAt: clock.now() + challengeLife,
			pending: factors[chosen].startChallenge(ofKind.map(credentials.open)).pending,
		};
		await store.start(challenge);
		return view(challenge, owned);
	};

	/** The kinder of two refusals: what was right but used says more than what was wrong. */
	const kinder = (one: Rejection | undefined, other: Rejection): Rejection => (one?.kind === 'just-used' ? one : other);

	return {
		start,
		async current(session) {
			const challenge = await store.ofSession(session.familyId);
			if (challenge === undefined || challenge.expiresAt <= clock.now()) return start(session);
			const owned = await credentials.ofAccount(session.accountId);
			const stillOwned = owned.some((credential) => credential.kind === challenge.kind);
			return stillOwned && challenge.accountId === session.accountId ? view(challenge, owned) : start(session);
		},
		async answer(session, challengeId, code) {
			const challenge = await store.ofSession(session.familyId);
			if (challenge?.id !== challengeId || challenge.accountId !== session.accountId) {
				throw new DomainError('challenge.expired', {});
			}
			if (challenge.expiresAt <= clock.now()) {
				// Deleted once it has been seen to be over, so that a clock that steps back does not revive it.
				await store.end(db, challengeId);
				throw new DomainError('challenge.expired', {});
			}
			const { kind } = challenge;
			const factor = factors[kind];

			const malformed = factor.formProblem(code);
			if (malformed !== undefined) throw new DomainError('factor.code_malformed', { reason: malformed });

			// Committed before the code is looked at: nothing that happens afterwards gives a guess back.
			const attemptsLeft = await db.transaction().execute(async (transaction) => {
				const ofChallenge = await store.spend(transaction, challengeId, attemptsPerChallenge);
				if (ofChallenge === undefined) throw new DomainError('challenge.exhausted', {});
				return Math.min(ofChallenge, await attempts.spend(transaction, session.accountId, kind));
			});

			const owned = (await credentials.ofAccount(session.accountId)).filter((credential) => credential.kind === kind);
			if (owned.length === 0) throw new DomainError('factor.not_available', {});
			let rejection: Rejection | undefined;
			for (const credential of owned) {
				const verdict: Verdict<unknown> = factor.verify(credentials.open(credential), challenge.pending, code);
				if (verdict.result === 'rejected') {
					rejection = kinder(rejection, verdict.reason);
					continue;
				}
				const promoted = await db.transaction().execute(async (transaction) => {
					if (!(await credentials.swap(transaction, credential, verdict.next, clock.now()))) return undefined;
					if (!(await store.end(transaction, challengeId))) return undefined;
					await attempts.clear(transaction, session.accountId, kind);
					return sessions.promote(transaction, session, { state: 'signed-in', verifiedWith: 'factor' });
				});
				if (promoted !== undefined) return promoted;
				// Another request with this code was first. Asking again tells how long until the next one.
				const current = (await credentials.ofAccount(session.accountId)).find(({ id }) => id === credential.id);
				const again = current && factor.verify(credentials.open(current), challenge.pending, code);
				rejection = again?.result === 'rejected' ? again.reason : { kind: 'wrong' };
			}
			const reason = rejection ?? { kind: 'wrong' };
			if (reason.kind === 'just-used') {
				await db.transaction().execute(async (transaction) => {
					// In the order of spending: the other way round the two could wait for each other's row without end.
					await store.giveBack(transaction, challengeId);
					await attempts.giveBack(transaction, session.accountId, kind);
				});
			}
			throw toDomainError(reason, attemptsLeft, clock.now());
		},
	};
};
