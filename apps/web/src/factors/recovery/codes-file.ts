interface Sheet {
	/** What stands over the codes, a line each. */
	readonly head: readonly string[];
	readonly codes: readonly string[];
	readonly foot: string;
}

/** The codes as a file of plain text: numbered, one a line, with the line ends that every editor understands. */
export const codesFile = ({ head, codes, foot }: Sheet): string =>
	[...head, '', ...codes.map((code, index) => `${String(index + 1).padStart(2)}  ${code}`), '', foot, ''].join('\r\n');

/** What the file is called: which account, which day. */
export const codesFileName = (account: string, madeAt: Date): string => {
	const day = [madeAt.getFullYear(), madeAt.getMonth() + 1, madeAt.getDate()]
		.map((part) => String(part).padStart(2, '0'))
		.join('-');
	return `mailward-recovery-codes-${account.replace(/[^\p{L}\p{N}.@-]/gu, '_')}-${day}.txt`;
};
