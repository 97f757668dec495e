import { leastPasswordLength, passwordLength } from '@mailward/shared/web-password.ts';
import type { Activity } from '../activity/activity.ts';
import { isPasswordHash, type PasswordHash } from '../crypto/password-hash.ts';
import { type RandomBytes, randomId } from '../crypto/random.ts';
import { endConnections } from '../mail-connections/connections-to-end.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { type Database, isUniqueViolation } from '../storage/database.ts';
import type { Clock } from '../time/clock.ts';
import type { Account, AccountStore } from './account-store.ts';
import { canonicalAddress, type Domains } from './canonical-address.ts';
import { replacePassword } from './new-password.ts';

/** Something an administrator asked for that cannot be; the message is for the administrator. */
export class AccountProblem extends Error {}

export interface NewAccount {
	readonly address: string;
	readonly name?: string;
	readonly kind?: 'person' | 'shared';
	readonly administrator?: boolean;
	/** Exactly one of the two, or neither where another authority checks the password. */
	readonly password?: string;
	/** argon2id in the PHC string format. */
	readonly passwordHash?: string;
	readonly aliases?: readonly string[];
	/** Groups of the organisation, which policies name. */
	readonly groups?: readonly string[];
}

/** What an administrator does with accounts. Every method throws `AccountProblem` for what cannot be. */
export interface Accounts {
	add(account: NewAccount): Promise<Account>;
	find(address: string): Promise<Account>;
	list(): Promise<Account[]>;
	/** Ends the account's sessions at once; mail logins are refused from the next one on. */
	disable(address: string): Promise<void>;
	enable(address: string): Promise<void>;
	/** Sets a web password and ends all that the old one opened. */
	setPassword(address: string, password: string): Promise<void>;
	groupsOf(address: string): Promise<string[]>;
	/** Puts the account into these groups and no others. */
	setGroups(address: string, groups: readonly string[]): Promise<void>;
}

/** Groups are listed with commas, semicolons and blanks around them, and looked at by people. */
const groupForm = /^[^,;\p{Cc}\p{Cs}\p{Bidi_Control}]{1,100}$/u;

const toGroups = (typed: readonly string[]): string[] => {
	const groups = [...new Set(typed.map((group) => group.trim().normalize('NFKC')))];
	const wrong = groups.find((group) => !groupForm.test(group));
	if (wrong !== undefined) throw new AccountProblem(`“${wrong}” cannot be the name of a group`);
	return groups;
};

export const createAccounts = (parts: {
	db: Database;
	store: AccountStore;
	sessions: Pick<SessionStore, 'endAll'>;
	activity: Pick<Activity, 'record'>;
	hash: PasswordHash;
	clock: Clock;
	random: RandomBytes;
	domains: Domains;
}): Accounts => {
	const { db, store, sessions, activity, hash, clock, random, domains } = parts;

	const canonical = (typed: string): string => {
		const address = canonicalAddress(typed, domains);
		if (address === undefined) throw new AccountProblem(`“${typed}” is not an address of ${domains.join(', ')}`);
		return address;
	};
	const find = async (typed: string): Promise<Account> => {
		const address = canonical(typed);
		const account = await store.byAddress(address);
		if (account === undefined) throw new AccountProblem(`there is no account ${address}`);
		return account;
	};
	const hashed = (password: string): Promise<string> => {
		if (passwordLength(password) < leastPasswordLength) {
			throw new AccountProblem(`a web password has at least ${leastPasswordLength} characters`);
		}
		return hash.hash(password);
	};
	const unchecked = async ({ password, passwordHash }: NewAccount): Promise<string | null> => {
		if (password !== undefined && passwordHash !== undefined) {
			throw new AccountProblem('give a password or a password hash, not both');
		}
		if (password !== undefined) return hashed(password);
		if (passwordHash === undefined) return null;
		if (!isPasswordHash(passwordHash)) throw new AccountProblem('the password hash is not argon2id in PHC format');
		return passwordHash;
	};

	return {
		find,
		list: () => store.list(),
		async add(account) {
			const address = canonical(account.address);
			const aliases = (account.aliases ?? []).map(canonical);
			for (const taken of [address, ...aliases]) {
				if ((await store.byAddress(taken)) !== undefined) throw new AccountProblem(`${taken} is taken`);
			}
			const groups = toGroups(account.groups ?? []);
			const id = randomId(random);
			const password = await unchecked(account);
			try {
				await store.insert(
					{
						id,
						address,
						name: account.name?.trim() ?? '',
						kind: account.kind ?? 'person',
						administrator: account.administrator ? 1 : 0,
						password_hash: password,
						created_at: clock.now(),
					},
					{ aliases, groups },
				);
			} catch (error) {
				if (isUniqueViolation(error)) throw new AccountProblem(`${address} or one of its aliases is taken`);
				throw error;
			}
			return find(address);
		},
		async disable(typed) {
			const { id } = await find(typed);
			await db.transaction().execute(async (transaction) => {
				await store.setDisabled(id, clock.now(), transaction);
				await sessions.endAll(id, { queries: transaction });
				await endConnections(transaction, id, clock.now());
			});
		},
		async enable(typed) {
			await store.setDisabled((await find(typed)).id, null);
		},
		async setPassword(typed, password) {
			const { id: accountId } = await find(typed);
			const change = { accountId, hash: await hashed(password) };
			await db.transaction().execute(async (transaction) => {
				await replacePassword(transaction, change);
				await endConnections(transaction, accountId, clock.now());
				const happening = { accountId, personId: null, client: null, event: 'web-password.changed' } as const;
				await activity.record(transaction, happening);
			});
		},
		groupsOf: async (typed) => store.groupsOf((await find(typed)).id),
		async setGroups(typed, groups) {
			await store.setGroups((await find(typed)).id, toGroups(groups));
		},
	};
};
