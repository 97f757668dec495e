import type { ReactNode } from 'react';
import { breakable } from './breakable.tsx';
import { Pin } from './pin.tsx';
import './window.css';

interface WindowProps {
	readonly title: string;
	/** Where the buttons of the frame are: on a Mac at the left and round. */
	readonly mac?: boolean;
	readonly children: ReactNode;
}

/** A window with a neutral frame. */
export const Window = ({ title, mac = false, children }: WindowProps) => (
	<div className={mac ? 'drawn-window mac' : 'drawn-window'}>
		<div className="drawn-title">
			<span>{title}</span>
			<i />
			<i />
			<i />
		</div>
		{children}
	</div>
);

/** What a window asks or reports, on its own. */
export const Body = ({ children }: { children: ReactNode }) => <div className="drawn-body">{children}</div>;

interface BesideProps {
	readonly list: ReactNode;
	readonly children: ReactNode;
}

/** A list of accounts at the left, what belongs to the chosen one at the right. */
export const Beside = ({ list, children }: BesideProps) => (
	<div className="drawn-beside">
		<div className="drawn-list">{list}</div>
		<div className="drawn-body">{children}</div>
	</div>
);

interface ItemProps {
	readonly chosen?: boolean;
	readonly pin?: number;
	readonly children: ReactNode;
}

export const Item = ({ chosen = false, pin, children }: ItemProps) => (
	<span className={chosen ? 'drawn-item chosen' : 'drawn-item'}>
		<span>{breakable(children)}</span>
		{pin !== undefined && <Pin n={pin} />}
	</span>
);

interface TabsProps {
	readonly names: readonly string[];
	readonly chosen: number;
	readonly pin?: number;
}

export const Tabs = ({ names, chosen, pin }: TabsProps) => (
	<div className="drawn-tabs">
		{names.map((name, index) => (
			<span key={name} className={index === chosen ? 'chosen' : undefined}>
				{name}
				{index === chosen && pin !== undefined && <Pin n={pin} />}
			</span>
		))}
	</div>
);
