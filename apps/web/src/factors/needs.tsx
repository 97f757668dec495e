import type { ReactNode } from 'react';
import { Icon, type IconName } from '../ui/icon.tsx';
import './needs.css';

interface NeedsProps {
	/** What it is, in one breath. */
	readonly lead: string;
	readonly heading: string;
	readonly needs: readonly (readonly [icon: IconName, text: string])[];
	/** What else has to be known before. */
	readonly children?: ReactNode;
}

/** What a method is and what it takes: what an introduction says. */
export const Needs = ({ lead, heading, needs, children }: NeedsProps) => (
	<div className="needs">
		<p>{lead}</p>
		<h2>{heading}</h2>
		<ul>
			{needs.map(([icon, text]) => (
				<li key={text}>
					<Icon name={icon} />
					<span>{text}</span>
				</li>
			))}
		</ul>
		{children}
	</div>
);
