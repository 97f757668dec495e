import type { MethodView, RecoveryView } from '@mailward/shared/contract/enrolments.ts';
import { isMethodKind, type MethodKind } from '@mailward/shared/factors/kinds.ts';
import { recoveryCodeCount } from '@mailward/shared/factors/recovery.ts';
import { nameProblem } from '@mailward/shared/names.ts';
import type { Activity } from '../activity/activity.ts';
import { endProfileLinks } from '../apple-profiles/end-links.ts';
import type { FactorAttempts } from '../attempts/factor-attempts.ts';
import { DomainError } from '../domain-error.ts';
import type { CredentialStore, StoredCredential } from '../factors/credential-store.ts';
import { recoveryCodesLeft } from '../factors/recovery/recovery-factor.ts';
import type { FactorRegistry } from '../factors/registry.ts';
import type { PeopleStore } from '../people/people-store.ts';
import { isTwoFactorDue } from '../policy/policy.ts';
import type { SetUpDue, SignedIn } from '../sessions/session.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Database } from '../storage/database.ts';
import { type Clock, toIso } from '../time/clock.ts';
import type { TrustedDeviceStore } from '../trusted-devices/trusted-device-store.ts';

/** A method as it is kept: any credential but recovery codes. */
export type StoredMethod = StoredCredential & { readonly kind: MethodKind };

export const isMethod = (credential: StoredCredential): credential is StoredMethod => isMethodKind(credential.kind);

/** The methods a person has set up, and the codes that stand in for them. */
export interface Methods {
	list(session: SetUpDue | SignedIn): Promise<{ methods: MethodView[]; recovery: RecoveryView | null }>;
	/** Throws `request.not_found` and `method.name_invalid`. */
	rename(session: SignedIn, id: string, name: string): Promise<void>;
	/** Shown first at sign-in from now on. Throws `request.not_found` and `factor.not_available`. */
	prefer(session: SignedIn, id: string): Promise<void>;
	/** Throws `request.not_found`, `factor.last_required` and `factor.last_of_person`. */
	remove(session: SignedIn, id: string): Promise<void>;
}

/** Throws `method.name_invalid`; a name may be left out. Returns it as it is kept. */
export const methodNameOf = (typed: string | undefined): string => {
	const name = (typed ?? '').trim().normalize('NFC');
	const problem = name === '' ? undefined : nameProblem(name);
	if (problem !== undefined) throw new DomainError('method.name_invalid', { reason: problem });
	return name;
};

export const createMethods = (parts: {
	db: Database;
	credentials: CredentialStore;
	factors: FactorRegistry;
	attempts: FactorAttempts;
	people: PeopleStore;
	devices: TrustedDeviceStore;
	sessions: Pick<SessionStore, 'hold' | 'unverifyOthers'>;
	activity: Activity;
	clock: Clock;
}): Methods => {
	const { db, credentials, factors, attempts, people, devices, sessions, activity, clock } = parts;

	const ownedBy = async ({ accountId, personId }: SetUpDue | SignedIn): Promise<StoredCredential[]> =>
		(await credentials.ofAccount(accountId)).filter((credential) => credential.personId === personId);

	const own = async (session: SignedIn, id: string): Promise<StoredMethod> => {
		const method = (await ownedBy(session)).filter(isMethod).find((each) => each.id === id);
		if (method === undefined) throw new DomainError('request.not_found', {});
		return method;
	};

	const recoveryOf = (owned: readonly StoredCredential[]): RecoveryView | null => {
		const codes = owned.find(({ kind }) => kind === 'recovery');
		if (codes === undefined) return null;
		const left = recoveryCodesLeft(credentials.open(codes));
		return { left, of: recoveryCodeCount, createdAt: toIso(codes.createdAt) };
	};

	return {
		async list(session) {
			const owned = await ownedBy(session);
			const methods: MethodView[] = [];
			for (const method of owned.filter(isMethod)) {
				const standing = await attempts.standing(session.accountId, method.kind);
				methods.push({
					id: method.id,
					kind: method.kind,
					name: method.name,
					target: factors[method.kind].target?.(credentials.open(method)) ?? '',
					createdAt: toIso(method.createdAt),
					lastUsedAt: method.lastUsedAt === null ? null : toIso(method.lastUsedAt),
					default: method.preferred,
					disabled: standing.state === 'disabled',
					allowed: session.policy.methods.includes(method.kind),
				});
			}
			return { methods, recovery: recoveryOf(owned) };
		},
		async rename(session, id, typed) {
			const { accountId, personId, client } = session;
			const { kind, name: before } = await own(session, id);
			const name = methodNameOf(typed);
			if (name === before) return;
			await db.transaction().execute(async (transaction) => {
				if (!(await credentials.rename(transaction, accountId, id, name)))
					throw new DomainError('request.not_found', {});
				await activity.record(transaction, {
					...{ accountId, personId, client },
					event: 'method.renamed',
					method: kind,
					name,
				});
			});
		},
		async prefer(session, id) {
			const { accountId, personId, client } = session;
			const method = await own(session, id);
			if (!session.policy.methods.includes(method.kind)) throw new DomainError('factor.not_available', {});
			await db.transaction().execute(async (transaction) => {
				await sessions.hold(transaction, session);
				if (!(await credentials.prefer(transaction, accountId, personId, id))) {
					throw new DomainError('request.not_found', {});
				}
				if (method.preferred) return;
				await activity.record(transaction, {
					...{ accountId, personId, client },
					event: 'method.preferred',
					method: method.kind,
					name: method.name,
				});
			});
		},
		async remove(session, id) {
			const { accountId, personId, client } = session;
			const { kind, name } = await own(session, id);
			await db.transaction().execute(async (transaction) => {
				await sessions.hold(transaction, session);
				const others = (await credentials.ofAccount(accountId, transaction)).filter(
					(credential) => isMethod(credential) && credential.id !== id,
				);
				const othersOwn = others.filter((credential) => credential.personId === personId);
				// Whoever of a shared mailbox has nothing set up could not get in any more: they leave instead.
				if (othersOwn.length === 0 && others.length > 0) throw new DomainError('factor.last_of_person', {});
				if (others.length === 0 && isTwoFactorDue(session.duty, clock.now())) {
					throw new DomainError('factor.last_required', {});
				}
				if (!(await credentials.remove(transaction, accountId, id))) throw new DomainError('request.not_found', {});
				await devices.removeAll(transaction, accountId, personId);
				await endProfileLinks(transaction, accountId, personId);
				await sessions.unverifyOthers(transaction, session);
				if (others.length === 0) {
					await credentials.removeOfPerson(transaction, accountId, personId, 'recovery');
					if (session.account.kind === 'shared') await people.becomeFirst(transaction, accountId, personId);
				}
				await activity.record(transaction, {
					...{ accountId, personId, client },
					event: 'method.removed',
					method: kind,
					name,
				});
			});
		},
	};
};
