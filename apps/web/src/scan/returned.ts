/** Where a platform sends the phone back to: it stands in the address where a ticket would. */
export const returnPlace = 'return';

/** What a platform sent a phone back with. */
export interface Returned {
	/** Ours, as it was given to the platform. */
	readonly state: string;
	/** The platform's; absent where the person did not let it say who they are. */
	readonly code?: string;
}

/** The longest the server reads. Whatever is longer is none that a platform made. */
const longest = { state: 128, code: 512 };

/**
 * Reads the query that a platform came back with: WeChat sends `code` and `state`, DingTalk `authCode` and `state`, with or
 * without a `code` beside it. `undefined` where the address says nothing, or nothing that anybody can have sent.
 */
export const readReturned = (search: string): Returned | undefined => {
	const query = new URLSearchParams(search);
	const state = query.get('state') ?? '';
	const code = query.get('authCode') || query.get('code') || '';
	if (state === '' || state.length > longest.state || code.length > longest.code) return undefined;
	return code === '' ? { state } : { state, code };
};
