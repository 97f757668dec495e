/** Whether an account must have a second factor at `now` (both in milliseconds since the epoch). */
export const isTwoFactorDue = (requiredFrom: number | null, now: number): boolean =>
	requiredFrom !== null && requiredFrom <= now;
