/**
 * One intent to have a client password. It lives in the state of its entry in the browser's history, so it survives a
 * reload and comes back with Back and Forward; the secret is never in it.
 */
export interface Intent {
	/** Makes a retry after a lost answer, and a replacement, take the same place again. */
	readonly idempotencyKey: string;
	readonly name: string;
	/** The password was generated and has been shown. */
	readonly made: boolean;
}

/** What a history entry's state says, or `undefined` where it says nothing of the kind. */
export const toIntent = (state: unknown): Intent | undefined => {
	if (typeof state !== 'object' || state === null) return undefined;
	const { idempotencyKey, name, made } = state as Partial<Record<keyof Intent, unknown>>;
	if (typeof idempotencyKey !== 'string' || typeof name !== 'string' || typeof made !== 'boolean') return undefined;
	return { idempotencyKey, name, made };
};
