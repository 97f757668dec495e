import { clientPasswordLength } from '@mailward/shared/client-password.ts';

export type CharacterKind = 'lower' | 'upper' | 'digit';

/** What a character of a client password is, which on paper and in many fonts can be taken for another. */
export const characterKind = (character: string): CharacterKind => {
	if (/\d/.test(character)) return 'digit';
	return character === character.toUpperCase() ? 'upper' : 'lower';
};

const groupLength = 4;

/** So many groups of four make up a client password. */
export const groupCount = clientPasswordLength / groupLength;

/** The characters of one group, counted from 1, each with its place in the password. */
export const charactersOf = (secret: string, group: number): { at: number; character: string; kind: CharacterKind }[] =>
	[...secret.slice((group - 1) * groupLength, group * groupLength)].map((character, index) => ({
		at: (group - 1) * groupLength + index,
		character,
		kind: characterKind(character),
	}));

/** What an address says of the group that is being typed, or `undefined` where it says nothing of the kind. */
export const toGroup = (text: string | null): number | undefined => {
	const group = Number(text);
	return Number.isInteger(group) && group >= 1 && group <= groupCount ? group : undefined;
};
