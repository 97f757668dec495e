/** Above this, people are told when a wait ends and not how long it lasts, in ms. */
const longest = 10 * 60_000;

/** What there is to say of a wait. */
export type Wait =
	| { readonly how: 'over' }
	/** Counted down, in seconds. */
	| { readonly how: 'counted'; readonly left: number }
	/** So long that the time it ends at says more, in ms since the epoch. */
	| { readonly how: 'until'; readonly at: number };

/** The wait at `now` for `from`, both in ms since the epoch; `from` is null where there is nothing to wait for. */
export const waitFor = (from: number | null, now: number): Wait => {
	if (from === null || from <= now) return { how: 'over' };
	return from - now > longest ? { how: 'until', at: from } : { how: 'counted', left: (from - now) / 1000 };
};
