/** What happened on one day, under its name. */
export interface Day<T> {
	readonly name: string;
	readonly entries: readonly T[];
}

/** A list in the order of time, taken apart where the name of the day changes. */
export const byDay = <T extends { readonly at: string }>(
	entries: readonly T[],
	nameOf: (at: string) => string,
): Day<T>[] => {
	const days: { name: string; entries: T[] }[] = [];
	for (const entry of entries) {
		const name = nameOf(entry.at);
		const last = days.at(-1);
		if (last?.name === name) last.entries.push(entry);
		else days.push({ name, entries: [entry] });
	}
	return days;
};
