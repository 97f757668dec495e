import {
	clientPasswordAlphabet,
	clientPasswordLength,
	clientPasswordNameProblem,
} from '@mailward/shared/client-password.ts';
import type { ClientPasswordView, CreatedClientPassword } from '@mailward/shared/contract/client-passwords.ts';
import type { Fingerprint } from '../crypto/fingerprint.ts';
import { type RandomBytes, randomId, randomText } from '../crypto/random.ts';
import { DomainError } from '../domain-error.ts';
import type { SignedIn } from '../sessions/session.ts';
import { isUniqueViolation } from '../storage/database.ts';
import { type Clock, toIso } from '../time/clock.ts';
import type { ClientPasswordStore, StoredClientPassword } from './client-password-store.ts';

/** The guides' number: enough for every device a person has, few enough to look through. */
export const clientPasswordLimit = 6;

/** Passwords that mail apps sign in with. The secret exists in the answer to its creation, and nowhere else. */
export interface ClientPasswords {
	readonly limit: number;
	list(accountId: string): Promise<ClientPasswordView[]>;
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
	store: ClientPasswordStore;
	fingerprint: Fingerprint;
	clock: Clock;
	random: RandomBytes;
	limit?: number;
}): ClientPasswords => {
	const { store, fingerprint, clock, random, limit = clientPasswordLimit } = parts;

	/** Takes the lowest free slot. A slot is unique in the database, so of two takers at once one looks again. */
	const insert = async (accountId: string, idempotencyKey: string, name: string, secret: string) => {
		for (let tries = 0; tries <= limit; tries += 1) {
			const taken = new Set((await store.ofAccount(accountId)).map(({ slot }) => slot));
			const slot = Array.from({ length: limit }, (_, index) => index + 1).find((each) => !taken.has(each));
			if (slot === undefined) break;
			const password = { id: randomId(random), accountId, slot, name, createdAt: clock.now(), lastUsed: null };
			try {
				await store.insert({
					id: password.id,
					account_id: accountId,
					slot,
					name,
					fingerprint: fingerprint(secret),
					idempotency_key: idempotencyKey,
					created_at: password.createdAt,
				});
				return password;
			} catch (error) {
				if (!isUniqueViolation(error)) throw error;
				const renewed = await renew(accountId, idempotencyKey, name, secret);
				if (renewed !== undefined) return renewed;
			}
		}
		throw new DomainError('client_password.limit_reached', { limit });
	};

	const renew = (accountId: string, idempotencyKey: string, name: string, secret: string) =>
		store.renew(accountId, idempotencyKey, { name, fingerprint: fingerprint(secret), created_at: clock.now() });

	return {
		limit,
		list: async (accountId) => (await store.ofAccount(accountId)).map(toView),
		async create(session, typedName, idempotencyKey) {
			if (!session.twoFactor) throw new DomainError('client_password.factor_needed', {});
			const name = typedName.trim().normalize('NFC');
			const problem = clientPasswordNameProblem(name);
			if (problem !== undefined) throw new DomainError('client_password.name_invalid', { reason: problem });
			const secret = randomText(random, clientPasswordAlphabet, clientPasswordLength);
			const { accountId } = session;
			const password =
				(await renew(accountId, idempotencyKey, name, secret)) ??
				(await insert(accountId, idempotencyKey, name, secret));
			return { ...toView(password), secret };
		},
		async remove(session, id) {
			if (!(await store.remove(session.accountId, id))) throw new DomainError('request.not_found', {});
		},
	};
};
