/** Time as a port: nothing in the server reads the machine's clock or waits by itself. */
export interface Clock {
	/** Milliseconds since the Unix epoch. */
	now(): number;
	/** Resolves once the clock shows `time` (milliseconds since the epoch) or later. */
	until(time: number): Promise<void>;
}

export const systemClock: Clock = {
	now: () => Date.now(),
	until: (time) =>
		new Promise((resolve) => {
			setTimeout(resolve, Math.max(0, time - Date.now()));
		}),
};

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** How times travel: ISO 8601 in UTC. */
export const toIso = (time: number): string => new Date(time).toISOString();
