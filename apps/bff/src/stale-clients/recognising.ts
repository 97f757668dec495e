import { LRUCache } from 'lru-cache';
import type { AccountStore } from '../accounts/account-store.ts';
import type { PasswordAuthority } from '../accounts/password-authority.ts';
import type { Fingerprint } from '../crypto/fingerprint.ts';
import { DomainError } from '../domain-error.ts';
import { type Clock, minute } from '../time/clock.ts';
import { createHashLimits } from './hash-limits.ts';
import type { Refusal } from './refusal.ts';
import type { Sighting } from './sightings.ts';
import type { StaleClientStore } from './stale-client-store.ts';
import { oneTry, placeKey, type Tries, together } from './tries.ts';
import type { Marks, Verdict } from './verdict.ts';

/** Finds out what refused mail apps have sent, one after the other, when their answers are long given. */
export interface Recognising {
	/** Takes up a refusal; what it was is told at once or later. */
	note(refusal: Refusal): void;
	/** Resolves when nothing waits. */
	settled(): Promise<void>;
}

/** Secrets that wait, each once. What finds no room is dropped: the mail app will be back. */
const mostWaiting = { all: 200, account: 12, places: 20 } as const;
/** Secrets that are known again without a look-up, some 300 bytes each. */
const mostRemembered = 20_000;
/** How long something is remembered that may change: a client password and whose it is, a budget that was used up. Milliseconds. */
const shortMemory = 10 * minute;

interface Memory {
	/** Undefined where nothing could be found out. */
	readonly verdict: Verdict | undefined;
	readonly until: number;
}

interface Waiting {
	readonly refusal: Refusal;
	/** In one or several places, by their names. */
	readonly tries: Map<string, Tries>;
}

/** Lets those be served who have asked meanwhile: the embedded database answers without a pause. */
const breath = () => new Promise<void>((resolve) => setImmediate(resolve));

export const createRecognising = (parts: {
	store: Pick<StaleClientStore, 'verdictOf' | 'deletedOf' | 'clientPasswordOf'>;
	accounts: Pick<AccountStore, 'byId'>;
	authority: PasswordAuthority;
	marks: Marks;
	clientPasswordFingerprint: Fingerprint;
	onSighting: (sighting: Sighting) => void;
	clock: Clock;
	onFailure: (error: unknown) => void;
}): Recognising => {
	const { store, accounts, authority, marks, clientPasswordFingerprint, onSighting, clock, onFailure } = parts;
	const limits = createHashLimits(clock);
	const memory = new LRUCache<string, Memory>({ max: mostRemembered });
	const queue = new Map<string, Waiting>();
	let work = Promise.resolve();
	let working = false;

	const keyOf = ({ account, password, known }: Refusal): string =>
		known === undefined
			? marks.compared(account, password)
			: `${known.reason} ${clientPasswordFingerprint(password)} ${known.clientPasswordId}`;

	/** Undefined when it cannot be said: too many were wrong already, or the account has changed meanwhile. */
	const byWebPassword = async ({ account, password, clientAddress }: Refusal): Promise<Verdict | undefined> => {
		// Another authority would count it as an attempt, and might lock the account for what a mail app does by itself.
		if (account.passwordHash === null || !limits.spend(account.id, clientAddress)) return undefined;
		const right = await authority.isRight(account, password);
		const now = await accounts.byId(account.id);
		const changed = now?.passwordHash !== account.passwordHash || now.twoFactor !== account.twoFactor || now.disabled;
		if (changed) return undefined;
		const fingerprint = marks.compared(account, password);
		return { reason: right ? 'web-password' : 'wrong', personId: null, name: '', fingerprint };
	};

	const recognise = async (refusal: Refusal): Promise<Verdict | undefined> => {
		const { account, password, known } = refusal;
		const fingerprint = clientPasswordFingerprint(password);
		const found = known && (await store.clientPasswordOf(account.id, { id: known.clientPasswordId, fingerprint }));
		if (known !== undefined && found !== undefined) return { reason: known.reason, fingerprint, ...found };
		const deleted = await store.deletedOf(account.id, fingerprint);
		if (deleted !== undefined) return { reason: 'deleted', fingerprint, ...deleted };
		// Found out by another server, or before this one was started.
		const before = await store.verdictOf(account.id, marks.compared(account, password));
		return before ?? byWebPassword(refusal);
	};

	const tell = ({ account }: Refusal, verdict: Verdict, tries: Tries, fresh: boolean) =>
		onSighting({ ...tries, accountId: account.id, verdict, fresh });

	const takeUp = async (key: string, { refusal, tries }: Waiting): Promise<void> => {
		let verdict: Verdict | undefined;
		try {
			verdict = await recognise(refusal);
		} catch (error) {
			// A server that is busy is no failure; what was asked is asked again at the next try.
			if (!(error instanceof DomainError)) onFailure(error);
			return;
		} finally {
			// Until then further tries of it find it here.
			queue.delete(key);
		}
		const lasting = verdict !== undefined && verdict.personId === null;
		memory.set(key, { verdict, until: lasting ? Number.POSITIVE_INFINITY : clock.now() + shortMemory });
		if (verdict === undefined) return;
		for (const each of tries.values()) tell(refusal, verdict, each, true);
	};

	const workOff = async (): Promise<void> => {
		// The answer goes out first, so that nothing that is done here can be told from it.
		await breath();
		try {
			for (let next = queue.entries().next(); !next.done; next = queue.entries().next()) {
				await takeUp(...next.value);
				await breath();
			}
		} finally {
			working = false;
		}
	};

	const hasRoomFor = ({ account }: Refusal): boolean =>
		queue.size < mostWaiting.all &&
		[...queue.values()].filter(({ refusal }) => refusal.account.id === account.id).length < mostWaiting.account;

	return {
		note(refusal) {
			const { protocol, clientAddress, app } = refusal;
			const tried = oneTry({ protocol, address: clientAddress, app }, clock.now());
			const key = keyOf(refusal);
			const remembered = memory.get(key);
			if (remembered !== undefined && clock.now() < remembered.until) {
				if (remembered.verdict !== undefined) tell(refusal, remembered.verdict, tried, false);
				return;
			}
			const place = placeKey(tried);
			const waiting = queue.get(key);
			if (waiting !== undefined) {
				const { tries } = waiting;
				if (tries.size < mostWaiting.places || tries.has(place)) tries.set(place, together(tries.get(place), tried));
				return;
			}
			if (!hasRoomFor(refusal)) return;
			queue.set(key, { refusal, tries: new Map([[place, tried]]) });
			if (working) return;
			working = true;
			work = workOff().catch(onFailure);
		},
		settled: () => work,
	};
};
