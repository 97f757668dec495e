import type { ChallengeAnswer, ChallengeProgress, ChallengeView } from '@mailward/shared/contract/challenges.ts';
import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import type { Activity } from '../activity/activity.ts';
import type { FactorAttempts } from '../attempts/factor-attempts.ts';
import { type RandomBytes, randomId } from '../crypto/random.ts';
import { DomainError } from '../domain-error.ts';
import type { CredentialStore, StoredCredential } from '../factors/credential-store.ts';
import type { Rejection } from '../factors/factor.ts';
import { recoveryCodesLeft } from '../factors/recovery/recovery-factor.ts';
import type { FactorRegistry } from '../factors/registry.ts';
import type { PeopleStore } from '../people/people-store.ts';
import { isTwoFactorDue } from '../policy/policy.ts';
import type { Promoted, SessionStore } from '../sessions/session-store.ts';
import type { Database, Queries } from '../storage/database.ts';
import { lockAccount } from '../storage/lock-account.ts';
import type { SendCode } from '../text-messages/send-code.ts';
import { type Clock, minute, toIso } from '../time/clock.ts';
import { type Challenged, challengeMethods, credentialsFor, isAllowed } from './challenge-methods.ts';
import type { ChallengeStore, StoredChallenge } from './challenge-store.ts';
import { toDomainError, toFormError, toUnreadyError } from './rejection.ts';

export const challengeLife = 10 * minute;
/** Wrong codes at one challenge, after which it must be started anew (the account's budget does not start anew). */
export const attemptsPerChallenge = 5;

/** The second step of sign-in, and "Confirm it's you": attempts are spent here before anything is looked at. */
export interface Challenges {
	/** The challenge this browser has under way; one for the method to show first when it has none. */
	current(session: Challenged): Promise<ChallengeView>;
	/**
	 * Starts one, or takes up again what the browser has under way of a kind that is worth it, so that coming back to it
	 * sends nothing anew. Throws `factor.not_available`.
	 */
	start(session: Challenged, kind?: FactorKind): Promise<ChallengeView>;
	/** Sends a code to one of the prompt's numbers. Throws what the contract lists. */
	sendCode(session: Challenged, challengeId: string, number: string): Promise<ChallengeView>;
	/** How one stands that waits for something elsewhere. Throws `challenge.expired`. */
	progress(session: Challenged, challengeId: string): Promise<ChallengeProgress>;
	/** Promotes the session. Throws what the contract lists. */
	answer(session: Challenged, challengeId: string, answer: ChallengeAnswer): Promise<Promoted>;
}

/** An attempt that was taken out of both budgets. */
interface Spent {
	readonly attemptsLeft: number;
	/** It was the account's last, so that a wait has begun. */
	readonly imposedWait: boolean;
}

const purposeOf = ({ state }: Challenged): StoredChallenge['purpose'] =>
	state === 'signed-in' ? 're-verification' : 'sign-in';

export const createChallenges = (parts: {
	db: Database;
	store: ChallengeStore;
	credentials: CredentialStore;
	factors: FactorRegistry;
	attempts: FactorAttempts;
	sessions: SessionStore;
	people: Pick<PeopleStore, 'ofAccount'>;
	activity: Activity;
	sendCode: SendCode;
	clock: Clock;
	random: RandomBytes;
}): Challenges => {
	const { db, store, credentials, factors, attempts, sessions, activity, clock, random } = parts;

	/** A kind and its own prompt: the registry pairs them, which no type can follow through a union. */
	const promptOf = async ({ kind, pending }: StoredChallenge) => ({
		kind,
		prompt: await factors[kind].challengePrompt(pending),
	});

	const view = async (
		challenge: StoredChallenge,
		offered: Pick<ChallengeView, 'methods' | 'recovery'>,
	): Promise<ChallengeView> =>
		({
			id: challenge.id,
			...(await promptOf(challenge)),
			expiresAt: toIso(challenge.expiresAt),
			...offered,
		}) as ChallengeView;

	/**
	 * Whether it is this session's, as the session is now: what was begun before it was promoted or thrown back is not for
	 * what it has become. What is seen to be over is deleted, so that a clock that steps back does not revive it.
	 */
	const isGood = async (session: Challenged, challenge: StoredChallenge): Promise<boolean> => {
		if (challenge.familyId !== session.familyId || challenge.accountId !== session.accountId) return false;
		if (challenge.purpose === purposeOf(session) && challenge.expiresAt > clock.now()) return true;
		await store.end(db, challenge.id);
		return false;
	};

	/** What the browser has under way of a kind, where it is worth coming back to. */
	const left = async (session: Challenged, kind: FactorKind): Promise<StoredChallenge | undefined> => {
		const challenge = await store.ofKind(session.familyId, kind);
		if (challenge === undefined || !(await isGood(session, challenge))) return undefined;
		if (challenge.attempts >= attemptsPerChallenge) return undefined;
		return (await factors[kind].isWorthKeeping?.(challenge.pending)) ? challenge : undefined;
	};

	/** On a shared mailbox nobody has said yet who they are: what is whose says the name of its person. */
	const withOwners = async ({ account, accountId }: Challenged, owned: readonly StoredCredential[]) => {
		const people = account.kind === 'shared' ? await parts.people.ofAccount(db, accountId) : [];
		return owned.map((each) => ({
			id: each.id,
			owner: people.find(({ id }) => id === each.personId)?.name ?? '',
			credential: credentials.open(each),
		}));
	};

	const start = async (session: Challenged, wanted?: FactorKind): Promise<ChallengeView> => {
		const owned = await credentialsFor(credentials, session);
		const offered = await challengeMethods(parts, session, owned);
		// The default or last used, unless it cannot be used now and another can.
		const first = offered.methods.find(({ state }) => state === 'available') ?? offered.methods[0];
		const kind = wanted ?? first?.kind;
		const ofKind = owned.filter((credential) => credential.kind === kind);
		const spent = kind === 'recovery' && offered.recovery === null;
		const refused = wanted !== undefined && !isAllowed(session.policy, wanted);
		if (kind === undefined || ofKind.length === 0 || spent || refused) {
			throw new DomainError('factor.not_available', {});
		}
		const before = await left(session, kind);
		if (before !== undefined) {
			await store.show(before, clock.now());
			return view(before, offered);
		}
		const id = randomId(random);
		const { familyId, accountId, personId, client } = session;
		const purpose = purposeOf(session);
		const challenge = {
			id,
			familyId,
			accountId,
			kind,
			purpose,
			expiresAt: clock.now() + challengeLife,
			attempts: 0,
			pending: await factors[kind].startChallenge(await withOwners(session, ofKind), {
				id,
				familyId,
				accountId,
				personId,
				purpose,
				client,
			}),
		};
		await store.start(challenge, clock.now());
		return view(challenge, offered);
	};

	/** The challenge with this id, if it is this browser's and still good. */
	const under = async (session: Challenged, id: string): Promise<StoredChallenge> => {
		const challenge = await store.byId(db, id);
		if (challenge === undefined || !(await isGood(session, challenge))) throw new DomainError('challenge.expired', {});
		return challenge;
	};

	/** The kinder of two refusals: what was right but used says more than what was wrong. */
	const kinder = (one: Rejection | undefined, other: Rejection): Rejection => (one?.kind === 'just-used' ? one : other);

	/** Committed before the answer is looked at: nothing that happens afterwards gives a guess back. */
	const spend = (session: Challenged, { id, kind }: StoredChallenge): Promise<Spent> =>
		db.transaction().execute(async (transaction) => {
			const ofChallenge = await store.spend(transaction, id, attemptsPerChallenge);
			if (ofChallenge === undefined) throw new DomainError('challenge.exhausted', {});
			const ofAccount = await attempts.spend(transaction, session.accountId, kind);
			return { attemptsLeft: Math.min(ofChallenge, ofAccount), imposedWait: ofAccount === 0 };
		});

	const recordPassed = async (
		queries: Queries,
		session: Challenged,
		{ kind, personId }: StoredCredential,
		next: unknown,
	) => {
		const by = { accountId: session.accountId, personId, client: session.client };
		if (kind === 'recovery') {
			await activity.record(queries, { ...by, event: 'recovery-code.used', left: recoveryCodesLeft(next) });
		}
		// Confirming once more that it is they is no sign-in.
		if (session.state === 'awaiting-second-factor') {
			await activity.record(queries, { ...by, event: 'sign-in.passed', means: kind });
		}
	};

	/** Who must have two-factor and left set-up before its recovery codes were saved goes on there. */
	const isUnfinished = async (queries: Queries, session: Challenged, { personId }: StoredCredential) => {
		if (session.state !== 'awaiting-second-factor' || !isTwoFactorDue(session.duty, clock.now())) return false;
		const owned = await credentials.ofAccount(session.accountId, queries);
		return !owned.some((each) => each.personId === personId && each.kind === 'recovery');
	};

	/** What has been seen to be too old stays so. */
	const forgetExpired = async ({ id, accountId, kind }: StoredChallenge) => {
		const { codes } = factors[kind];
		if (codes === undefined) return;
		await db.transaction().execute(async (transaction) => {
			// Held as by whoever sends a code: one that is drawn at this moment is kept.
			await lockAccount(transaction, accountId);
			const now = await store.byId(transaction, id);
			if (now !== undefined) await store.keep(transaction, id, codes.withoutExpired(now.pending));
		});
	};

	/** Swap, promotion and the rest stand or fall together; undefined when another request was first. */
	const promote = (
		session: Challenged,
		challenge: StoredChallenge,
		{ imposedWait }: Spent,
		credential: StoredCredential,
		next: unknown,
	) =>
		db.transaction().execute(async (transaction): Promise<Promoted | undefined> => {
			if (!(await credentials.swap(transaction, credential, next, clock.now()))) return undefined;
			if (!(await store.endAll(transaction, challenge))) return undefined;
			// On a shared mailbox the guesses may be somebody else's, at another person's method: being right oneself pays for
			// one's own attempt and for no other.
			if (session.account.kind === 'person') await attempts.clear(transaction, session.accountId, credential.kind);
			else await attempts.giveBack(transaction, session.accountId, credential.kind, imposedWait);
			const unfinished = await isUnfinished(transaction, session, credential);
			const promoted = await sessions.promote(transaction, session, {
				state: unfinished ? 'awaiting-set-up' : 'signed-in',
				verifiedWith: credential.kind === 'recovery' ? 'recovery' : 'factor',
				personId: credential.personId,
			});
			// Where set-up is still to be finished, the sign-in is noted at its end.
			if (promoted !== undefined && !unfinished) await recordPassed(transaction, session, credential, next);
			return promoted;
		});

	return {
		start,
		async current(session) {
			const challenge = await store.ofSession(session.familyId);
			if (challenge === undefined || !(await isGood(session, challenge))) return start(session);
			if (!isAllowed(session.policy, challenge.kind)) return start(session);
			const owned = await credentialsFor(credentials, session);
			if (!owned.some((credential) => credential.kind === challenge.kind)) return start(session);
			return view(challenge, await challengeMethods(parts, session, owned));
		},
		async sendCode(session, challengeId, number) {
			const { kind } = await under(session, challengeId);
			if (!isAllowed(session.policy, kind)) throw new DomainError('factor.not_available', {});
			const standing = await attempts.standing(session.accountId, kind);
			// A code that could not be answered is not sent.
			if (standing.state === 'disabled') throw new DomainError('factor.disabled', {});
			if (standing.state === 'throttled') {
				throw new DomainError('factor.throttled', { retryAt: toIso(standing.retryAt) });
			}
			const owned = await credentialsFor(credentials, session);
			const target = owned.find((credential) => credential.id === number);
			// Unbound meanwhile, so it may be somebody else's by now.
			if (target === undefined) throw new DomainError('factor.not_available', {});
			const { accountId, familyId, client, policy } = session;
			const asker = { accountId, familyId, address: client.address, settingUp: false };
			await parts.sendCode(asker, policy.textMessages, async (transaction, messageId) => {
				const challenge = await store.byId(transaction, challengeId);
				if (challenge === undefined) throw new DomainError('challenge.expired', {});
				if (challenge.attempts >= attemptsPerChallenge) throw new DomainError('challenge.exhausted', {});
				const drawn = factors[kind].codes?.ofChallenge(
					challenge.pending,
					{ id: target.id, credential: credentials.open(target) },
					messageId,
				);
				if (drawn?.result !== 'drawn') throw new DomainError('factor.not_available', {});
				await store.keep(transaction, challengeId, drawn.pending);
				return drawn;
			});
			return view(await under(session, challengeId), await challengeMethods(parts, session, owned));
		},
		async progress(session, challengeId) {
			const challenge = await under(session, challengeId);
			if (factors[challenge.kind].unready === undefined) throw new DomainError('challenge.expired', {});
			return (await promptOf(challenge)) as ChallengeProgress;
		},
		async answer(session, challengeId, answer) {
			const challenge = await under(session, challengeId);
			const { kind } = challenge;
			const factor = factors[kind];
			const malformed = factor.formProblem(answer);
			if (malformed !== undefined) throw toFormError(malformed);
			if (!isAllowed(session.policy, kind)) throw new DomainError('factor.not_available', {});
			const unready = await factor.unready?.(challenge.pending);
			if (unready !== undefined) {
				await forgetExpired(challenge);
				throw toUnreadyError(unready);
			}
			const spent = await spend(session, challenge);
			const ownedNow = async () =>
				(await credentialsFor(credentials, session)).filter((credential) => credential.kind === kind);
			const owned = await ownedNow();
			if (owned.length === 0) throw new DomainError('factor.not_available', {});

			let rejection: Rejection | undefined;
			for (const credential of owned) {
				const verdict = await factor.verify(credentials.open(credential), challenge.pending, answer);
				if (verdict.result === 'rejected') {
					rejection = kinder(rejection, verdict.reason);
					continue;
				}
				const promoted = await promote(session, challenge, spent, credential, verdict.next);
				if (promoted !== undefined) return promoted;
				// Another request with this code was first. Asking again tells how long until the next one.
				const current = (await ownedNow()).find(({ id }) => id === credential.id);
				const again = current && (await factor.verify(credentials.open(current), challenge.pending, answer));
				rejection = again?.result === 'rejected' ? again.reason : { kind: 'wrong' };
			}

			const reason = rejection ?? { kind: 'wrong' };
			if (reason.kind === 'just-used') {
				await db.transaction().execute(async (transaction) => {
					// In the order of spending: the other way round the two could wait for each other's row without end.
					await store.giveBack(transaction, challengeId);
					await attempts.giveBack(transaction, session.accountId, kind, spent.imposedWait);
				});
			} else {
				await forgetExpired(challenge);
				const { accountId, personId, client } = session;
				await activity.record(db, { accountId, personId, client, event: 'sign-in.factor-refused', method: kind });
			}
			throw toDomainError(kind, reason, spent.attemptsLeft, clock.now());
		},
	};
};
