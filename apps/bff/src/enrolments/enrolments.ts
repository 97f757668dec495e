import type { EnrolmentView, MethodView } from '@mailward/shared/contract/enrolments.ts';
import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import { lockAccount } from '../accounts/account-store.ts';
import type { FactorAttempts } from '../attempts/factor-attempts.ts';
import { toDomainError } from '../challenges/rejection.ts';
import { type RandomBytes, randomId } from '../crypto/random.ts';
import { DomainError } from '../domain-error.ts';
import type { CredentialStore, StoredCredential } from '../factors/credential-store.ts';
import type { FactorRegistry } from '../factors/registry.ts';
import { isTwoFactorDue } from '../policy/two-factor-duty.ts';
import type { SetUpDue, SignedIn } from '../sessions/session.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Database } from '../storage/database.ts';
import { type Clock, minute, toIso } from '../time/clock.ts';
import type { EnrolmentStore, StoredEnrolment } from './enrolment-store.ts';

/** Security promise 20: a set-up under way ends by itself. */
export const enrolmentLife = 10 * minute;
/** Test codes that may be wrong before the set-up must be begun anew. */
export const attemptsPerEnrolment = 10;

/** Setting verification methods up, and taking them away. */
export interface Enrolments {
	methods(accountId: string): Promise<MethodView[]>;
	begin(session: SetUpDue | SignedIn, kind: FactorKind, replaces?: string): Promise<EnrolmentView>;
	current(session: SetUpDue | SignedIn): Promise<EnrolmentView | undefined>;
	/** The test. From here on the method counts, and the web password alone opens nothing any more. */
	finish(session: SetUpDue | SignedIn, id: string, code: string): Promise<{ method: MethodView; token: string }>;
	cancel(session: SetUpDue | SignedIn, id: string): Promise<void>;
	/** Throws `request.not_found` and `factor.last_required`. */
	remove(session: SignedIn, id: string): Promise<void>;
}

export const createEnrolments = (parts: {
	db: Database;
	store: EnrolmentStore;
	credentials: CredentialStore;
	factors: FactorRegistry;
	attempts: FactorAttempts;
	sessions: SessionStore;
	clock: Clock;
	random: RandomBytes;
}): Enrolments => {
	const { db, store, credentials, factors, attempts, sessions, clock, random } = parts;

	const methods = async (accountId: string): Promise<MethodView[]> => {
		const owned = await credentials.ofAccount(accountId);
		const preferred = owned.find((credential) => credential.preferred) ?? owned[0];
		const views: MethodView[] = [];
		for (const credential of owned) {
			const standing = await attempts.standing(accountId, credential.kind);
			views.push({
				id: credential.id,
				kind: credential.kind,
				name: credential.name,
				createdAt: toIso(credential.createdAt),
				lastUsedAt: credential.lastUsedAt === null ? null : toIso(credential.lastUsedAt),
				default: credential.id === preferred?.id,
				disabled: standing.state === 'disabled',
			});
		}
		return views;
	};

	const view = (session: SetUpDue | SignedIn, enrolment: StoredEnrolment): EnrolmentView => ({
		id: enrolment.id,
		kind: enrolment.kind,
		prompt: factors[enrolment.kind].enrolmentPrompt(session.account, enrolment.pending) as EnrolmentView['prompt'],
		expiresAt: toIso(enrolment.expiresAt),
		replaces: enrolment.replaces,
	});

	const current = async (session: SetUpDue | SignedIn): Promise<StoredEnrolment | undefined> => {
		const enrolment = await store.ofSession(session.familyId);
		if (enrolment === undefined || enrolment.accountId !== session.accountId) return undefined;
		if (enrolment.expiresAt > clock.now()) return enrolment;
		// Deleted once it has been seen to be over, so that a clock that steps back does not revive it.
		await store.end(db, enrolment.id);
		return undefined;
	};

	const own = async (accountId: string, id: string): Promise<StoredCredential> => {
		const credential = (await credentials.ofAccount(accountId)).find((each) => each.id === id);
		if (credential === undefined) throw new DomainError('request.not_found', {});
		return credential;
	};

	return {
		methods,
		async begin(session, kind, replaces) {
			if (replaces !== undefined && (await own(session.accountId, replaces)).kind !== kind) {
				throw new DomainError('factor.not_available', {});
			}
			const enrolment = {
				id: randomId(random),
				familyId: session.familyId,
				accountId: session.accountId,
				kind,
				replaces: replaces ?? null,
				expiresAt: clock.now() + enrolmentLife,
				pending: factors[kind].startEnrolment(session.account).pending,
			};
			await store.start(enrolment);
			return view(session, enrolment);
		},
		async current(session) {
			const enrolment = await current(session);
			return enrolment === undefined ? undefined : view(session, enrolment);
		},
		async finish(session, id, code) {
			const enrolment = await current(session);
			if (enrolment?.id !== id) throw new DomainError('enrolment.expired', {});
			const factor = factors[enrolment.kind];
			const malformed = factor.formProblem(code);
			if (malformed !== undefined) throw new DomainError('factor.code_malformed', { reason: malformed });
			const attemptsLeft = await store.spend(id, attemptsPerEnrolment);
			if (attemptsLeft === undefined) throw new DomainError('enrolment.expired', {});
			const verdict = factor.finishEnrolment(enrolment.pending, code);
			if (verdict.result === 'rejected') throw toDomainError(verdict.reason, attemptsLeft, clock.now());

			const { accountId } = session;
			const at = clock.now();
			const credentialId = enrolment.replaces ?? randomId(random);
			const token = await db.transaction().execute(async (transaction) => {
				await lockAccount(transaction, accountId);
				const verified = session.state === 'signed-in' && session.verifiedWith === 'factor';
				// A method may have been set up elsewhere since this session was looked at: then the password is no longer enough.
				if (!verified && (await credentials.ofAccount(accountId, transaction)).length > 0) {
					throw new DomainError('session.second_factor_needed', {});
				}
				if (!(await store.end(transaction, id))) throw new DomainError('enrolment.expired', {});
				if (enrolment.replaces === null) {
					const { kind } = enrolment;
					await credentials.insert(transaction, {
						id: credentialId,
						accountId,
						kind,
						name: '',
						secret: verdict.next,
						at,
					});
				} else if (!(await credentials.replace(transaction, accountId, credentialId, verdict.next, at))) {
					throw new DomainError('enrolment.expired', {});
				}
				// The budget belonged to the secret that is gone.
				await attempts.clear(transaction, accountId, enrolment.kind);
				const promoted = await sessions.promote(transaction, session, { state: 'signed-in', verifiedWith: 'factor' });
				if (promoted === undefined) throw new DomainError('session.sign_in_needed', {});
				return promoted.token;
			});
			const method = (await methods(accountId)).find((each) => each.id === credentialId);
			if (method === undefined) throw new DomainError('request.not_found', {});
			return { method, token };
		},
		async cancel(session, id) {
			const enrolment = await store.ofSession(session.familyId);
			if (enrolment?.id === id) await store.end(db, id);
		},
		async remove(session, id) {
			await own(session.accountId, id);
			await db.transaction().execute(async (transaction) => {
				await lockAccount(transaction, session.accountId);
				const left = (await credentials.ofAccount(session.accountId, transaction)).filter((each) => each.id !== id);
				if (left.length === 0 && isTwoFactorDue(session.twoFactorRequiredFrom, clock.now())) {
					throw new DomainError('factor.last_required', {});
				}
				if (!(await credentials.remove(transaction, session.accountId, id))) {
					throw new DomainError('request.not_found', {});
				}
			});
		},
	};
};
