import type { InvitationView, PersonView } from '@mailward/shared/contract/people.ts';
import {
	groupedPaperCode,
	isPaperCode,
	normalisePaperCode,
	paperCodeAlphabet,
	paperCodeLength,
} from '@mailward/shared/factors/recovery.ts';
import { nameProblem } from '@mailward/shared/names.ts';
import type { Account } from '../accounts/account-store.ts';
import { AccountProblem } from '../accounts/accounts.ts';
import type { Activity } from '../activity/activity.ts';
import type { FactorAttempts } from '../attempts/factor-attempts.ts';
import type { Fingerprint } from '../crypto/fingerprint.ts';
import { type RandomBytes, randomId, randomText } from '../crypto/random.ts';
import { DomainError } from '../domain-error.ts';
import { endConnections } from '../mail-connections/connections-to-end.ts';
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
	/** Oneself only. */
	rename(session: SignedIn, id: string, name: string): Promise<void>;
	/** Throws `person.last`. */
	remove(session: SignedIn, id: string): Promise<void>;
	/**
	 * A code for somebody who has lost all their methods and recovery codes, to be handed over by whoever has made sure of
	 * who they are. It opens a new set-up only, beside the web password; what was set up counts until that is done, so that
	 * nobody gets in without a second factor meanwhile. `who`: of a shared mailbox with several people, by name or id.
	 * Throws `AccountProblem`, in words for the administrator.
	 */
	reset(account: Account, who?: string): Promise<string>;
	/** The code is worth nothing any more. Throws as `reset` does. */
	takeBackReset(account: Account, who?: string): Promise<void>;
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

/** What a name looks like: width, capitals and what cannot be seen make no other name of it. */
const lookOf = (name: string): string =>
	name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\p{Cf}\s]/gu, '');

const checkNameIsFree = (name: string, others: readonly StoredPerson[]): void => {
	if (others.some((other) => lookOf(other.name) === lookOf(name))) throw new DomainError('person.name_taken', {});
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

	/** The id of the one person of the account who is meant; throws `AccountProblem` where that is not one. */
	const resettable = async (account: Account, who: string | undefined): Promise<string> => {
		const { id: accountId, address, kind, twoFactor } = account;
		if (!twoFactor) throw new AccountProblem(`${address} has no verification method, so there is nothing to replace`);
		if (kind === 'person') return accountId;
		const inUse = (await store.ofAccount(db, accountId)).filter(({ methods }) => methods > 0);
		const wanted = who?.trim().normalize('NFC');
		const meant = wanted === undefined ? inUse : inUse.filter(({ id, name }) => id === wanted || name === wanted);
		const [one, ...others] = meant;
		if (one !== undefined && others.length === 0) return one.id;
		const list = (one === undefined ? inUse : meant).map(({ id, name }) => `${id} ${name}`).join('\n');
		const what = one === undefined ? `nobody of ${address} is ${who}` : `several people use ${address}`;
		throw new AccountProblem(`${what}; say whose code it is by name or id:\n${list}`);
	};

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
				await sessions.hold(transaction, session);
				const all = await store.ofAccount(transaction, accountId);
				const isOver = (each: StoredPerson) => !hasJoined(each) && (each.invitationExpiresAt ?? 0) <= clock.now();
				for (const over of all.filter(isOver)) await store.remove(transaction, accountId, over.id);
				if (all.filter((each) => !isOver(each)).length >= peopleLimit) {
					throw new DomainError('person.limit_reached', { limit: peopleLimit });
				}
				checkNameIsFree(
					name,
					all.filter((each) => !isOver(each)),
				);
				const invitation = { hash: hash(accountId, code), expiresAt };
				await store.insert(transaction, { id, accountId, name, at: clock.now(), invitation });
				await attempts.clear(transaction, accountId, 'invitation');
				await activity.record(transaction, { ...by(session), event: 'person.invited', name });
			});
			return { id, name, expiresAt: toIso(expiresAt), code: groupedPaperCode(code) };
		},
		async rename(session, id, typedName) {
			onlyShared(session);
			const name = personNameOf(typedName);
			// A name is how the others, and the help desk, tell people apart: it is one's own to change.
			if (id !== session.personId) throw new DomainError('request.not_found', {});
			await db.transaction().execute(async (transaction) => {
				await sessions.hold(transaction, session);
				const all = await store.ofAccount(transaction, session.accountId);
				checkNameIsFree(
					name,
					all.filter((each) => each.id !== id),
				);
				if (!(await store.rename(transaction, session.accountId, id, name))) {
					throw new DomainError('request.not_found', {});
				}
			});
		},
		async remove(session, id) {
			onlyShared(session);
			const { accountId } = session;
			await db.transaction().execute(async (transaction) => {
				await sessions.hold(transaction, session);
				const all = await store.ofAccount(transaction, accountId);
				const person = all.find((each) => each.id === id);
				if (person === undefined) throw new DomainError('request.not_found', {});
				if (hasJoined(person) && all.filter(hasJoined).length === 1) throw new DomainError('person.last', {});
				// Before they are gone: of somebody who leaves by themselves the entry still has to say by whom it was.
				if (hasJoined(person)) {
					await activity.record(transaction, { ...by(session), event: 'person.removed', name: person.name });
				}
				await store.remove(transaction, accountId, id);
				await endConnections(transaction, accountId, clock.now());
			});
		},
		async reset(account, who) {
			const person = await resettable(account, who);
			const { id: accountId } = account;
			const code = randomText(random, paperCodeAlphabet, paperCodeLength);
			const invitation = { hash: hash(accountId, code), expiresAt: clock.now() + resetLife };
			await db.transaction().execute(async (transaction) => {
				await store.reinvite(transaction, { id: person, accountId, at: clock.now(), invitation });
				// Guesses that were made before there was this code cannot have been at it.
				await attempts.clear(transaction, accountId, 'invitation');
				const reset = { accountId, personId: person, client: null, event: 'set-up-code.made' } as const;
				await activity.record(transaction, reset);
			});
			return groupedPaperCode(code);
		},
		async takeBackReset(account, who) {
			await store.takeBack(db, account.id, await resettable(account, who));
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
