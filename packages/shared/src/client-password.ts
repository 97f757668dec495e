/** Characters of a client password: no look-alikes (i, l, o, I, O, 0, 1), so that it can be read aloud and typed. */
export const clientPasswordAlphabet = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
export const clientPasswordLength = 16;
export const clientPasswordNameLength = 40;

/** What is wrong with a name for a client password (after trimming), or `undefined`. */
export const clientPasswordNameProblem = (name: string): 'empty' | 'long' | 'characters' | undefined => {
	const trimmed = name.trim();
	if (trimmed === '') return 'empty';
	if ([...trimmed].length > clientPasswordNameLength) return 'long';
	if (/\p{Cc}|\p{Cs}|\p{Bidi_Control}/u.test(trimmed)) return 'characters';
	return undefined;
};
