import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useWords } from '../locales/words.tsx';
import { Icon } from '../ui/icon.tsx';
import './tile.css';

interface TileProps {
	readonly to: string;
	readonly title: string;
	/** Absent until it is known. */
	readonly count: number | undefined;
	/** Of how many, where there is a limit. */
	readonly limit?: number | undefined;
	/** The count again, drawn. */
	readonly drawn?: ReactNode;
	readonly text: string | undefined;
	/** It could not be read. */
	readonly unread?: boolean;
}

/** A number, and the way to what it counts. */
export const Tile = ({ to, title, count, limit, drawn, text, unread = false }: TileProps) => {
	const { t } = useWords();
	return (
		<Link className="sheet tile" to={to}>
			<h2>{title}</h2>
			<p className="count numerals">
				{count}
				{limit !== undefined && <small> / {limit}</small>}
			</p>
			<div className="drawn">{drawn}</div>
			<p className="small muted">{unread ? t('overview.unread') : text}</p>
			<Icon name="forward" small />
		</Link>
	);
};

export const Tiles = ({ children }: { children: ReactNode }) => <div className="tiles">{children}</div>;
