/** How Dovecot's own door asks: by Lua (the default) or by the OAuth2 password grant. */
export type DovecotDoor = 'lua' | 'oauth2-grant';

export interface PostfixOptions {
	/** What `mailward mail senders` prints: who may send as whom. */
	readonly senders: string;
}

export interface MailServersOptions {
	/** Folder of the caller's, made when missing; everything is written below it. Its parents must be open to other users when run as root. */
	readonly folder: string;
	/** Where the authority's internal listener is, for example `http://127.0.0.1:8090`. */
	readonly authority: URL;
	/** MAILWARD_MAIL_KEY. */
	readonly mailKey: string;
	/** MAILWARD_MAIL_PORT_BASE; see ports.ts. */
	readonly portBase: number;
	/** MAILWARD_UPSTREAM_MASTER_USER: letters and digits. */
	readonly masterUser: string;
	/** MAILWARD_UPSTREAM_MASTER_PASSWORD: at least 16 characters. */
	readonly masterPassword: string;
	/** The mail domain, for example `campus.example`. */
	readonly domain: string;
	/** Port of the post office that takes outgoing mail. */
	readonly postOfficePort: number;
	/** MAILWARD_DOVEADM_KEY: letters and digits. */
	readonly doveadmKey: string;
	/** Postfix beside Dovecot; undefined for mail servers without it. */
	readonly postfix?: PostfixOptions;
	/** Default `lua`. */
	readonly door?: DovecotDoor;
	/** Turns Dovecot's login cache on against the snippets' advice, to show that a deleted password is refused all the same. */
	readonly loginCache?: boolean;
}
