/**
 * How far this computer's clock is from the server's, learned from the `Date` of each answer. Countdowns and "N minutes
 * ago" follow the server, so that a wrong clock here neither ends a QR code early nor keeps a dead one.
 */
let aheadByMs = 0;

/** Takes the `Date` header of an answer received at `receivedAt` (ms since the epoch, by this computer). */
export const noteServerDate = (header: string | null, receivedAt: number): void => {
	const server = header === null ? Number.NaN : Date.parse(header);
	if (Number.isNaN(server)) return;
	const difference = receivedAt - server;
	// The header counts whole seconds and travels for a moment: what is under two seconds is no difference.
	aheadByMs = Math.abs(difference) < 2000 ? 0 : difference;
};

/** The server's time for a moment of this computer's clock, both in ms since the epoch. */
export const serverTime = (here: number): number => here - aheadByMs;

/** The server's time now, in ms since the epoch. */
export const serverNow = (): number => serverTime(Date.now());
