import { clientPasswordAlphabet, clientPasswordLength } from '@mailward/shared/client-password.ts';
import type { ClientPasswordView, CreatedClientPassword } from '@mailward/shared/contract/client-passwords.ts';
import { nameProblem } from '@mailward/shared/names.ts';
import type { Activity } from '../activity/activity.ts';
import type { Fingerprint } from '../crypto/fingerprint.ts';
import { type RandomBytes, randomId, randomText } from '../crypto/random.ts';
import { DomainError } from '../domain-error.ts';
import type { SignedIn } from '../sessions/session.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Database, Queries } from '../storage/database.ts';
import { type Clock, toIso } from '../time/clock.ts';
import type { ClientPasswordStore, StoredClientPassword } from './client-password-store.ts';

/** Passwords that mail apps sign in with. The secret exists in the answer to its creation, and nowhere else. */
export interface ClientPasswords {
	list(session: SignedIn): Promise<ClientPasswordView[]>;
	/**
	 * Makes one. The same idempotency key again (the first answer was lost) gives the same slot a new secret, and the
	 * one that may have been lost on the way is worth nothing. Throws what the contract lists.
	 */
	create(session: SignedIn, name: string, idempotencyKey: string): Promise<CreatedClientPassword>;
	/** Throws `request.not_found`. */
	remove(session: SignedIn, id: string): Promise<void>;
}

const toView = (password: StoredClientPassword): ClientPasswordView => ({
	id: password.id,
	name: password.name,
	createdAt: toIso(password.createdAt),
	lastUsed: password.lastUsed && { ...password.lastUsed, at: toIso(password.lastUsed.at) },
});

export const createClientPasswords = (parts: {
	db: Database;
	store: ClientPasswordStore;
	sessions: Pick<SessionStore, 'hold'>;
	activity: Activity;
	fingerprint: Fingerprint;
	clock: Clock;
	random: RandomBytes;
}): ClientPasswords => {
	const { db, store, sessions, activity, fingerprint, clock, random } = parts;
	const by = ({ accountId, personId, client }: SignedIn) => ({ accountId, personId, client });

	/** Takes the lowest free slot. A slot is unique in the database as well, whatever becomes of the lock. */
	const insert = async (
		transaction: Queries,
		session: SignedIn,
		made: { name: string; secret: string; idempotencyKey: string },
	): Promise<StoredClientPassword> => {
		const { accountId, personId } = session;
		const limit = session.policy.clientPasswords;
		const taken = new Set((await store.ofPerson(session, transaction)).map(({ slot }) => slot));
		const slot = Array.from({ length: limit }, (_, index) => index + 1).find((each) => !taken.has(each));
		// A policy that allows fewer than before takes none away, and lets none be added.
		if (slot === undefined || taken.size >= limit) throw new DomainError('client_password.limit_reached', { limit });
		const id = randomId(random);
		const createdAt = clock.now();
		await store.insert(transaction, {
			id,
			account_id: accountId,
			person_id: personId,
			slot,
			name: made.name,
			fingerprint: fingerprint(made.secret),
			idempotency_key: made.idempotencyKey,
			created_at: createdAt,
		});
		return { id, accountId, personId, slot, name: made.name, createdAt, lastUsed: null };
	};

	return {
		list: async (session) => (await store.ofPerson(session)).map(toView),
		async create(session, typedName, idempotencyKey) {
			if (!session.twoFactor) throw new DomainError('client_password.factor_needed', {});
			const name = typedName.trim().normalize('NFC');
			const problem = nameProblem(name);
			if (problem !== undefined) throw new DomainError('client_password.name_invalid', { reason: problem });
			const secret = randomText(random, clientPasswordAlphabet, clientPasswordLength);
			const password = await db.transaction().execute(async (transaction) => {
				await sessions.hold(transaction, session);
				const fresh = { name, fingerprint: fingerprint(secret), created_at: clock.now() };
				const made =
					(await store.renew(transaction, session, idempotencyKey, fresh)) ??
					(await insert(transaction, session, { name, secret, idempotencyKey }));
				await activity.record(transaction, { ...by(session), event: 'client-password.made', name });
				return made;
			});
			return { ...toView(password), secret };
		},
		async remove(session, id) {
			await db.transaction().execute(async (transaction) => {
				const name = await store.remove(transaction, session, id);
				if (name === undefined) throw new DomainError('request.not_found', {});
				await activity.record(transaction, { ...by(session), event: 'client-password.deleted', name });
			});
		},
	};
};
