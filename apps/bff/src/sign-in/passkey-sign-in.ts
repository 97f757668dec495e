import type { PasskeyAssertion, PasskeyChallengePrompt } from '@mailward/shared/factors/passkey-prompts.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import type { Activity } from '../activity/activity.ts';
import type { ClientInfo } from '../clients/client-info.ts';
import { tokenHash } from '../crypto/fingerprint.ts';
import type { RandomBytes } from '../crypto/random.ts';
import type { Seal } from '../crypto/seal.ts';
import { DomainError } from '../domain-error.ts';
import type { CredentialStore } from '../factors/credential-store.ts';
import { type PasskeyCredential, passkeyRequestOptions, verifyAssertion } from '../factors/passkey/passkey-factor.ts';
import type { RelyingParty } from '../factors/passkey/relying-party.ts';
import type { MustHaveTwoFactor } from '../policy/duties.ts';
import type { PolicyStore } from '../policy/policy-store.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { type Database, isUniqueViolation } from '../storage/database.ts';
import { lockAccount } from '../storage/lock-account.ts';
import { type Clock, day, minute } from '../time/clock.ts';

/** As long as the browser waits for its person. Milliseconds. */
const ticketLife = 10 * minute;
const place = 'passkey sign-in';

interface Ticket {
	readonly challenge: string;
	/** Milliseconds since the epoch. */
	readonly expiresAt: number;
}

/**
 * Signing in without a password: a passkey that has verified its person is two factors in one (NIST SP 800-63B-4, 3.2.5).
 */
export interface PasskeySignIn {
	/**
	 * A challenge for whoever comes. It travels sealed with the page that asked, so that a page that is looked at costs the
	 * database nothing; it is noted when it is used. Throws `factor.not_available` where policy takes no passkeys.
	 */
	options(): Promise<{ ticket: string; options: PasskeyChallengePrompt['options'] }>;
	/** Returns the new session's token. Throws `passkey.rejected` and `challenge.expired`. */
	redeem(ticket: string, assertion: PasskeyAssertion, client: ClientInfo): Promise<string>;
	/** Deletes the notes of tickets that expired a day ago: a clock that steps back less than that revives none. */
	sweep(): Promise<void>;
}

export const createPasskeySignIn = (parts: {
	db: Database;
	seal: Seal;
	relyingParty: RelyingParty;
	credentials: CredentialStore;
	accounts: AccountStore;
	policies: PolicyStore;
	mustHaveTwoFactor: MustHaveTwoFactor;
	sessions: SessionStore;
	activity: Activity;
	clock: Clock;
	random: RandomBytes;
}): PasskeySignIn => {
	const {
		db,
		seal,
		relyingParty,
		credentials,
		accounts,
		policies,
		mustHaveTwoFactor,
		sessions,
		activity,
		clock,
		random,
	} = parts;

	const open = async (sealed: string): Promise<Ticket> => {
		let ticket: Ticket;
		try {
			ticket = seal.open(place, sealed) as Ticket;
		} catch {
			throw new DomainError('challenge.expired', {});
		}
		if (ticket.expiresAt > clock.now()) return ticket;
		// Noted once it has been seen to be over, so that a clock that steps back does not revive it.
		await db
			.insertInto('spent_tickets')
			.values({ fingerprint: tokenHash(ticket.challenge), expires_at: clock.now() + ticketLife })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		throw new DomainError('challenge.expired', {});
	};

	/** The credential that may open an account just now. One refusal for every reason why not. */
	const usable = async (id: string) => {
		const credential = await credentials.byLookup(id);
		if (credential?.kind !== 'passkey') throw new DomainError('passkey.rejected', {});
		const account = await accounts.byId(credential.accountId);
		const { methods } = await policies.current();
		if (account === undefined || account.disabled || !methods.includes('passkey')) {
			throw new DomainError('passkey.rejected', {});
		}
		return { credential, account };
	};

	return {
		async options() {
			const { methods } = await policies.current();
			if (!methods.includes('passkey')) throw new DomainError('factor.not_available', {});
			const options = await passkeyRequestOptions(relyingParty, random, []);
			const ticket: Ticket = { challenge: options.challenge, expiresAt: clock.now() + ticketLife };
			return { ticket: seal.close(place, ticket), options };
		},
		async redeem(sealed, assertion, client) {
			const { challenge, expiresAt } = await open(sealed);
			const { credential, account } = await usable(assertion.id);
			const opened = credentials.open(credential) as PasskeyCredential;
			const verdict = await verifyAssertion(relyingParty, opened, challenge, assertion);
			if (verdict.result === 'rejected') throw new DomainError('passkey.rejected', {});
			const { accountId, personId } = credential;
			const must = await mustHaveTwoFactor(account);
			try {
				return await db.transaction().execute(async (transaction) => {
					await lockAccount(transaction, accountId);
					const now = await accounts.byId(accountId, transaction);
					if (now?.disabled !== false) throw new DomainError('passkey.rejected', {});
					// Unique in the database, so that of two uses of one challenge, also in parallel, one is refused.
					await transaction
						.insertInto('spent_tickets')
						.values({ fingerprint: tokenHash(challenge), expires_at: expiresAt })
						.execute();
					if (!(await credentials.swap(transaction, credential, verdict.next, clock.now()))) {
						throw new DomainError('passkey.rejected', {});
					}
					const owned = await credentials.ofAccount(accountId, transaction);
					const hasCodes = owned.some((each) => each.personId === personId && each.kind === 'recovery');
					// Who must have two-factor and left set-up before its recovery codes were saved goes on there.
					const unfinished = !hasCodes && must;
					const state = unfinished ? 'awaiting-set-up' : 'signed-in';
					const promotion = { state, verifiedWith: 'factor', personId } as const;
					const token = await sessions.begin(accountId, promotion, client, transaction);
					if (unfinished) return token;
					await activity.record(transaction, {
						...{ accountId, personId, client },
						event: 'sign-in.passed',
						means: 'passkey',
					});
					return token;
				});
			} catch (error) {
				if (isUniqueViolation(error)) throw new DomainError('challenge.expired', {});
				throw error;
			}
		},
		async sweep() {
			await db
				.deleteFrom('spent_tickets')
				.where('expires_at', '<=', clock.now() - day)
				.execute();
		},
	};
};
