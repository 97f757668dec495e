/**
 * Whether somebody who is gone from a shared mailbox went by themselves: the one who did it is the one it was done to. All
 * names of a mailbox differ, and one person at most has none (`name` empty, `person` null or empty).
 */
export const hasLeft = ({ name, person }: { readonly name: string; readonly person: string | null }): boolean =>
	name === (person ?? '');
