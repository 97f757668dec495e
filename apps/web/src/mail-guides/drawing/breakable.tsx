import { Fragment, type ReactNode } from 'react';

/** Addresses and names of servers: where they do not fit, they break before a dot or an @ and not within a word. */
export const breakable = (content: ReactNode): ReactNode => {
	if (typeof content !== 'string') return content;
	const pieces = content.split(/(?=[@.]\w)/);
	return pieces.map((piece, at) => (
		<Fragment key={pieces.slice(0, at + 1).join('')}>
			{at > 0 && <wbr />}
			{piece}
		</Fragment>
	));
};
