import { clientPasswordAlphabet, clientPasswordLength } from '@mailward/shared/client-password.ts';
import type {
	ClientPasswordView,
	CreatedClientPassword,
	LiveCheck,
} from '@mailward/shared/contract/client-passwords.ts';
import type { MailApp, MailProtocol } from '@mailward/shared/mail-apps.ts';
import { nameProblem } from '@mailward/shared/names.ts';
import type { Activity } from '../activity/activity.ts';
import type { ViewClient } from '../clients/client-view.ts';
import type { Fingerprint } from '../crypto/fingerprint.ts';
import { type RandomBytes, randomId, randomText } from '../crypto/random.ts';
import { DomainError } from '../domain-error.ts';
import { endConnections } from '../mail-connections/connections-to-end.ts';
import type { SignedIn } from '../sessions/session.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Signals } from '../signals/signals.ts';
import type { Database, Queries } from '../storage/database.ts';
import { type Clock, day, toIso } from '../time/clock.ts';
import type { ClientPasswordStore, Owner, StoredClientPassword, Wishes } from './client-password-store.ts';
import { liveCheckOf, type RefusedClient } from './live-check.ts';
import { mailAppsTopic } from './mail-apps-topic.ts';

/** What its person wants of a client password, as it was asked for. */
export interface TypedWishes {
	readonly name: string;
	readonly protocols: readonly MailProtocol[];
	/** ISO 8601. */
	readonly expiresAt: string | null;
}

/** One intent to have a client password. */
export interface Intent {
	readonly wishes: Wishes;
	readonly app: MailApp | null;
	/** The same key again takes the same slot. */
	readonly idempotencyKey: string;
}

/** Passwords that mail apps sign in with. The secret exists in the answer to its creation, and nowhere else. */
export interface ClientPasswords {
	list(session: SignedIn): Promise<ClientPasswordView[]>;
	/**
	 * What is wanted of a new one. Throws `client_password.factor_needed`, `client_password.name_invalid` and
	 * `client_password.end_invalid`.
	 */
	wishesOf(session: Pick<SignedIn, 'twoFactor'>, typed: TypedWishes): Wishes;
	/**
	 * Makes one. The same idempotency key again (the first answer was lost) gives the same slot a new secret, and the
	 * one that may have been lost on the way is worth nothing. Throws what the contract lists.
	 */
	create(
		session: SignedIn,
		wanted: TypedWishes & { app: MailApp | null; idempotencyKey: string },
	): Promise<CreatedClientPassword>;
	/** The same as part of the caller's transaction. Throws `client_password.limit_reached`. */
	make(
		transaction: Queries,
		owner: Owner & { client: SignedIn['client']; limit: number },
		intent: Intent,
	): Promise<CreatedClientPassword>;
	/** Throws `request.not_found`, `client_password.name_invalid` and `client_password.end_invalid`. */
	change(session: SignedIn, id: string, typed: TypedWishes): Promise<ClientPasswordView>;
	/** A new secret in the same place. Throws `request.not_found` and `client_password.factor_needed`. */
	replace(session: SignedIn, id: string): Promise<CreatedClientPassword>;
	/** Throws `request.not_found`. */
	remove(session: SignedIn, id: string): Promise<void>;
	/** Undefined when it is not there, or not this person's. */
	find(owner: Owner, id: string): Promise<ClientPasswordView | undefined>;
	/** How far the set-up of a mail app with it has come. Throws `request.not_found`. */
	check(owner: Owner, id: string): Promise<LiveCheck>;
	/** Ends what those have let in that have expired. */
	endExpired(): Promise<void>;
	/** Forgets those that were deleted long ago. */
	sweep(): Promise<void>;
}

/** How far an end date may be away, in ms. */
const furthestEnd = 3653 * day;
/** How long a deleted client password is told from a guess, in ms: half a year of an old phone in a drawer. */
const deletedLife = 180 * day;

/** The same end; when it has passed, another one as far away as it was when the password was made. */
const endAnew = ({ createdAt, expiresAt }: StoredClientPassword, now: number): number | null =>
	expiresAt === null || expiresAt > now ? expiresAt : now + expiresAt - createdAt;

export const createClientPasswords = (parts: {
	db: Database;
	store: ClientPasswordStore;
	sessions: Pick<SessionStore, 'hold'>;
	activity: Pick<Activity, 'record'>;
	/** Refusals of the account's mail apps since then, newest first. */
	refusedSince: (owner: Owner, since: number) => Promise<readonly RefusedClient[]>;
	signals: Pick<Signals, 'publish'>;
	viewClient: ViewClient;
	fingerprint: Fingerprint;
	clock: Clock;
	random: RandomBytes;
}): ClientPasswords => {
	const { db, store, sessions, activity, fingerprint, clock, random } = parts;
	const by = ({ accountId, personId, client }: SignedIn) => ({ accountId, personId, client });

	const viewUse = ({ at, protocol, address, app }: StoredClientPassword['uses'][number]) => ({
		at: toIso(at),
		protocol,
		client: parts.viewClient({ browser: app, system: '', address }),
	});
	const toView = ({
		id,
		name,
		app,
		protocols,
		createdAt,
		expiresAt,
		uses,
	}: StoredClientPassword): ClientPasswordView => ({
		id,
		name,
		app,
		protocols: [...protocols],
		createdAt: toIso(createdAt),
		expiresAt: expiresAt === null ? null : toIso(expiresAt),
		uses: uses.map(viewUse),
	});

	const endOf = (typed: string | null): number | null => {
		if (typed === null) return null;
		const end = Date.parse(typed);
		const now = clock.now();
		if (end <= now || end > now + furthestEnd) throw new DomainError('client_password.end_invalid', {});
		return end;
	};
	const checked = (typed: TypedWishes): Wishes => {
		const name = typed.name.trim().normalize('NFC');
		const problem = nameProblem(name);
		if (problem !== undefined) throw new DomainError('client_password.name_invalid', { reason: problem });
		return { name, protocols: typed.protocols, expiresAt: endOf(typed.expiresAt) };
	};
	const wishesOf: ClientPasswords['wishesOf'] = ({ twoFactor }, typed) => {
		if (!twoFactor) throw new DomainError('client_password.factor_needed', {});
		return checked(typed);
	};
	const newSecret = () => randomText(random, clientPasswordAlphabet, clientPasswordLength);
	const must = <T>(found: T | undefined): T => {
		if (found === undefined) throw new DomainError('request.not_found', {});
		return found;
	};

	/** The lowest free one. A slot is unique in the database as well, whatever becomes of the lock. */
	const freeSlot = async (transaction: Queries, owner: Owner, limit: number): Promise<number> => {
		const taken = new Set((await store.ofPerson(owner, transaction)).map(({ slot }) => slot));
		const slot = Array.from({ length: limit }, (_, index) => index + 1).find((each) => !taken.has(each));
		// A policy that allows fewer than before takes none away, and lets none be added.
		if (slot === undefined || taken.size >= limit) throw new DomainError('client_password.limit_reached', { limit });
		return slot;
	};

	const renew = async (
		transaction: Queries,
		password: StoredClientPassword,
		fresh: Wishes & { app: MailApp | null },
	): Promise<CreatedClientPassword> => {
		const secret = newSecret();
		const createdAt = clock.now();
		await store.renew(transaction, password, { ...fresh, fingerprint: fingerprint(secret), createdAt });
		await endConnections(transaction, password.accountId, createdAt);
		return { ...toView({ ...password, ...fresh, createdAt, uses: [] }), secret };
	};

	const insert = async (
		transaction: Queries,
		{ accountId, personId, limit }: Owner & { limit: number },
		{ wishes, app, idempotencyKey }: Intent,
	): Promise<CreatedClientPassword> => {
		const slot = await freeSlot(transaction, { accountId, personId }, limit);
		const secret = newSecret();
		const made = { id: randomId(random), accountId, personId, slot, app, createdAt: clock.now(), ...wishes };
		await store.insert(transaction, { ...made, fingerprint: fingerprint(secret), idempotencyKey });
		return { ...toView({ ...made, uses: [] }), secret };
	};

	const make: ClientPasswords['make'] = async (transaction, owner, intent) => {
		const { accountId, personId, client } = owner;
		const before = await store.ofIntent(owner, intent.idempotencyKey, transaction);
		const made =
			before === undefined
				? await insert(transaction, owner, intent)
				: await renew(transaction, before, { ...intent.wishes, app: intent.app });
		await activity.record(transaction, { accountId, personId, client, event: 'client-password.made', name: made.name });
		return made;
	};

	/** The same, and then whoever watches the mail apps of the account looks anew: what was wrong with one may be mended. */
	const told = async <T>({ accountId }: Owner, act: Promise<T>): Promise<T> => {
		const done = await act;
		parts.signals.publish(mailAppsTopic(accountId));
		return done;
	};

	return {
		wishesOf,
		make,
		list: async (session) => (await store.ofPerson(session)).map(toView),
		async create(session, { app, idempotencyKey, ...typed }) {
			const wishes = wishesOf(session, typed);
			return db.transaction().execute(async (transaction) => {
				await sessions.hold(transaction, session);
				const owner = { ...by(session), limit: session.policy.clientPasswords };
				return make(transaction, owner, { wishes, app, idempotencyKey });
			});
		},
		async change(session, id, typed) {
			const wishes = checked(typed);
			const act = db.transaction().execute(async (transaction) => {
				await sessions.hold(transaction, session);
				const before = must(await store.find(session, id, transaction));
				await store.change(transaction, session, id, wishes);
				// A mail app that is connected would keep what has just been taken from it.
				if (before.protocols.some((protocol) => !wishes.protocols.includes(protocol))) {
					await endConnections(transaction, session.accountId, clock.now());
				}
				await activity.record(transaction, { ...by(session), event: 'client-password.changed', name: wishes.name });
				return toView({ ...before, ...wishes });
			});
			return told(session, act);
		},
		async replace(session, id) {
			if (!session.twoFactor) throw new DomainError('client_password.factor_needed', {});
			const act = db.transaction().execute(async (transaction) => {
				await sessions.hold(transaction, session);
				const before = must(await store.find(session, id, transaction));
				const made = await renew(transaction, before, { ...before, expiresAt: endAnew(before, clock.now()) });
				await activity.record(transaction, { ...by(session), event: 'client-password.replaced', name: made.name });
				return made;
			});
			return told(session, act);
		},
		async remove(session, id) {
			const act = db.transaction().execute(async (transaction) => {
				await sessions.hold(transaction, session);
				const name = must(await store.remove(transaction, session, id, clock.now()));
				await endConnections(transaction, session.accountId, clock.now());
				await activity.record(transaction, { ...by(session), event: 'client-password.deleted', name });
			});
			await told(session, act);
		},
		async find(owner, id) {
			const password = await store.find(owner, id);
			return password && toView(password);
		},
		async check(owner, id) {
			const password = must(await store.find(owner, id));
			const refused = await parts.refusedSince(owner, password.createdAt);
			return liveCheckOf(password, refused, viewUse);
		},
		async endExpired() {
			const now = clock.now();
			await db.transaction().execute(async (transaction) => {
				const expired = await store.takeExpired(transaction, now);
				for (const accountId of new Set(expired.map((owner) => owner.accountId))) {
					await endConnections(transaction, accountId, now);
				}
			});
		},
		async sweep() {
			await store.forgetDeletedBefore(clock.now() - deletedLife);
		},
	};
};
