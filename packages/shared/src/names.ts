/** Characters of a name that a person gives: to a method, to a client password, to somebody of a shared mailbox. */
export const nameLength = 40;

export const nameProblems = ['empty', 'long', 'characters'] as const;
export type NameProblem = (typeof nameProblems)[number];

/** What is wrong with a name (after trimming), or `undefined`. */
export const nameProblem = (name: string): NameProblem | undefined => {
	const trimmed = name.trim();
	if (trimmed === '') return 'empty';
	if ([...trimmed].length > nameLength) return 'long';
	if (/\p{Cc}|\p{Cs}|\p{Bidi_Control}/u.test(trimmed)) return 'characters';
	return undefined;
};
