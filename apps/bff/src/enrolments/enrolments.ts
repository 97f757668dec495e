import type {
	EnrolmentAnswer,
	EnrolmentProgress,
	EnrolmentView,
	MethodView,
} from '@mailward/shared/contract/enrolments.ts';
import { type FactorKind, isMethodKind, isScanKind } from '@mailward/shared/factors/kinds.ts';
import type { Activity } from '../activity/activity.ts';
import { endProfileLinks } from '../apple-profiles/end-links.ts';
import type { FactorAttempts } from '../attempts/factor-attempts.ts';
import { toDomainError, toFormError, toNumberError, toUnreadyError } from '../challenges/rejection.ts';
import { type RandomBytes, randomId } from '../crypto/random.ts';
import { DomainError } from '../domain-error.ts';
import type { CredentialStore, StoredCredential } from '../factors/credential-store.ts';
import type { FactorAccount } from '../factors/factor.ts';
import type { FactorRegistry } from '../factors/registry.ts';
import { endConnections } from '../mail-connections/connections-to-end.ts';
import { personNameOf } from '../people/people.ts';
import type { PeopleStore } from '../people/people-store.ts';
import type { SetUpDue, SignedIn } from '../sessions/session.ts';
import type { Promotion, SessionStore } from '../sessions/session-store.ts';
import { type Database, isUniqueViolation, type Queries } from '../storage/database.ts';
import { lockAccount } from '../storage/lock-account.ts';
import type { SendCode } from '../text-messages/send-code.ts';
import { type Clock, minute, toIso } from '../time/clock.ts';
import type { TrustedDeviceStore } from '../trusted-devices/trusted-device-store.ts';
import type { EnrolmentStore, StoredEnrolment } from './enrolment-store.ts';
import { isMethod, type Methods, methodNameOf } from './methods.ts';

/** Security promise 20: a set-up under way ends by itself. */
export const enrolmentLife = 10 * minute;
/** Test codes that may be wrong before the set-up must be begun anew. */
export const attemptsPerEnrolment = 10;

type Enrolling = SetUpDue | SignedIn;

/** By an invitation to a shared mailbox, or a code of the help desk. */
const isByCode = ({ reason }: SetUpDue): boolean => reason === 'invited' || reason === 'reset';

/** What setting something up has led to. */
export interface Enrolled {
	/** Null for recovery codes. */
	readonly method: MethodView | null;
	/** The session's new token; undefined where the session stays as it is. */
	readonly token: string | undefined;
}

/** Setting up verification methods, and the recovery codes that stand in for them. */
export interface Enrolments {
	/** Throws what the contract lists. */
	begin(
		session: Enrolling,
		wanted: { kind: FactorKind; replaces?: string | undefined; personName?: string | undefined },
	): Promise<EnrolmentView>;
	current(session: Enrolling): Promise<EnrolmentView | undefined>;
	/** The test. From here on the method counts, and the web password alone opens nothing any more. */
	finish(session: Enrolling, id: string, answer: EnrolmentAnswer): Promise<Enrolled>;
	cancel(session: Enrolling, id: string): Promise<void>;
	/** Sends a test code to a number as typed. Throws what the contract lists. */
	sendCode(session: Enrolling, id: string, number: string): Promise<EnrolmentView>;
	/** How one stands that waits for something elsewhere. Throws `enrolment.expired`. */
	progress(session: Enrolling, id: string): Promise<EnrolmentProgress>;
}

export const createEnrolments = (parts: {
	db: Database;
	store: EnrolmentStore;
	credentials: CredentialStore;
	factors: FactorRegistry;
	methods: Methods;
	attempts: FactorAttempts;
	people: PeopleStore;
	devices: TrustedDeviceStore;
	sessions: SessionStore;
	activity: Activity;
	sendCode: SendCode;
	clock: Clock;
	random: RandomBytes;
}): Enrolments => {
	const { db, store, credentials, factors, methods, attempts, people, devices, sessions, activity } = parts;
	const { clock, random } = parts;

	const factorAccount = ({ account, personId, personName }: Enrolling): FactorAccount => ({
		address: account.address,
		name: personName || account.name,
		personId,
	});

	/** A kind and its own prompt: the registry pairs them, which no type can follow through a union. */
	const promptOf = async (session: Enrolling, { kind, pending }: StoredEnrolment) => ({
		kind,
		prompt: await factors[kind].enrolmentPrompt(factorAccount(session), pending),
	});

	const view = async (session: Enrolling, enrolment: StoredEnrolment): Promise<EnrolmentView> =>
		({
			id: enrolment.id,
			...(await promptOf(session, enrolment)),
			expiresAt: toIso(enrolment.expiresAt),
			replaces: enrolment.replaces,
		}) as EnrolmentView;

	const current = async (session: Enrolling): Promise<StoredEnrolment | undefined> => {
		const enrolment = await store.ofSession(session.familyId);
		if (enrolment === undefined || enrolment.accountId !== session.accountId) return undefined;
		if (enrolment.expiresAt > clock.now()) return enrolment;
		// Deleted once it has been seen to be over, so that a clock that steps back does not revive it.
		await store.end(db, enrolment.id);
		return undefined;
	};

	/** Methods by policy, and one step after the other: recovery codes belong to a method that is set up. */
	const mayBegin = (session: Enrolling, kind: FactorKind): boolean => {
		if (session.state === 'signed-in') {
			return isMethodKind(kind) ? session.policy.methods.includes(kind) : session.twoFactor;
		}
		if (session.remaining === 'recovery-codes') return kind === 'recovery';
		return isMethodKind(kind) && session.policy.methods.includes(kind);
	};

	/** The first person of a shared mailbox says who they are; everybody else is known. */
	const newPersonName = (session: Enrolling, kind: FactorKind, typed: string | undefined): string | null => {
		const known = session.account.kind === 'person' || session.personName !== '' || session.twoFactor;
		return known || !isMethodKind(kind) ? null : personNameOf(typed ?? '');
	};

	const checkRoom = (kind: FactorKind, owned: number) => {
		const { most } = factors[kind];
		if (owned >= most) throw new DomainError('method.limit_reached', { limit: most });
	};

	/** Asked with the account held: a method may have been set up elsewhere since this session was looked at. */
	const checkStanding = async (transaction: Queries, session: Enrolling, kind: FactorKind) => {
		const { accountId, personId } = session;
		const all = (await credentials.ofAccount(accountId, transaction)).filter(isMethod);
		const own = all.filter((credential) => credential.personId === personId);
		if (session.state === 'signed-in') {
			const verified = session.verifiedWith === 'factor' || session.verifiedWith === 'recovery';
			if (!verified && all.length > 0) throw new DomainError('session.second_factor_needed', {});
			if (kind === 'recovery' && own.length === 0) throw new DomainError('factor.not_available', {});
		} else if (session.remaining === 'recovery-codes') {
			if (own.length === 0) throw new DomainError('session.sign_in_needed', {});
		} else if (all.length > 0 && !isByCode(session)) {
			// Then the password is no longer enough.
			throw new DomainError('session.second_factor_needed', {});
		}
	};

	/** Puts somebody of a shared mailbox on its list with their first method; whoever sets up anew starts from nothing. */
	const notePerson = async (transaction: Queries, session: Enrolling, enrolment: StoredEnrolment) => {
		const { accountId, personId, client, account } = session;
		if (session.state === 'awaiting-set-up' && isByCode(session)) {
			// Taken back meanwhile, or used in another browser.
			if (!(await people.join(transaction, accountId, personId))) throw new DomainError('session.sign_in_needed', {});
			const before = await credentials.ofAccount(accountId, transaction);
			const isNew = !before.some((credential) => credential.personId === personId);
			await credentials.removeOfPerson(transaction, accountId, personId);
			await devices.removeAll(transaction, accountId, personId);
			await endProfileLinks(transaction, accountId, personId);
			await sessions.endOfPerson(transaction, accountId, personId, session.familyId);
			if (account.kind !== 'shared' || !isNew) return;
			const joined = { accountId, personId, client, event: 'person.joined', name: session.personName } as const;
			await activity.record(transaction, joined);
			return;
		}
		if (account.kind !== 'shared' || enrolment.personName === null) return;
		if (await people.rename(transaction, accountId, personId, enrolment.personName)) return;
		await people.insert(transaction, { id: personId, accountId, name: enrolment.personName, at: clock.now() });
	};

	const promotionOf = (session: Enrolling, kind: FactorKind): Promotion | undefined => {
		const { personId } = session;
		if (session.state === 'signed-in') {
			return isMethodKind(kind) ? { state: 'signed-in', verifiedWith: 'factor', personId } : undefined;
		}
		// Set-up that was due is over when the recovery codes are saved as well.
		return { state: isMethodKind(kind) ? 'awaiting-set-up' : 'signed-in', verifiedWith: 'factor', personId };
	};

	const save = async (
		transaction: Queries,
		session: Enrolling,
		enrolment: StoredEnrolment,
		fresh: { id: string; name: string; secret: unknown },
	) => {
		const { accountId, personId, client } = session;
		const { kind, replaces } = enrolment;
		const secret = {
			secret: fresh.secret,
			lookup: factors[kind].lookup?.(fresh.secret) ?? null,
			at: clock.now(),
		};
		const by = { accountId, personId, client };
		if (!isMethodKind(kind)) {
			await credentials.removeOfPerson(transaction, accountId, personId, kind);
			await credentials.insert(transaction, { ...fresh, accountId, personId, kind, ...secret });
			await activity.record(transaction, { ...by, event: 'recovery-codes.made' });
		} else if (replaces === null) {
			const owned = await credentials.ofAccount(accountId, transaction);
			checkRoom(kind, owned.filter((each) => each.personId === personId && each.kind === kind).length);
			await credentials.insert(transaction, { ...fresh, accountId, personId, kind, ...secret });
			// Mail apps that are connected came in by the web password, which opens the mailbox no more.
			if (!owned.some((each) => isMethodKind(each.kind))) await endConnections(transaction, accountId, clock.now());
			await activity.record(transaction, { ...by, event: 'method.added', method: kind, name: fresh.name });
		} else {
			const owned = await credentials.ofAccount(accountId, transaction);
			const before = owned.find(({ id }) => id === replaces);
			if (before === undefined || !(await credentials.replace(transaction, accountId, replaces, secret))) {
				throw new DomainError('enrolment.expired', {});
			}
			// Left empty, it keeps its name.
			const name = fresh.name || before.name;
			await credentials.rename(transaction, accountId, replaces, name);
			await devices.removeAll(transaction, accountId, personId);
			await endProfileLinks(transaction, accountId, personId);
			await sessions.unverifyOthers(transaction, session);
			await activity.record(transaction, { ...by, event: 'method.replaced', method: kind, name });
		}
		// The guesses were at what is gone. On a shared mailbox they may have been at another person's method.
		if (session.account.kind === 'person') await attempts.clear(transaction, accountId, kind);
	};

	/** Set-up that was due ends in a sign-in, by the method that was set up. */
	const recordSignIn = async (transaction: Queries, { accountId, personId, client }: SetUpDue) => {
		const owned = await credentials.ofAccount(accountId, transaction);
		const means = owned.filter(isMethod).findLast((method) => method.personId === personId)?.kind ?? 'totp';
		await activity.record(transaction, { accountId, personId, client, event: 'sign-in.passed', means });
	};

	/** What has been seen to be too old stays so. */
	const forgetExpired = async ({ id, familyId, accountId, kind }: StoredEnrolment) => {
		const { codes } = factors[kind];
		if (codes === undefined) return;
		await db.transaction().execute(async (transaction) => {
			// Held as by whoever sends a code: one that is drawn at this moment is kept.
			await lockAccount(transaction, accountId);
			const now = await store.ofSession(familyId, transaction);
			if (now?.id === id) await store.keep(transaction, id, codes.withoutExpired(now.pending));
		});
	};

	/** The enrolment with this id, if it is this browser's and still good. */
	const under = async (session: Enrolling, id: string): Promise<StoredEnrolment> => {
		const enrolment = await current(session);
		if (enrolment?.id !== id) throw new DomainError('enrolment.expired', {});
		return enrolment;
	};

	const own = async ({ accountId, personId }: Enrolling): Promise<StoredCredential[]> =>
		(await credentials.ofAccount(accountId)).filter((credential) => credential.personId === personId);

	return {
		async begin(session, { kind, replaces, personName }) {
			if (!mayBegin(session, kind)) throw new DomainError('factor.not_available', {});
			const owned = await own(session);
			const ofKind = owned.filter((credential) => credential.kind === kind);
			const replaced = owned.find((credential) => credential.id === replaces);
			if (replaces !== undefined && replaced === undefined) throw new DomainError('request.not_found', {});
			if (replaced !== undefined && (replaced.kind !== kind || !isMethod(replaced))) {
				throw new DomainError('factor.not_available', {});
			}
			if (replaced === undefined && isMethodKind(kind)) checkRoom(kind, ofKind.length);
			const name = newPersonName(session, kind, personName);
			const others = ofKind.filter((credential) => credential !== replaced).map(credentials.open);
			const id = randomId(random);
			const { familyId, accountId, personId, client } = session;
			const enrolment: StoredEnrolment = {
				id,
				familyId,
				accountId,
				kind,
				replaces: replaces ?? null,
				personName: name,
				expiresAt: clock.now() + enrolmentLife,
				pending: await factors[kind].startEnrolment(
					{ ...factorAccount(session), ...(name !== null && { name }) },
					others,
					{ id, familyId, accountId, personId, purpose: 'set-up', client },
				),
			};
			await store.start(enrolment);
			return view(session, enrolment);
		},
		async current(session) {
			const enrolment = await current(session);
			return enrolment === undefined ? undefined : view(session, enrolment);
		},
		async finish(session, id, answer) {
			const enrolment = await under(session, id);
			const { kind } = enrolment;
			if (!mayBegin(session, kind)) throw new DomainError('factor.not_available', {});
			const factor = factors[kind];
			const malformed = factor.formProblem(answer);
			if (malformed !== undefined) throw toFormError(malformed);
			// There is no test of recovery codes: a code of them is an answer to a challenge.
			if (kind === 'recovery' && !('saved' in answer)) throw toFormError({ kind: 'foreign' });
			const name = methodNameOf('name' in answer ? answer.name : undefined);
			const unready = await factor.unready?.(enrolment.pending);
			if (unready !== undefined) {
				await forgetExpired(enrolment);
				throw toUnreadyError(unready);
			}
			const attemptsLeft = await store.spend(id, attemptsPerEnrolment);
			if (attemptsLeft === undefined) throw new DomainError('enrolment.expired', {});
			const verdict = await factor.finishEnrolment(enrolment.pending, answer);
			if (verdict.result === 'rejected') {
				if (verdict.reason.kind === 'expired') await forgetExpired(enrolment);
				throw toDomainError(kind, verdict.reason, attemptsLeft, clock.now());
			}

			const credentialId = enrolment.replaces ?? randomId(random);
			const fresh = { id: credentialId, name, secret: verdict.next };
			const finish = async (transaction: Queries): Promise<string | undefined> => {
				await sessions.hold(transaction, session);
				await checkStanding(transaction, session, kind);
				if (!(await store.end(transaction, id))) throw new DomainError('enrolment.expired', {});
				await notePerson(transaction, session, enrolment);
				await save(transaction, session, enrolment, fresh);
				const promotion = promotionOf(session, kind);
				if (promotion === undefined) return undefined;
				const promoted = await sessions.promote(transaction, session, promotion);
				if (promoted === undefined) throw new DomainError('session.sign_in_needed', {});
				if (session.state === 'awaiting-set-up' && promotion.state === 'signed-in') {
					await recordSignIn(transaction, session);
				}
				return promoted.token;
			};
			try {
				const token = await db.transaction().execute(finish);
				const { methods: all } = await methods.list(session);
				return { token, method: all.find((each) => each.id === credentialId) ?? null };
			} catch (error) {
				// What it is found by is set up already, here or for somebody else.
				if (isUniqueViolation(error) && isScanKind(kind)) throw new DomainError('factor.bound_elsewhere', {});
				if (isUniqueViolation(error)) throw toDomainError(kind, { kind: 'wrong' }, attemptsLeft, clock.now());
				throw error;
			}
		},
		async cancel(session, id) {
			const enrolment = await store.ofSession(session.familyId);
			if (enrolment?.id === id) await store.end(db, id);
		},
		async sendCode(session, id, number) {
			const { kind } = await under(session, id);
			if (!mayBegin(session, kind)) throw new DomainError('factor.not_available', {});
			const { accountId, familyId, client, policy } = session;
			const asker = { accountId, familyId, address: client.address, settingUp: true };
			await parts.sendCode(asker, policy.textMessages, async (transaction, messageId) => {
				const enrolment = await store.ofSession(familyId, transaction);
				if (enrolment?.id !== id) throw new DomainError('enrolment.expired', {});
				const drawn = factors[kind].codes?.ofEnrolment(enrolment.pending, number, messageId);
				if (drawn?.result !== 'drawn') throw toNumberError(drawn?.reason);
				await store.keep(transaction, id, drawn.pending);
				return drawn;
			});
			return view(session, await under(session, id));
		},
		async progress(session, id) {
			const enrolment = await under(session, id);
			if (factors[enrolment.kind].unready === undefined) throw new DomainError('enrolment.expired', {});
			return (await promptOf(session, enrolment)) as EnrolmentProgress;
		},
	};
};
