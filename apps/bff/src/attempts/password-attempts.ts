import type { Fingerprint } from '../crypto/fingerprint.ts';
import type { Queries } from '../storage/database.ts';
import type { PasswordFailuresTable } from '../storage/tables.ts';
import { type Clock, hour, minute } from '../time/clock.ts';
import { networkOf } from './network.ts';

/** Wrong web passwords slow down the network they come from; they never lock the account for anyone else. */
export interface PasswordLimits {
	/** Distinct wrong passwords for one account from one network, in `pairWindow` ms, before waits begin. */
	readonly pair: number;
	readonly pairWindow: number;
	/** The first wait in ms; each further wrong password doubles it, up to `longestWait`. */
	readonly firstWait: number;
	readonly longestWait: number;
	/** Distinct wrong account-and-password pairs from one network in `networkWindow` ms. */
	readonly network: number;
	readonly networkWindow: number;
}

export const passwordLimits: PasswordLimits = {
	pair: 10,
	pairWindow: 15 * minute,
	firstWait: minute,
	longestWait: 15 * minute,
	network: 100,
	networkWindow: hour,
};

/** One try at a web password. `address` is canonical, whether or not there is such an account. */
export interface PasswordTry {
	readonly address: string;
	readonly password: string;
	readonly clientAddress: string;
}

/** Counts wrong web passwords; the same wrong one again (a mail app that retries) counts once. */
export interface PasswordAttempts {
	/**
	 * Notes the try as wrong before it is checked. Returns the time (ms) until which this pair or network must wait, or
	 * `undefined` when the password may be checked.
	 */
	spend(attempt: PasswordTry): Promise<number | undefined>;
	/** The password was right: the note is taken back. */
	giveBack(attempt: PasswordTry): Promise<void>;
	sweep(): Promise<void>;
}

export const createPasswordAttempts = (
	db: Queries,
	clock: Clock,
	fingerprint: Fingerprint,
	limits: PasswordLimits = passwordLimits,
): PasswordAttempts => {
	const notes = ({ address, password, clientAddress }: PasswordTry): [PasswordFailuresTable, PasswordFailuresTable] => {
		const network = networkOf(clientAddress);
		const tried = fingerprint(JSON.stringify([address, password]));
		return [
			{ scope: fingerprint(JSON.stringify([address, network])), fingerprint: tried, at: clock.now() },
			{ scope: fingerprint(JSON.stringify([network])), fingerprint: tried, at: clock.now() },
		];
	};
	/** The others: a try is not held up by its own note, or the right password would never be looked at again. */
	const others = async (
		{ scope, fingerprint: own }: Pick<PasswordFailuresTable, 'scope' | 'fingerprint'>,
		window: number,
	) => {
		const { count, last } = await db
			.selectFrom('password_failures')
			.where('scope', '=', scope)
			.where('fingerprint', '!=', own)
			.where('at', '>', clock.now() - window)
			.select((each) => [each.fn.countAll<number | string>().as('count'), each.fn.max('at').as('last')])
			.executeTakeFirstOrThrow();
		return { count: Number(count), last: Number(last ?? 0) };
	};
	const waitUntil = ({ count, last }: { count: number; last: number }, allowed: number): number | undefined => {
		if (count < allowed) return undefined;
		const until = last + Math.min(limits.longestWait, limits.firstWait * 2 ** (count - allowed));
		return until > clock.now() ? until : undefined;
	};

	return {
		async spend(attempt) {
			const [pair, network] = notes(attempt);
			const wait = async () =>
				waitUntil(await others(pair, limits.pairWindow), limits.pair) ??
				waitUntil(await others(network, limits.networkWindow), limits.network);
			// Asked before the note is made as well: knocking during a wait must not lengthen it.
			const waiting = await wait();
			if (waiting !== undefined) return waiting;
			await db
				.insertInto('password_failures')
				.values([pair, network])
				.onConflict((conflict) => conflict.columns(['scope', 'fingerprint']).doNothing())
				.execute();
			return wait();
		},
		async giveBack(attempt) {
			for (const note of notes(attempt)) {
				await db
					.deleteFrom('password_failures')
					.where('scope', '=', note.scope)
					.where('fingerprint', '=', note.fingerprint)
					.execute();
			}
		},
		async sweep() {
			const oldest = clock.now() - Math.max(limits.pairWindow, limits.networkWindow);
			await db.deleteFrom('password_failures').where('at', '<=', oldest).execute();
		},
	};
};
