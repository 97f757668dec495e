/** A sentence in which **what the program itself says** stands out. */
export const Marked = ({ text }: { text: string }) =>
	text.split('**').map((part, at) => (at % 2 === 1 ? <b key={part}>{part}</b> : part));
