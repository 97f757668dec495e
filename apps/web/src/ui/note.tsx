import { type ReactNode, useEffect, useRef } from 'react';
import { Sign } from './sign.tsx';
import './note.css';

interface NoteProps {
	readonly tone: 'error' | 'warning' | 'plain';
	/** Errors interrupt (`alert`), the rest waits its turn (`status`); `false` for what stood there from the start. */
	readonly announce?: boolean;
	/** It stands for something that is gone, and the focus with it. */
	readonly takesFocus?: boolean;
	/** What to do about it: beside the text, below it on phones. */
	readonly end?: ReactNode;
	readonly children: ReactNode;
}

const signs = { error: 'warning', warning: 'warning', plain: 'info' } as const;

/** A registered-mail label: a solid compartment with the icon, and paper. */
export const Note = ({ tone, announce = true, takesFocus = false, end, children }: NoteProps) => {
	const note = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (takesFocus) note.current?.focus();
	}, [takesFocus]);
	return (
		<div
			ref={note}
			className={tone === 'plain' ? 'note' : `note ${tone}`}
			{...(announce && { role: tone === 'error' ? 'alert' : 'status' })}
			{...(takesFocus && { tabIndex: -1 })}
		>
			<Sign name={signs[tone]} />
			<div className="text">{children}</div>
			{end !== undefined && <div className="end">{end}</div>}
		</div>
	);
};
