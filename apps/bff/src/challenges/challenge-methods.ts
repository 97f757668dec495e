import type { ChallengeMethod, ChallengeView } from '@mailward/shared/contract/challenges.ts';
import { type FactorKind, isMethodKind, methodKinds } from '@mailward/shared/factors/kinds.ts';
import type { FactorAttempts } from '../attempts/factor-attempts.ts';
import type { CredentialStore, StoredCredential } from '../factors/credential-store.ts';
import { recoveryCodesLeft } from '../factors/recovery/recovery-factor.ts';
import type { FactorRegistry } from '../factors/registry.ts';
import type { Policy } from '../policy/policy.ts';
import type { PasswordVerified, SignedIn } from '../sessions/session.ts';
import { toIso } from '../time/clock.ts';

/** Who can be asked for a second step. */
export type Challenged = PasswordVerified | SignedIn;

/** Recovery codes are not a method, so no policy takes them away. */
export const isAllowed = (policy: Policy, kind: FactorKind): boolean =>
	!isMethodKind(kind) || policy.methods.includes(kind);

/**
 * What this browser may prove itself with: once it is known who of a shared mailbox it is, only what is theirs; until
 * then, what is anybody's of the account.
 */
export const credentialsFor = async (
	credentials: CredentialStore,
	session: Challenged,
): Promise<StoredCredential[]> => {
	const ofAccount = await credentials.ofAccount(session.accountId);
	return session.personId === null ? ofAccount : ofAccount.filter(({ personId }) => personId === session.personId);
};

/** The person's default first, then what was used last, then the newest. */
const byPreference = (a: StoredCredential, b: StoredCredential): number =>
	Number(b.preferred) - Number(a.preferred) || (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0) || b.createdAt - a.createdAt;

/** Everything the person could use, and whether they can use it now. */
export const challengeMethods = async (
	parts: { attempts: FactorAttempts; credentials: CredentialStore; factors: FactorRegistry },
	session: Challenged,
	owned: readonly StoredCredential[],
): Promise<Pick<ChallengeView, 'methods' | 'recovery'>> => {
	const usable = async (kind: FactorKind): Promise<Pick<ChallengeMethod, 'state' | 'retryAt'>> => {
		if (!isAllowed(session.policy, kind)) return { state: 'not-allowed' };
		const standing = await parts.attempts.standing(session.accountId, kind);
		return standing.state === 'throttled'
			? { state: standing.state, retryAt: toIso(standing.retryAt) }
			: { state: standing.state };
	};
	const sorted = owned.toSorted(byPreference);
	const kinds = methodKinds
		.filter((kind) => sorted.some((credential) => credential.kind === kind))
		.toSorted((a, b) => sorted.findIndex(({ kind }) => kind === a) - sorted.findIndex(({ kind }) => kind === b));
	const methods: ChallengeMethod[] = [];
	for (const kind of kinds) {
		const ofKind = owned.filter((credential) => credential.kind === kind);
		const { target } = parts.factors[kind];
		// Of what a method leads to, nobody but its owner is told more than the end of a number.
		const endings = kind === 'sms' ? ofKind.map((each) => target?.(parts.credentials.open(each)) ?? '') : [];
		methods.push({ kind, names: ofKind.map(({ name }) => name), endings, ...(await usable(kind)) });
	}
	const hasCodes = owned.some(
		(credential) => credential.kind === 'recovery' && recoveryCodesLeft(parts.credentials.open(credential)) > 0,
	);
	return { methods, recovery: hasCodes ? await usable('recovery') : null };
};
