/** What the second step leaves to the pages after it, in the browser's history: that a recovery code stood in. */
export interface Recovered {
	readonly recovered: true;
}

/** Whether it was left here. */
export const recoveredIn = (left: unknown): boolean =>
	typeof left === 'object' && left !== null && 'recovered' in left && left.recovered === true;
