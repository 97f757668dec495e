/** Days as a date field has them, `2026-11-21`, in the zone of this computer: whoever chooses a day means their own. */

const two = (number: number) => String(number).padStart(2, '0');

const written = (date: Date): string =>
	`${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** The day of a moment, ms since the epoch. */
export const dayOf = (at: number): string => written(new Date(at));

/** So many days after a moment. */
export const dayAfter = (at: number, days: number): string => {
	const date = new Date(at);
	return written(new Date(date.getFullYear(), date.getMonth(), date.getDate() + days));
};

/** The 29 February's is the 1 March. */
export const sameDayNextYear = (at: number): string => {
	const date = new Date(at);
	return written(new Date(date.getFullYear() + 1, date.getMonth(), date.getDate()));
};

/** The farthest day that can be chosen: ten years, and a day less for whoever is in another zone than the server. */
export const farthestDay = (at: number): string => {
	const date = new Date(at);
	return written(new Date(date.getFullYear() + 10, date.getMonth(), date.getDate() - 1));
};

/** The last millisecond of a day, since the epoch; `undefined` for what is no day. Some days have 23 hours, some 25. */
export const endOfDay = (day: string): number | undefined => {
	const [year, month, date] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []).slice(1).map(Number);
	if (year === undefined || month === undefined || date === undefined) return undefined;
	// A month is counted from 0, and the day after the last of a month is the first of the next.
	return new Date(year, month - 1, date + 1).getTime() - 1;
};
