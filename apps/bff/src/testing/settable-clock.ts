import type { Clock } from '../time/clock.ts';

/** A clock that stands still until a test moves it, in either direction. */
export interface SettableClock extends Clock {
	set(time: number): void;
	/** Milliseconds; negative steps back. */
	advance(by: number): void;
}

/** Half way into a step of thirty seconds, so that small steps of the clock stay in it. */
export const startOfTests = Date.parse('2026-03-02T09:00:15.000Z');

/** Whoever waits for a time moves the clock there: nothing sleeps, and how long was waited can be read off. */
export const createSettableClock = (start = startOfTests): SettableClock => {
	let time = start;
	return {
		now: () => time,
		until: async (wanted) => {
			time = Math.max(time, wanted);
		},
		set(wanted) {
			time = wanted;
		},
		advance(by) {
			time += by;
		},
	};
};
