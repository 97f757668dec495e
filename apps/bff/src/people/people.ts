import type { InvitationView, PersonView } from '@mailward/shared/contract/people.ts';
import {
	groupedPaperCode,
	isPaperCode,
	normalisePaperCode,
	paperCodeAlphabet,
	paperCodeLength,
} from '@mailward/shared/factors/recovery.ts';
import { nameProblem } from '@mailward/shared/names.ts';
import { lockAccount } from '../accounts/account-store.ts';
import type { Activity } from '../activity/activity.ts';
import type { FactorAttempts } from '../attempts/factor-attempts.ts';
import type { Fingerprint } from '../crypto/fingerprint.ts';
import { type RandomBytes, randomId, randomText } from '../crypto/random.ts';
import { DomainError } from '../domain-error.ts';
import type { PasswordVerified, SignedIn } from '../sessions/session.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Database } from '../storage/database.ts';
import { type Clock, day, toIso } from '../time/clock.ts';
import type { PeopleStore, StoredPerson } from './people-store.ts';

/** Long enough to be handed over after a weekend. */
export const invitationLife = 7 * day;
/** A code of the help desk is used while its person is on the telephone, or on the same day. */
export const resetLife = day;
/** The invited count as well. */
export const peopleLimit = 50;

/** The people of a shared mailbox: each with methods, client passwords and recovery codes of their own. */
export interface People {
	readonly limit: number;
	/** Throws `request.not_found` for the account of one person; so do all the others. */
	list(session: SignedIn): Promise<{ people: PersonView[]; invitations: InvitationView[] }>;
	/** Throws what the contract lists. */
	invite(session: SignedIn, name: string): Promise<InvitationView & { code: string }>;
	rename(session: SignedIn, id: string, name: string): Promise<void>;
	/** Throws `person.last`. */
	remove(session: SignedIn, id: string): Promise<void>;
	/**
	 * A code for somebody who has lost all their methods and recovery codes, to be handed over by whoever has made sure of
	 * who they are. It opens a new set-up only, beside the web password; what was set up counts until that is done, so that
	 * nobody gets in without a second factor meanwhile. `person`: of a shared mailbox, by name. Throws `request.not_found`.
	 */
	reset(account: { id: string; kind: 'person' | 'shared' }, person?: string): Promise<string>;
	/**
	 * Leads somebody with such a code to their set-up, and nowhere else; returns the session's new token. Guesses are
	 * counted like those at any factor.
	 */
	redeem(session: PasswordVerified, code: string): Promise<string>;
}

/** Throws `person.name_invalid`; returns the name as it is kept. */
export const personNameOf = (typed: string): string => {
	const name = typed.trim().normalize('NFC');
	const problem = nameProblem(name);
	if (problem !== undefined) throw new DomainError('person.name_invalid', { reason: problem });
	return name;
};

/** Somebody may have lost everything and be invited anew: whoever has a method is in. */
const hasJoined = ({ invitationExpiresAt, methods }: StoredPerson): boolean =>
	invitationExpiresAt === null || methods > 0;

export const createPeople = (parts: {
	db: Database;
	store: PeopleStore;
	attempts: FactorAttempts;
	sessions: SessionStore;
	activity: Activity;
	fingerprint: Fingerprint;
	clock: Clock;
	random: RandomBytes;
}): People => {
	const { db, store, attempts, sessions, activity, fingerprint, clock, random } = parts;
	const hash = (accountId: string, code: string) => fingerprint(`${accountId} ${code}`);
	const onlyShared = ({ account }: SignedIn | PasswordVerified) => {
		if (account.kind !== 'shared') throw new DomainError('request.not_found', {});
	};
	const by = ({ accountId, personId, client }: SignedIn) => ({ accountId, personId, client });

	return {
		limit: peopleLimit,
		async list(session) {
			onlyShared(session);
			const all = await store.ofAccount(db, session.accountId);
			return {
				people: all.filter(hasJoined).map((person) => ({
					id: person.id,
					name: person.name,
					current: person.id === session.personId,
					methods: person.methods,
					clientPasswords: person.clientPasswords,
					createdAt: toIso(person.createdAt),
					lastUsedAt: person.lastUsedAt === null ? null : toIso(person.lastUsedAt),
				})),
				invitations: all
					.filter((each) => !hasJoined(each) && (each.invitationExpiresAt ?? 0) > clock.now())
					.map(({ id, name, invitationExpiresAt }) => ({ id, name, expiresAt: toIso(invitationExpiresAt ?? 0) })),
			};
		},
		async invite(session, typedName) {
			onlyShared(session);
			if (!session.twoFactor) throw new DomainError('person.factor_needed', {});
			const name = personNameOf(typedName);
			const { accountId } = session;
			const id = randomId(random);
			const code = randomText(random, paperCodeAlphabet, paperCodeLength);
			const expiresAt = clock.now() + invitationLife;
			await db.transaction().execute(async (transaction) => {
				await lockAccount(transaction, accountId);
				if (!(await sessions.isThere(transaction, session))) throw new DomainError('session.sign_in_needed', {});
				const all = await store.ofAccount(transaction, accountId);
				const isOver = (each: StoredPerson) => !hasJoined(each) && (each.invitationExpiresAt ?? 0) <= clock.now();
				for (const over of all.filter(isOver)) await store.remove(transaction, accountId, over.id);
				if (all.filter((each) => !isOver(each)).length >= peopleLimit) {
					throw new DomainError('person.limit_reached', { limit: peopleLimit });
				}
				const invitation = { hash: hash(accountId, code), expiresAt };
				await store.insert(transaction, { id, accountId, name, at: clock.now(), invitation });
				await activity.record(transaction, { ...by(session), event: 'person.invited', name });
			});
			return { id, name, expiresAt: toIso(expiresAt), code: groupedPaperCode(code) };
		},
		async rename(session, id, typedName) {
			onlyShared(session);
			const name = personNameOf(typedName);
			if (!(await store.rename(db, session.accountId, id, name))) throw new DomainError('request.not_found', {});
		},
		async remove(session, id) {
			onlyShared(session);
			const { accountId } = session;
			await db.transaction().execute(async (transaction) => {
				await lockAccount(transaction, accountId);
				if (!(await sessions.isThere(transaction, session))) throw new DomainError('session.sign_in_needed', {});
				const all = await store.ofAccount(transaction, accountId);
				const person = all.find((each) => each.id === id);
				if (person === undefined) throw new DomainError('request.not_found', {});
				if (hasJoined(person) && all.filter(hasJoined).length === 1) throw new DomainError('person.last', {});
				await store.remove(transaction, accountId, id);
				if (hasJoined(person)) {
					await activity.record(transaction, { ...by(session), event: 'person.removed', name: person.name });
				}
			});
		},
		async reset({ id: accountId, kind }, name) {
			const people = await store.ofAccount(db, accountId);
			const person =
				kind === 'person' ? { id: accountId } : people.find((each) => hasJoined(each) && each.name === name);
			if (person === undefined) throw new DomainError('request.not_found', {});
			const code = randomText(random, paperCodeAlphabet, paperCodeLength);
			const invitation = { hash: hash(accountId, code), expiresAt: clock.now() + resetLife };
			await db.transaction().execute(async (transaction) => {
				await store.reinvite(transaction, { id: person.id, accountId, at: clock.now(), invitation });
				const reset = { accountId, personId: person.id, client: null, event: 'set-up-code.made' } as const;
				await activity.record(transaction, reset);
			});
			return groupedPaperCode(code);
		},
		async redeem(session, typed) {
			const { accountId } = session;
			const code = normalisePaperCode(typed);
			// Committed before the code is looked at, as with every guess.
			const attemptsLeft = await db
				.transaction()
				.execute((transaction) => attempts.spend(transaction, accountId, 'invitation'));
			const person = isPaperCode(code) ? await store.invitedBy(db, accountId, hash(accountId, code)) : undefined;
			if (person !== undefined && person.expiresAt <= clock.now()) {
				// Taken back once it has been seen to be over, so that a clock that steps back does not revive it.
				await db.transaction().execute((transaction) => store.takeBack(transaction, accountId, person.id));
			}
			if (person === undefined || person.expiresAt <= clock.now()) {
				throw new DomainError('invitation.rejected', { attemptsLeft });
			}
			const promoted = await db.transaction().execute(async (transaction) => {
				await attempts.clear(transaction, accountId, 'invitation');
				return sessions.promote(transaction, session, {
					state: 'awaiting-set-up',
					verifiedWith: 'invitation',
					personId: person.id,
				});
			});
			if (promoted === undefined) throw new DomainError('session.sign_in_needed', {});
			return promoted.token;
		},
	};
};
