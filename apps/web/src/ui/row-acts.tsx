import type { ReactNode } from 'react';
import './row-acts.css';

interface RowActsProps {
	/** More than fits beside the words, on any screen. */
	readonly below?: boolean;
	readonly children: ReactNode;
}

/** What can be done with a row: at its end; on phones more than one thing is below its words. */
export const RowActs = ({ below = false, children }: RowActsProps) => (
	<div className={below ? 'row-acts below' : 'row-acts'}>{children}</div>
);
