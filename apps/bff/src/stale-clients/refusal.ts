import type { RefusalReason } from '@mailward/shared/contract/client-passwords.ts';
import type { MailProtocol } from '@mailward/shared/mail-apps.ts';
import type { Account } from '../accounts/account-store.ts';

/** A mail login of an account that exists and takes no web password, refused just now. */
export interface Refusal {
	readonly account: Account;
	/** What the mail app sent. */
	readonly password: string;
	/** The client password that was sent, where it is one of the account that does not open this; else undefined. */
	readonly known:
		| { readonly reason: Extract<RefusalReason, 'expired' | 'not-allowed'>; readonly clientPasswordId: string }
		| undefined;
	readonly protocol: MailProtocol;
	readonly clientAddress: string;
	/** The mail app, as far as it told; may be empty. */
	readonly app: string;
}
