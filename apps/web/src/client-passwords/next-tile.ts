/**
 * Where an arrow key leads among tiles in rows of `columns`, counted from 0; `undefined` where it leads nowhere. Left and
 * right run on into the next row, as one reads.
 */
export const nextTile = (key: string, from: number, columns: number, count: number): number | undefined => {
	const steps: Readonly<Record<string, number>> = {
		ArrowLeft: from - 1,
		ArrowRight: from + 1,
		ArrowUp: from - columns,
		ArrowDown: from + columns,
		Home: 0,
		End: count - 1,
	};
	const to = steps[key];
	return to === undefined || to < 0 || to >= count ? undefined : to;
};
