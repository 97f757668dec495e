import { nameLength } from '@mailward/shared/names.ts';

/** A name that none of them has yet: the app's own, then with a number. */
export const firstName = (app: string, taken: readonly string[]): string => {
	const used = new Set(taken.map((name) => name.trim().toLowerCase()));
	for (let number = 1; ; number += 1) {
		const name = number === 1 ? app : `${app.slice(0, nameLength - 3)} ${number}`;
		if (!used.has(name.toLowerCase())) return name;
	}
};
