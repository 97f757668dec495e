import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createChallengeStore } from '@mailward/bff/challenges/challenge-store.ts';
import { toProtocolSet } from '@mailward/bff/client-passwords/protocol-set.ts';
import { createFingerprint, type Fingerprint } from '@mailward/bff/crypto/fingerprint.ts';
import type { Keys } from '@mailward/bff/crypto/keys.ts';
import { createPasswordHash } from '@mailward/bff/crypto/password-hash.ts';
import { type RandomBytes, randomId, randomText } from '@mailward/bff/crypto/random.ts';
import { createSeal } from '@mailward/bff/crypto/seal.ts';
import { createCredentialStore } from '@mailward/bff/factors/credential-store.ts';
import type { TotpCredential } from '@mailward/bff/factors/totp/totp-factor.ts';
import { defaultPolicy } from '@mailward/bff/policy/policy.ts';
import { createSessionStore } from '@mailward/bff/sessions/session-store.ts';
import type { Database, Queries } from '@mailward/bff/storage/database.ts';
import type { Clock } from '@mailward/bff/time/clock.ts';
import { clientPasswordAlphabet, clientPasswordLength } from '@mailward/shared/client-password.ts';
import { mailProtocols } from '@mailward/shared/mail-apps.ts';
import {
	addressOf,
	passwordsFile,
	type ScanTicket,
	type SignInTicket,
	scansFile,
	signInsFile,
	webPassword,
} from './material.ts';
import { passwordsAnAccount, seededChallengeLife } from './scale.ts';
import { seedScan } from './seed-scans.ts';

/** Accounts written by one transaction. Their client passwords, twelve values a row, stay below SQLite's 32,766 a query. */
const batch = 400;

/** Who lives in a seeded database. */
export interface Population {
	/** Each with an authenticator app and six client passwords. */
	readonly accounts: number;
	/** How many of them, from the first on, stand in front of their second factor. */
	readonly signIns: number;
	/** How many browsers wait for a phone; each of an account of its own, those at the end. */
	readonly scans: number;
	/** How many of them, from the first on, have the web password. */
	readonly webPasswords: number;
}

interface Person {
	readonly id: string;
	readonly index: number;
	readonly totpSecret: string;
	readonly passwords: readonly string[];
}

const insertPeople = async (
	queries: Queries,
	people: readonly Person[],
	{ now, hashOf }: { now: number; hashOf: (index: number) => string | null },
): Promise<void> => {
	const account = ({ id, index }: Person) => ({
		id,
		address: addressOf(index),
		name: '',
		kind: 'person' as const,
		administrator: 0 as const,
		password_hash: hashOf(index),
		disabled_at: null,
		created_at: now,
	});
	await queries.insertInto('accounts').values(people.map(account)).execute();
};

const insertPasswords = async (
	queries: Queries,
	people: readonly Person[],
	made: { now: number; random: RandomBytes; fingerprint: Fingerprint },
): Promise<void> => {
	const rows = people.flatMap(({ id, passwords }) =>
		passwords.map((password, index) => ({
			id: randomId(made.random),
			account_id: id,
			person_id: id,
			slot: index + 1,
			name: `Mail app ${index + 1}`,
			fingerprint: made.fingerprint(password),
			idempotency_key: randomId(made.random),
			created_at: made.now,
			app: null,
			protocols: toProtocolSet(mailProtocols),
			expires_at: null,
			ended: 0 as const,
		})),
	);
	await queries.insertInto('client_passwords').values(rows).execute();
};

/** Fills an empty, migrated database, and leaves in `folder` what the load generator must know. */
export const seed = async (
	parts: { db: Database; keys: Keys; clock: Clock; random: RandomBytes; folder: string } & Population,
): Promise<void> => {
	const { db, keys, clock, random, accounts, signIns, scans, webPasswords, folder } = parts;
	// One for all of them: to compare with it costs what any other would.
	const hash = webPasswords === 0 ? null : await createPasswordHash(random).hash(webPassword);
	const hashOf = (index: number) => (index < webPasswords ? hash : null);
	const seal = createSeal(keys, random);
	const fingerprint = createFingerprint(keys.fingerprintKey('client passwords'));
	const secrets: string[] = [];
	const tickets: SignInTicket[] = [];
	const waiting: ScanTicket[] = [];

	const person = (index: number): Person => ({
		id: randomId(random),
		index,
		totpSecret: random(20).toString('base64'),
		passwords: Array.from({ length: passwordsAnAccount }, () =>
			randomText(random, clientPasswordAlphabet, clientPasswordLength),
		),
	});
	const setUpFactor = async (queries: Queries, { id, totpSecret }: Person) => {
		const secret: TotpCredential = { secret: totpSecret, lastStep: 0 };
		await createCredentialStore(queries, seal).insert(queries, {
			id: randomId(random),
			accountId: id,
			personId: id,
			kind: 'totp',
			name: 'Phone',
			secret,
			lookup: null,
			at: clock.now(),
		});
	};
	const beginSignIn = async (queries: Queries, { id, totpSecret }: Person): Promise<SignInTicket> => {
		const policies = { current: async () => defaultPolicy };
		const sessions = createSessionStore({ db: queries, policies, clock, random });
		const begun = { state: 'awaiting-second-factor', verifiedWith: null, personId: id } as const;
		const client = { browser: '', system: '', address: '127.0.0.1' };
		const token = await sessions.begin(id, begun, client);
		const session = await sessions.load(token, client);
		if (session.state !== 'awaiting-second-factor') throw new Error(`a seeded session is ${session.state}`);
		const challenge = randomId(random);
		const expiresAt = clock.now() + seededChallengeLife;
		const { familyId } = session;
		await createChallengeStore(queries, seal).start(
			{ id: challenge, familyId, accountId: id, kind: 'totp', purpose: 'sign-in', expiresAt, attempts: 0, pending: {} },
			clock.now(),
		);
		return { token, challenge, secret: totpSecret };
	};

	for (let from = 0; from < accounts; from += batch) {
		const count = Math.min(batch, accounts - from);
		const people = Array.from({ length: count }, (_, index) => person(from + index));
		await db.transaction().execute(async (transaction) => {
			await insertPeople(transaction, people, { now: clock.now(), hashOf });
			await insertPasswords(transaction, people, { now: clock.now(), random, fingerprint });
			for (const each of people) {
				await setUpFactor(transaction, each);
				if (tickets.length < signIns) tickets.push(await beginSignIn(transaction, each));
				if (each.index >= accounts - scans) waiting.push(await seedScan(transaction, each.id, { seal, clock, random }));
			}
		});
		for (const { passwords } of people) secrets.push(...passwords);
	}
	writeFileSync(join(folder, passwordsFile), secrets.join(''));
	writeFileSync(join(folder, signInsFile), JSON.stringify(tickets));
	writeFileSync(join(folder, scansFile), JSON.stringify(waiting));
};
