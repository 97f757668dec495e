import type { FactorKind } from '@mailward/shared/factors/kinds.ts';

/** Truth values are 0 and 1 in both databases; times are milliseconds since the Unix epoch. */
type Flag = 0 | 1;
type Time = number;

export interface AccountsTable {
	id: string;
	/** Canonical address. */
	address: string;
	name: string;
	kind: 'person' | 'shared';
	administrator: Flag;
	/** argon2id, PHC string; null where another authority checks the password. */
	password_hash: string | null;
	disabled_at: Time | null;
	/** From this time on the account must have a second factor; null where it is the person's choice. */
	two_factor_required_from: Time | null;
	created_at: Time;
}

export interface AliasesTable {
	/** Canonical address; never also an account's own. */
	address: string;
	account_id: string;
}

export interface SessionsTable {
	/** SHA-256 of the cookie's token; replaced at every promotion. */
	token_hash: string;
	/** Names the browser's session across promotions; challenges and enrolments are bound to it. */
	family_id: string;
	account_id: string;
	state: 'awaiting-second-factor' | 'awaiting-set-up' | 'signed-in';
	/** When the password was accepted. */
	password_at: Time;
	/** Last full verification, and by what. */
	verified_at: Time | null;
	verified_with: 'password' | 'factor' | null;
	created_at: Time;
	last_seen_at: Time;
	expires_at: Time;
}

export interface CredentialsTable {
	id: string;
	account_id: string;
	kind: FactorKind;
	name: string;
	/** The factor's own secret and counters, sealed. */
	sealed: string;
	/** Raised by each change; the compare-and-swap on it settles replays and races. */
	version: number;
	created_at: Time;
	last_used_at: Time | null;
	preferred: Flag;
}

export interface ChallengesTable {
	id: string;
	family_id: string;
	account_id: string;
	kind: FactorKind;
	sealed: string;
	attempts: number;
	expires_at: Time;
}

export interface EnrolmentsTable {
	id: string;
	family_id: string;
	account_id: string;
	kind: FactorKind;
	/** The credential whose place it takes. */
	replaces: string | null;
	sealed: string;
	attempts: number;
	expires_at: Time;
}

export interface FactorAttemptsTable {
	account_id: string;
	kind: FactorKind;
	window_started_at: Time;
	/** Attempts spent in the window. */
	spent: number;
	/** Attempts since the last right code. */
	in_a_row: number;
	/** How many waits have been imposed since the last right code. */
	waits: number;
	blocked_until: Time;
}

export interface PasswordFailuresTable {
	/** Keyed hash of account and network, or of the network alone. */
	scope: string;
	/** Keyed hash of the password that was tried, so that repeating one counts once. */
	fingerprint: string;
	at: Time;
}

export interface ClientPasswordsTable {
	id: string;
	account_id: string;
	/** 1 to the limit; unique for the account, which is what holds the limit under a race. */
	slot: number;
	name: string;
	/** Keyed hash of the secret. */
	fingerprint: string;
	idempotency_key: string;
	created_at: Time;
	last_used_at: Time | null;
	last_used_protocol: 'imap' | 'pop3' | 'submission' | 'other' | null;
	last_used_address: string | null;
}

export interface Tables {
	accounts: AccountsTable;
	aliases: AliasesTable;
	sessions: SessionsTable;
	credentials: CredentialsTable;
	challenges: ChallengesTable;
	enrolments: EnrolmentsTable;
	factor_attempts: FactorAttemptsTable;
	password_failures: PasswordFailuresTable;
	client_passwords: ClientPasswordsTable;
}
