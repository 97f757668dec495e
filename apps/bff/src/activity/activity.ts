import type { ActivityEntry } from '@mailward/shared/contract/activity.ts';
import { networkOf } from '../attempts/network.ts';
import type { ViewClient } from '../clients/client-view.ts';
import { type RandomBytes, randomId } from '../crypto/random.ts';
import type { Queries } from '../storage/database.ts';
import { lockAccount } from '../storage/lock-account.ts';
import type { ActivityTable } from '../storage/tables.ts';
import { type Clock, day, hour, toIso } from '../time/clock.ts';
import { type ActivityStore, refusals } from './activity-store.ts';
import { type Doer, type Happening, isTold, type ToldEvent } from './happening.ts';

/** How long entries are kept, in milliseconds; refusals, which strangers can bring about, for less. */
export const activityLife = 180 * day;
export const refusalLife = 30 * day;
/** A device that has not been used for this long is a new one again. Milliseconds. */
export const knownDevice = 90 * day;
/** Refusals of one kind that are noted for an account in an hour: a stranger who guesses fills no table. */
export const refusalsAnHour = 20;
/** Mails about one kind of event that an account gets in an hour: whoever makes more happen does not fill the mailbox. */
export const toldAnHour = 10;
/** Networks of mail apps that are noted for an account in a day: more tell nobody anything, and push out the rest. */
export const networksADay = 20;
/** What the list shows, and how many refused passwords may be part of it: they must not push out what matters. */
export const listed = { most: 100, refusals: 20 };

/** What happens to accounts: noted for the people they belong to, and told by mail where that may be their only warning. */
export interface Activity {
	/** Notes it as part of the caller's transaction: what did not happen is not told of. */
	record(queries: Queries, happening: Happening): Promise<void>;
	/** Newest first. */
	list(accountId: string): Promise<ActivityEntry[]>;
	sweep(): Promise<void>;
}

/**
 * Puts what is to be told by mail where it waits to be sent, as part of the caller's transaction. `person`: who of a shared
 * mailbox it was.
 */
export type Notify = (queries: Queries, happening: Happening<ToldEvent>, person: string | null) => Promise<void>;

export const createActivity = (parts: {
	store: ActivityStore;
	/** Absent where no mail can be sent. */
	notify?: Notify | undefined;
	viewClient: ViewClient;
	clock: Clock;
	random: RandomBytes;
}): Activity => {
	const { store, notify, viewClient, clock, random } = parts;

	/**
	 * Whether nobody has signed in as this person from such a browser and network lately. The first sign-in of all is no
	 * news; but an account that is older than what is remembered had one before.
	 */
	const isNewDevice = async (queries: Queries, { accountId, personId, client }: Doer): Promise<boolean> => {
		if (client === null) return false;
		const now = clock.now();
		const known = await store.signIns(queries, { accountId, personId, since: now - activityLife });
		if (known.length === 0) return store.existedAt(queries, accountId, now - activityLife);
		const lately = await store.signIns(queries, { accountId, personId, since: now - knownDevice });
		const network = networkOf(client.address);
		return !lately.some(
			({ browser, system, address }) =>
				browser === client.browser && system === client.system && networkOf(address ?? '') === network,
		);
	};

	/** A laptop that goes back and forth between two networks is no news after the first time. */
	const isKnownNetwork = async (queries: Queries, happening: Happening<'mail-app.new-network'>): Promise<boolean> => {
		const since = clock.now() - knownDevice;
		const seen = await store.mailNetworks(queries, { accountId: happening.accountId, since });
		const network = networkOf(happening.client?.address ?? '');
		return seen.some(({ address, details }) => {
			const { name } = JSON.parse(details) as { name: string };
			return name === happening.name && networkOf(address ?? '') === network;
		});
	};

	const toRow = (
		{ accountId, personId, client, event, ...details }: Happening,
		person: string | null,
	): ActivityTable => ({
		id: randomId(random),
		account_id: accountId,
		person_id: personId,
		person_name: person,
		at: clock.now(),
		event,
		browser: client?.browser ?? null,
		system: client?.system ?? null,
		address: client?.address ?? null,
		details: JSON.stringify(details),
	});

	/** The columns hold what `Happening` has: the type that went in comes out. */
	const toEntry = (row: ActivityTable): ActivityEntry =>
		({
			id: row.id,
			at: toIso(row.at),
			person: row.person_name,
			client: viewClient(
				row.address === null ? null : { browser: row.browser ?? '', system: row.system ?? '', address: row.address },
			),
			event: row.event,
			...JSON.parse(row.details),
		}) as ActivityEntry;

	return {
		async record(queries, happening) {
			const person = await store.personName(queries, happening.accountId, happening.personId);
			const row = toRow(happening, person);
			if (refusals.some((refusal) => refusal === happening.event)) {
				await store.insertUpTo(queries, row, { most: refusalsAnHour, since: row.at - hour });
				return;
			}
			if (happening.event === 'mail-app.stale') {
				// It goes on for days. Of several servers that find it at once, one notes it.
				await lockAccount(queries, happening.accountId);
				const noted = await store.insertUpTo(queries, row, { most: 1, since: row.at - day });
				if (noted) await notify?.(queries, happening, person);
				return;
			}
			if (happening.event === 'mail-app.new-network') {
				// Counted first: whoever has a network for each login must not make the others wait while all are compared.
				const today = await store.countSince(queries, row, row.at - day);
				if (today >= networksADay || (await isKnownNetwork(queries, happening))) return;
			}
			const told =
				isTold(happening) && (happening.event !== 'sign-in.passed' || (await isNewDevice(queries, happening)));
			await store.insert(queries, row);
			if (told && (await store.countSince(queries, row, row.at - hour)) <= toldAnHour) {
				await notify?.(queries, happening, person);
			}
		},
		async list(accountId) {
			const refused = await store.ofAccount(accountId, 'refused passwords', listed.refusals);
			const others = await store.ofAccount(accountId, 'others', listed.most);
			return [...refused, ...others]
				.toSorted((one, other) => other.at - one.at)
				.slice(0, listed.most)
				.map(toEntry);
		},
		async sweep() {
			const now = clock.now();
			await store.deleteBefore({ refusals: now - refusalLife, others: now - activityLife });
		},
	};
};
