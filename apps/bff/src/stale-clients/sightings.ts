import { placeKey, type Tries, together } from './tries.ts';
import type { Verdict } from './verdict.ts';

/** Refusals of one account's secret in one place, and what the secret was. */
export interface Sighting extends Tries {
	readonly accountId: string;
	readonly verdict: Verdict;
	/** What it is has just been found out, so somebody may wait for it. */
	readonly fresh: boolean;
}

/** Sightings that are not in the database yet: repeated ones are one, however many. */
export interface Sightings {
	/** Dropped when there is no room for another, of this account or at all: the mail app will be back. */
	add(sighting: Sighting): void;
	/** Takes out the oldest ones, up to so many. */
	take(most: number): Sighting[];
	readonly size: number;
}

/** Ten seconds' worth of writing. */
const mostOfAll = 20_000;
/** Places that a single account is refused from within a second or so. */
const mostOfAccount = 20;

/** The same for sightings that are one. */
export const sightingKey = (sighting: Sighting): string =>
	`${sighting.accountId} ${sighting.verdict.fingerprint} ${placeKey(sighting)}`;

export const createSightings = (): Sightings => {
	const noted = new Map<string, Sighting>();
	const ofAccount = new Map<string, number>();
	const count = (accountId: string, change: number) => {
		const now = (ofAccount.get(accountId) ?? 0) + change;
		if (now === 0) ofAccount.delete(accountId);
		else ofAccount.set(accountId, now);
	};
	return {
		get size() {
			return noted.size;
		},
		add(sighting) {
			const key = sightingKey(sighting);
			const before = noted.get(key);
			if (before === undefined) {
				if (noted.size >= mostOfAll || (ofAccount.get(sighting.accountId) ?? 0) >= mostOfAccount) return;
				count(sighting.accountId, 1);
			}
			const { accountId, verdict } = sighting;
			const fresh = sighting.fresh || before?.fresh === true;
			noted.set(key, { ...together(before, sighting), accountId, verdict, fresh });
		},
		take(most) {
			const taken = [...noted.entries()].slice(0, most);
			for (const [key, { accountId }] of taken) {
				noted.delete(key);
				count(accountId, -1);
			}
			return taken.map(([, sighting]) => sighting);
		},
	};
};
