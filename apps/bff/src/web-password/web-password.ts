import { leastPasswordLength, passwordLength, personWords } from '@mailward/shared/web-password.ts';
import type { Account, AccountStore } from '../accounts/account-store.ts';
import { replacePassword } from '../accounts/new-password.ts';
import type { Activity } from '../activity/activity.ts';
import type { ClientInfo } from '../clients/client-info.ts';
import type { PasswordHash } from '../crypto/password-hash.ts';
import { DomainError } from '../domain-error.ts';
import { endConnections } from '../mail-connections/connections-to-end.ts';
import type { SignedIn } from '../sessions/session.ts';
import type { Database, Queries } from '../storage/database.ts';
import type { Clock } from '../time/clock.ts';
import type { Guessable } from './guessable.ts';

/**
 * The account, if the password is its own; the same check with the same budget of attempts as at sign-in. Throws
 * `sign_in.throttled`.
 */
export type CheckPassword = (address: string, password: string, from: From) => Promise<Account | undefined>;

/** Where a request comes from, and by which token its browser is trusted. */
export interface From {
	readonly client: ClientInfo;
	readonly deviceCookie: string | undefined;
}

/**
 * A new token for the same session, worth what it was worth before; undefined when the session has ended or moved on
 * meanwhile.
 */
export type RenewSession = (queries: Queries, session: SignedIn) => Promise<string | undefined>;

/** A person's web password: where it is kept, and its change. */
export interface WebPassword {
	/** `url`: where one that another authority keeps is changed; may be empty. */
	about(session: SignedIn): Promise<{ keptHere: boolean; url: string }>;
	/** Ends everything else that the old one opened; the session's new token. Throws what the contract lists. */
	change(session: SignedIn, passwords: { current: string; next: string }, from: From): Promise<string>;
}

/** As the hash takes it: what is the same after this is the same password. */
const same = (one: string, other: string): boolean => one.normalize('NFKC') === other.normalize('NFKC');

export const createWebPassword = (parts: {
	db: Database;
	accounts: Pick<AccountStore, 'byId'>;
	checkPassword: CheckPassword;
	renewSession: RenewSession;
	hash: PasswordHash;
	guessable: Guessable;
	activity: Activity;
	/** The organisation's name in all its languages: what everybody there would think of first. */
	organisation: readonly string[];
	changeUrl: string;
	clock: Clock;
}): WebPassword => {
	const { db, accounts, checkPassword, renewSession, hash, guessable, activity, organisation, changeUrl, clock } =
		parts;

	const isKeptHere = async (session: SignedIn): Promise<boolean> => {
		const account = await accounts.byId(session.accountId);
		return account !== undefined && account.passwordHash !== null;
	};

	/** Estimates are few and slow: no account gets a second one before its first has come to an end. */
	const underWay = new Set<string>();
	const oneAtATime = async <T>(accountId: string, estimate: () => Promise<T>): Promise<T> => {
		if (underWay.has(accountId)) throw new DomainError('server.busy', {});
		underWay.add(accountId);
		try {
			return await estimate();
		} finally {
			underWay.delete(accountId);
		}
	};

	return {
		about: async (session) => {
			const keptHere = await isKeptHere(session);
			return { keptHere, url: keptHere ? '' : changeUrl };
		},
		async change(session, { current, next }, from) {
			const { accountId, personId, account } = session;
			if (!(await isKeptHere(session))) throw new DomainError('password.kept_elsewhere', {});
			if (passwordLength(next) < leastPasswordLength) {
				throw new DomainError('password.too_short', { least: leastPasswordLength });
			}
			const checked = await checkPassword(account.address, current, from);
			if (checked === undefined || checked.id !== accountId || checked.passwordHash === null) {
				throw new DomainError('password.rejected', {});
			}
			if (same(current, next)) throw new DomainError('password.unchanged', {});
			if (
				await oneAtATime(accountId, () =>
					guessable(
						next.normalize('NFKC'),
						personWords(account.address, account.name, session.personName, ...organisation),
					),
				)
			)
				throw new DomainError('password.too_guessable', {});

			const change = { accountId, from: checked.passwordHash, hash: await hash.hash(next), keep: session.familyId };
			return db.transaction().execute(async (transaction) => {
				// Of two changes at once one holds; to the other its current password is a wrong one by now.
				if (!(await replacePassword(transaction, change))) {
					throw new DomainError('password.rejected', {});
				}
				await endConnections(transaction, accountId, clock.now());
				const token = await renewSession(transaction, session);
				if (token === undefined) throw new DomainError('session.sign_in_needed', {});
				const { client } = from;
				await activity.record(transaction, { accountId, personId, client, event: 'web-password.changed' });
				return token;
			});
		},
	};
};
