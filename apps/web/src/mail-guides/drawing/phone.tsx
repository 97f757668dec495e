import type { ReactNode } from 'react';
import { breakable } from './breakable.tsx';
import { Pin } from './pin.tsx';
import './phone.css';

interface ScreenProps {
	readonly title: string;
	/** Left of the title: the way back. */
	readonly back?: string;
	/** Right of the title: what ends it. */
	readonly done?: string;
	readonly donePin?: number;
	readonly titlePin?: number;
	/** Title at the left and behind an arrow, as on Android. */
	readonly arrow?: boolean;
	readonly children: ReactNode;
}

/** A phone's screen with a neutral edge. */
export const Screen = ({ title, back, done, donePin, titlePin, arrow = false, children }: ScreenProps) => (
	<div className={arrow ? 'drawn-screen arrow' : 'drawn-screen'}>
		<div className="drawn-bar">
			<span>{arrow ? '←' : back}</span>
			<b>
				{breakable(title)}
				{titlePin !== undefined && <Pin n={titlePin} />}
			</b>
			<span>
				{done}
				{donePin !== undefined && <Pin n={donePin} />}
			</span>
		</div>
		{children}
	</div>
);

interface CardProps {
	readonly title?: string;
	readonly children: ReactNode;
}

/** Rows that belong together. */
export const Card = ({ title, children }: CardProps) => (
	<div className="drawn-card">
		{title !== undefined && <p>{title}</p>}
		<div>{children}</div>
	</div>
);

interface RowProps {
	readonly label: string;
	readonly pin?: number;
	/** It leads to a page of its own. */
	readonly leads?: boolean;
	readonly children?: ReactNode;
}

export const Row = ({ label, pin, leads = false, children }: RowProps) => (
	<div className={leads ? 'drawn-row leads' : 'drawn-row'}>
		<span className="label">{label}</span>
		<span className="value">{breakable(children)}</span>
		{pin !== undefined && <Pin n={pin} />}
	</div>
);
