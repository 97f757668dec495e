/** A set-up key as it is read out: in fours. The gaps between them are drawn, so that copying by hand yields the key alone. */
export const groupsOfFour = (secret: string): { at: number; group: string }[] =>
	(secret.match(/.{1,4}/g) ?? []).map((group, index) => ({ at: index * 4, group }));
