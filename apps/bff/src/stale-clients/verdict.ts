import type { RefusalReason } from '@mailward/shared/contract/client-passwords.ts';
import type { Account } from '../accounts/account-store.ts';
import type { Fingerprint } from '../crypto/fingerprint.ts';

/** What a refused mail app has sent. */
export interface Verdict {
	readonly reason: RefusalReason;
	/** Whose the client password is or was; null for the web password and what is no password of the account. */
	readonly personId: string | null;
	/** What the client password is or was called; else empty. */
	readonly name: string;
	/** By which the same secret of the same account is known again; of a client password, its own keyed hash. */
	readonly fingerprint: string;
}

/**
 * How secrets are known again that are no client passwords. What may be the web password, or may become it, is bound to the hash of the web password
 * that it was compared with: a changed one leaves nothing behind, and needs no telling.
 */
export interface Marks {
	/** Of a secret that was compared with the account's web password. */
	compared(account: Account, secret: string): string;
	/** Whether a mark of `compared` is of the web password that the account has now. */
	isCurrent(mark: string, account: Account): boolean;
}

export const createMarks = (fingerprint: Fingerprint): Marks => {
	const bindingOf = ({ id, passwordHash }: Pick<Account, 'id' | 'passwordHash'>) =>
		`${fingerprint(JSON.stringify([id, passwordHash]))}.`;
	return {
		compared: (account, secret) =>
			bindingOf(account) + fingerprint(JSON.stringify([account.id, account.passwordHash, secret])),
		isCurrent: (mark, account) => mark.startsWith(bindingOf(account)),
	};
};
