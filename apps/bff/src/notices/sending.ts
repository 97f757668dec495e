import { type Clock, day, hour, minute } from '../time/clock.ts';
import type { Letter } from './letters.ts';
import type { Mailer } from './mailer.ts';
import type { Notice, NoticeStore } from './notice-store.ts';

/**
 * For how long a sender that has taken a notice has it to itself. One that dies leaves it to the others after that.
 * Longer than a mailer may take for one message. Milliseconds.
 */
export const lease = 2 * minute;
/** How long until the next try after the first failure, the second and so on; then the last of them again and again. */
export const retryAfter = [minute, 5 * minute, 15 * minute, hour] as const;
/** A notice that is older is given up: it would alarm more than it would warn. */
export const noticeLife = 3 * day;
/** Notices looked at in one round. */
const round = 10;

/** Sends the notices that wait, off the path of any request. Several replicas may do so at once. */
export interface Sending {
	/** Sends some of what is due, one after the other; for a timer. At most one round runs at a time. */
	deliver(): Promise<void>;
	/** Breaks off what is being sent; it is tried again later, here or elsewhere. */
	finish(): Promise<void>;
}

/** A try that failed, for the log: nothing in it that anybody typed. */
export interface FailedTry {
	readonly notice: string;
	readonly event: string;
	readonly tries: number;
	/** It will not be tried again. */
	readonly givenUp: boolean;
	readonly problem: string;
}

export const createSending = (parts: {
	store: NoticeStore;
	mailer: Mailer;
	letter: Letter;
	clock: Clock;
	onFailure: (failure: FailedTry) => void;
}): Sending => {
	const { store, mailer, letter, clock, onFailure } = parts;
	const stop = new AbortController();
	let running: Promise<void> | undefined;

	const failed = async (notice: Notice, error: unknown): Promise<void> => {
		const tries = notice.tries + 1;
		const now = clock.now();
		const givenUp = notice.at + noticeLife <= now;
		if (givenUp) await store.remove(notice.id);
		else await store.postpone(notice, now + (retryAfter[tries - 1] ?? hour), tries);
		const problem = error instanceof Error ? error.message : String(error);
		onFailure({ notice: notice.id, event: notice.told.event, tries, givenUp, problem });
	};

	/** False when it failed. */
	const send = async (notice: Notice): Promise<boolean> => {
		const until = clock.now() + lease;
		// Somebody else has it.
		if (!(await store.postpone(notice, until, notice.tries))) return true;
		try {
			await mailer.send({ id: notice.id, to: notice.to, ...letter(notice) }, stop.signal);
		} catch (error) {
			await failed({ ...notice, nextTryAt: until }, error);
			return false;
		}
		await store.remove(notice.id);
		return true;
	};

	/** A failure ends the round: what it says of the mail server holds for the others too, and the next round is near. */
	const deliverRound = async (): Promise<void> => {
		for (const notice of await store.due(clock.now(), round)) {
			if (stop.signal.aborted || !(await send(notice))) return;
		}
	};

	return {
		async deliver() {
			if (running !== undefined || stop.signal.aborted) return;
			running = deliverRound().finally(() => {
				running = undefined;
			});
			await running;
		},
		async finish() {
			stop.abort();
			await running;
		},
	};
};
