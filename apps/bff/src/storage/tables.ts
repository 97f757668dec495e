import type { ActivityEvent } from '@mailward/shared/contract/activity.ts';
import type { RefusalReason } from '@mailward/shared/contract/client-passwords.ts';
import type { FactorKind, ScanKind } from '@mailward/shared/factors/kinds.ts';
import type { ScanProblem } from '@mailward/shared/factors/scan-prompts.ts';
import type { MailApp, MailProtocol, ProfileApp } from '@mailward/shared/mail-apps.ts';

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
	created_at: Time;
}

export interface AliasesTable {
	/** Canonical address; never also an account's own. */
	address: string;
	account_id: string;
}

/** The groups of the organisation that an account belongs to; policies name them. */
export interface AccountGroupsTable {
	account_id: string;
	name: string;
}

/**
 * The people of shared mailboxes, and whoever of other accounts was given a code to set up anew with. Everything that is a person's own carries a `person_id`: of an account that is one
 * person's, and of the first person of a shared mailbox, it is the id of the account itself.
 */
export interface PeopleTable {
	id: string;
	account_id: string;
	name: string;
	created_at: Time;
	/** Keyed hash of the code that lets an invited person set up their first method; null afterwards. */
	invitation: string | null;
	invitation_expires_at: Time | null;
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
	verified_with: 'password' | 'factor' | 'recovery' | 'trusted-device' | 'invitation' | null;
	/** Null until the second step has told who of a shared mailbox it is. */
	person_id: string | null;
	/** The trusted device that stood in for the second step; the session is worth no more than the device. */
	trusted_device_id: string | null;
	/** Where from, as of the last promotion. */
	browser: string;
	system: string;
	address: string;
	created_at: Time;
	last_seen_at: Time;
	expires_at: Time;
}

export interface CredentialsTable {
	id: string;
	account_id: string;
	person_id: string;
	kind: FactorKind;
	name: string;
	/** The factor's own secret and counters, sealed. */
	sealed: string;
	/** Raised by each change; the compare-and-swap on it settles replays and races. */
	version: number;
	created_at: Time;
	last_used_at: Time | null;
	preferred: Flag;
	/** By which it is found when nobody has said yet whose it is: a passkey's credential id. Unique. */
	lookup: string | null;
}

/** At most one of a kind for a browser's session. */
export interface ChallengesTable {
	id: string;
	family_id: string;
	account_id: string;
	kind: FactorKind;
	/** What the session was then, and must still be when it is answered. */
	purpose: 'sign-in' | 're-verification';
	sealed: string;
	attempts: number;
	/** When it was begun or taken up again: the latest is the one the browser shows. */
	shown_at: Time;
	expires_at: Time;
}

export interface EnrolmentsTable {
	id: string;
	family_id: string;
	account_id: string;
	kind: FactorKind;
	/** The credential whose place it takes. */
	replaces: string | null;
	/** The name that the first person of a shared mailbox gave. */
	person_name: string | null;
	sealed: string;
	attempts: number;
	expires_at: Time;
}

export interface FactorAttemptsTable {
	account_id: string;
	kind: FactorKind | 'invitation';
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
	person_id: string;
	/** 1 to the limit; unique for the person, which is what holds the limit under a race. */
	slot: number;
	name: string;
	/** Keyed hash of the secret. */
	fingerprint: string;
	idempotency_key: string;
	created_at: Time;
	app: MailApp | null;
	/** What it opens, a bit for each (`client-passwords/protocol-set.ts`). */
	protocols: number;
	expires_at: Time | null;
	/** Its end has been seen to: whoever was connected with it has been cut off. */
	ended: Flag;
}

/** The last use of a client password by each protocol. */
export interface ClientPasswordUsesTable {
	client_password_id: string;
	protocol: MailProtocol;
	at: Time;
	address: string;
	/** The mail app, as far as it told; may be empty. */
	app: string;
}

/** Client passwords that are no more, so that a mail app that still sends one can be told from a guess. */
export interface DeletedClientPasswordsTable {
	fingerprint: string;
	account_id: string;
	person_id: string;
	name: string;
	deleted_at: Time;
}

/** Mail apps that were refused with a password of this account's, or with one that is none. */
export interface StaleClientsTable {
	id: string;
	account_id: string;
	/** Whose the client password is or was; null for the web password and what is no password of the account. */
	person_id: string | null;
	reason: RefusalReason;
	/** What the client password is or was called; else empty. */
	name: string;
	protocol: MailProtocol;
	address: string;
	app: string;
	/** Keyed hash of what was sent, bound to the web password of the time. */
	fingerprint: string;
	first_at: Time;
	last_at: Time;
	tries: number;
	/** When a mail app there signed in after the last refusal. */
	mended_at: Time | null;
}

/** Links by which an Apple device fetches its set-up profile, once. */
export interface AppleProfilesTable {
	id: string;
	/** SHA-256 of the ticket in the link. */
	ticket_hash: string;
	account_id: string;
	person_id: string;
	/** The browser's session that made it; its end is the link's. */
	family_id: string;
	app: ProfileApp;
	name: string;
	/** As of client passwords. */
	protocols: number;
	/** When the client password in it is to end. */
	password_expires_at: Time | null;
	/** Names the slot of the client password across several links of one intent. */
	idempotency_key: string;
	created_at: Time;
	expires_at: Time;
	/** The client password that was made when it was fetched. */
	client_password_id: string | null;
}

/** Accounts whose mail apps are to be cut off. */
export interface ConnectionsToEndTable {
	account_id: string;
	at: Time;
	next_try_at: Time;
	tries: number;
}

/** Browsers that their person is not asked for a second step in. */
export interface TrustedDevicesTable {
	/** Names the series of tokens in the browser's cookie. */
	id: string;
	account_id: string;
	person_id: string;
	/** SHA-256 of the token that counts now; replaced at each use. */
	token_hash: string;
	browser: string;
	system: string;
	address: string;
	created_at: Time;
	last_used_at: Time;
	expires_at: Time;
}

/** Every security policy there has been; the one with the highest version is in force. */
export interface PoliciesTable {
	version: number;
	at: Time;
	/** Who set it. */
	author: string;
	reason: string;
	/** JSON, see `policy/policy.ts`. */
	policy: string;
}

/** What happened to an account. */
export interface ActivityTable {
	id: string;
	account_id: string;
	person_id: string | null;
	/** Of a shared mailbox, as they were called then: the list says who did something after they have left. */
	person_name: string | null;
	at: Time;
	event: ActivityEvent;
	browser: string | null;
	system: string | null;
	address: string | null;
	/** JSON: what the event has beyond who, when and where. */
	details: string;
}

/** Mail that is still to be sent. */
export interface NoticesTable {
	id: string;
	account_id: string;
	at: Time;
	event: ActivityEvent;
	browser: string | null;
	system: string | null;
	address: string | null;
	details: string;
	/** When it is to be tried; a sender that takes it moves this ahead, so that no other takes it meanwhile. */
	next_try_at: Time;
	tries: number;
}

/** Texts of the last day, as far as the portal knows what became of them. */
export interface TextMessagesTable {
	id: string;
	account_id: string;
	/** The browser's session that asked for it. */
	family_id: string;
	/** The number, sealed: it is needed to ask for the delivery. */
	sealed: string;
	at: Time;
	state: 'sending' | 'sent' | 'uncertain' | 'delivered' | 'undelivered' | 'failed';
	gateway: string | null;
	/** By which the gateway tells of its delivery. */
	receipt: string | null;
	/** When to ask for it next; null when there is nothing more to ask. */
	next_check_at: Time | null;
}

/** Held while a text is counted, so that two that are asked for at once are counted one after the other. */
export interface TextMessageScopesTable {
	/** What texts are counted by: a number or a range of them (keyed hashes), an account, a network, all. */
	scope: string;
	at: Time;
}

export interface TextMessageCountsTable {
	message_id: string;
	scope: string;
	at: Time;
}

/** A QR code that a phone is to confirm. */
export interface ScansTable {
	/** SHA-256 of the ticket in the code. */
	ticket_hash: string;
	kind: ScanKind;
	purpose: 'sign-in' | 're-verification' | 'set-up';
	/** The challenge or the enrolment it belongs to. */
	subject_id: string;
	/** The browser's session that shows it. */
	family_id: string;
	account_id: string;
	/** Null where it is not known who of a shared mailbox it is. */
	person_id: string | null;
	/** The browser that shows it. */
	browser: string;
	system: string;
	address: string;
	created_at: Time;
	expires_at: Time;
	/** `confirmed` and `denied` are for good. */
	state: 'waiting' | 'opened' | 'identified' | 'confirmed' | 'denied';
	/** What was wrong with the last phone that tried. */
	problem: ScanProblem | null;
	/** How often a phone has taken it up. */
	takes: number;
	/** SHA-256 of the cookie of the phone that has it now. */
	phone_hash: string | null;
	/** SHA-256 of the `state` that this phone has to come back from its platform with; once. */
	oauth_state_hash: string | null;
	phone_system: string;
	/** Who holds the phone, sealed, once its platform has said. */
	identity: string | null;
}

/** Sealed tickets that have been used, until they would have expired anyway. */
export interface SpentTicketsTable {
	fingerprint: string;
	expires_at: Time;
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
	client_password_uses: ClientPasswordUsesTable;
	deleted_client_passwords: DeletedClientPasswordsTable;
	stale_clients: StaleClientsTable;
	apple_profiles: AppleProfilesTable;
	connections_to_end: ConnectionsToEndTable;
	account_groups: AccountGroupsTable;
	people: PeopleTable;
	trusted_devices: TrustedDevicesTable;
	policies: PoliciesTable;
	activity: ActivityTable;
	notices: NoticesTable;
	spent_tickets: SpentTicketsTable;
	text_messages: TextMessagesTable;
	text_message_scopes: TextMessageScopesTable;
	text_message_counts: TextMessageCountsTable;
	scans: ScansTable;
}
