/** The state of a set-up link's entry in the history, where the page that made the link stands right before it. */
export const openedHere = { openedHere: true } as const;

export const isOpenedHere = (state: unknown): boolean =>
	typeof state === 'object' && state !== null && 'openedHere' in state && state.openedHere === true;
