import type { ReactNode } from 'react';
import './drawing.css';

/**
 * The sheet that every icon is drawn on: a 24 grid, lines of 1.6, round joins, and in each outline the gap that the
 * postmark's ring has. Always beside words, so never read aloud.
 */
export const Drawing = ({ small, children }: { small: boolean; children: ReactNode }) => (
	<svg className={small ? 'icon lesser' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
		{children}
	</svg>
);
