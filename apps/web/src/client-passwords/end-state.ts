/** How near the end of a password is: there is none, it is far, it comes within two weeks, or it has come. */
export type EndState = 'none' | 'far' | 'soon' | 'ended';

const soon = 14 * 24 * 60 * 60 * 1000;

/** `expiresAt`: ISO 8601 or null; `now`: ms since the epoch. */
export const endState = (expiresAt: string | null, now: number): EndState => {
	if (expiresAt === null) return 'none';
	const left = Date.parse(expiresAt) - now;
	if (left <= 0) return 'ended';
	return left <= soon ? 'soon' : 'far';
};
