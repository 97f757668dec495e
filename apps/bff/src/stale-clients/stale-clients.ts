import type { StaleClientView } from '@mailward/shared/contract/stale-clients.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import type { PasswordAuthority } from '../accounts/password-authority.ts';
import type { Activity } from '../activity/activity.ts';
import type { RefusedClient } from '../client-passwords/live-check.ts';
import type { NotedUse } from '../client-passwords/use-store.ts';
import type { ViewClient } from '../clients/client-view.ts';
import type { Fingerprint } from '../crypto/fingerprint.ts';
import { type RandomBytes, randomId } from '../crypto/random.ts';
import type { Signals } from '../signals/signals.ts';
import type { Database, Queries } from '../storage/database.ts';
import { type Clock, day, hour, minute, toIso } from '../time/clock.ts';
import { byNow } from './by-now.ts';
import { cloudOf } from './clouds.ts';
import { createNews } from './news.ts';
import { createRecognising } from './recognising.ts';
import type { Refusal } from './refusal.ts';
import { createSightings, type Sighting, sightingKey } from './sightings.ts';
import { createStaleClientStore, type StoredStaleClient } from './stale-client-store.ts';
import { placeAddress, plainApp } from './tries.ts';
import { createMarks } from './verdict.ts';
import { createWarnings } from './warnings.ts';

/** Mail apps that keep trying with a password that no longer opens the mailbox. */
export interface StaleClients {
	/** Takes up a refusal whose answer has been given; never throws. */
	note(refusal: Refusal): void;
	/** Writes what has been noted. Rejects when the database does; what was not written is kept for the next time. */
	flush(): Promise<void>;
	/** Whether there is more to write. */
	readonly waiting: boolean;
	/** Resolves when what is being recognised is. */
	settled(): Promise<void>;
	/** A mail app signed in, so whatever was refused there by the same protocol before is mended. */
	mend(queries: Queries, uses: readonly NotedUse[]): Promise<void>;
	/** What a person sees of those that are not mended, as things are by now, newest first. */
	list(owner: { accountId: string; personId: string }): Promise<StaleClientView[]>;
	/** Refusals since then, newest first; also of what is no password of the account. */
	refusedSince(owner: { accountId: string; personId: string }, since: number): Promise<RefusedClient[]>;
	sweep(): Promise<void>;
}

/** What the page can show, and what a live check looks at. */
const mostListed = 20;
/** How long they are kept after their last refusal, or after they were mended. Milliseconds. */
const life = { wrong: hour, mended: day, others: 3 * day };
/**
 * One that has gone on although a mail app signed in in its place is another one behind the same address. What signs in there
 * proves something only when this one has been silent for as long as mail apps take from one look to the next. Milliseconds.
 */
const silence = 30 * minute;
/** Written in one second at the most, and in one transaction: mail logins are answered in between. */
const mostWritten = 2000;
const sightingsATransaction = 100;

/** Two servers that write the same ones take them in the same order, so that neither waits for the other. */
const byKey = (one: Sighting, other: Sighting): number => (sightingKey(one) < sightingKey(other) ? -1 : 1);

/**
 * Whether this use says that the mail app that was refused is well again: it comes from the same place, or from a mail app
 * of the same name elsewhere while this one is silent, as of a phone that was carried home.
 */
const isMendedBy = ({ lastAt, mendedAt, ...client }: StoredStaleClient, use: NotedUse): boolean => {
	if (client.accountId !== use.accountId || client.protocol !== use.protocol || use.at < lastAt) return false;
	const isSilent = use.at - lastAt >= silence;
	if (client.address === placeAddress(use.address)) return mendedAt === null || isSilent;
	const isOwn = client.personId === null || client.personId === use.personId;
	return isSilent && isOwn && client.app !== '' && client.app === plainApp(use.app);
};

export const createStaleClients = (parts: {
	db: Database;
	/** Keyed hashes: of what was refused, and of client passwords. */
	fingerprints: { refused: Fingerprint; clientPasswords: Fingerprint };
	accounts: Pick<AccountStore, 'byId'>;
	authority: PasswordAuthority;
	activity: Pick<Activity, 'record'>;
	signals: Pick<Signals, 'publish'>;
	viewClient: ViewClient;
	clock: Clock;
	random: RandomBytes;
	onFailure: (error: unknown) => void;
}): StaleClients => {
	const { db, fingerprints, accounts, authority, activity, viewClient, clock, random, onFailure } = parts;
	const store = createStaleClientStore(db);
	const marks = createMarks(fingerprints.refused);
	const sightings = createSightings();
	const news = createNews(parts.signals, clock);
	const warnings = createWarnings({ db, accounts, activity, marks, clock });
	const recognising = createRecognising({
		store,
		accounts,
		authority,
		marks,
		clientPasswordFingerprint: fingerprints.clientPasswords,
		onSighting: sightings.add,
		clock,
		onFailure,
	});

	const write = async (some: readonly Sighting[]): Promise<StoredStaleClient[]> => {
		const ids = new Set<string>();
		const newId = () => {
			const id = randomId(random);
			ids.add(id);
			return id;
		};
		const written = await db.transaction().execute(async (transaction) => {
			const clients = await store.add(transaction, some.toSorted(byKey), newId);
			const grown = new Set(clients.filter(({ id }) => ids.has(id)).map(({ accountId }) => accountId));
			if (grown.size > 0) await store.trim(transaction, [...grown]);
			return clients;
		});
		for (const { id, accountId } of written) news.add(accountId, ids.has(id) ? 'new' : 'again');
		for (const { accountId, fresh } of some) if (fresh) news.add(accountId, 'new');
		return written;
	};
	const writeAll = async (sightingsToWrite: readonly Sighting[]): Promise<StoredStaleClient[]> => {
		const written: StoredStaleClient[] = [];
		for (let from = 0; from < sightingsToWrite.length; from += sightingsATransaction) {
			try {
				written.push(...(await write(sightingsToWrite.slice(from, from + sightingsATransaction))));
			} catch (error) {
				for (const each of sightingsToWrite.slice(from)) sightings.add(each);
				throw error;
			}
		}
		return written;
	};

	const toView = (client: StoredStaleClient): StaleClientView[] => {
		const { id, reason, name, protocol, app, address, firstAt, lastAt, tries } = client;
		if (reason === 'wrong') return [];
		return [
			{
				id,
				reason,
				name,
				protocol,
				client: viewClient({ browser: app, system: '', address }),
				cloud: cloudOf(address),
				firstAt: toIso(firstAt),
				lastAt: toIso(lastAt),
				tries,
			},
		];
	};

	return {
		note(refusal) {
			try {
				recognising.note(refusal);
			} catch (error) {
				onFailure(error);
			}
		},
		get waiting() {
			return sightings.size > 0;
		},
		async flush() {
			try {
				await warnings.about(await writeAll(sightings.take(mostWritten)));
			} finally {
				news.publish();
			}
		},
		settled: recognising.settled,
		async mend(queries, uses) {
			if (uses.length === 0) return;
			const open = await store.openOf(queries, [...new Set(uses.map(({ accountId }) => accountId))]);
			for (const client of open) {
				const use = uses.find((each) => isMendedBy(client, each));
				if (use === undefined) continue;
				await store.markMended(queries, client.id, use.at);
				news.add(client.accountId, 'mended');
			}
		},
		async list(owner) {
			const account = await accounts.byId(owner.accountId);
			if (account === undefined || !account.twoFactor) return [];
			const open = await store.openFor(owner);
			const passwords = await store.passwordsOf(owner);
			return open
				.filter(({ reason, fingerprint }) => reason !== 'web-password' || marks.isCurrent(fingerprint, account))
				.flatMap((client) => byNow(client, passwords, clock.now()) ?? [])
				.slice(0, mostListed)
				.flatMap(toView);
		},
		async refusedSince(owner, since) {
			const refused = await store.refusedFor(owner, since, mostListed);
			return refused.map(({ lastAt, protocol, address, app, reason }) => ({
				at: lastAt,
				protocol,
				address,
				app,
				reason,
			}));
		},
		async sweep() {
			const now = clock.now();
			await store.deleteBefore({
				wrong: now - life.wrong,
				mended: now - life.mended,
				others: now - life.others,
			});
		},
	};
};
