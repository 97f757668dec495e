import type { Account } from './account-store.ts';

/**
 * Who says whether a web password is right: the local hashes, or another authority of the organisation. Rejects when it
 * cannot tell (`server.unavailable`, `server.busy`); that is a refusal for now, never a yes.
 */
export interface PasswordAuthority {
	/**
	 * `account` is undefined when there is none: the check then takes as long as for one that exists, and says no.
	 */
	isRight(account: Account | undefined, password: string): Promise<boolean>;
}
