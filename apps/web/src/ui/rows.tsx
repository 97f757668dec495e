import type { ReactNode } from 'react';
import './rows.css';

/** Ruled rows. */
export const Rows = ({ children }: { children: ReactNode }) => <ul className="rows">{children}</ul>;

interface RowProps {
	readonly start?: ReactNode;
	readonly title: ReactNode;
	/** The heading's rank: 3 under a section's heading, 2 where the page's own stands above. */
	readonly rank?: 2 | 3;
	readonly children?: ReactNode;
	readonly end?: ReactNode;
}

export const Row = ({ start, title, rank = 3, children, end }: RowProps) => {
	const Heading = `h${rank}` as const;
	return (
		<li>
			{start}
			<div className="text">
				<Heading>{title}</Heading>
				{children}
			</div>
			{end}
		</li>
	);
};

interface RowsSectionProps {
	readonly title: string;
	/** Where a link on the same page leads to it. */
	readonly id?: string;
	readonly aside?: ReactNode;
	readonly children: ReactNode;
}

/** A sheet of rows under a heading. */
export const RowsSection = ({ title, id, aside, children }: RowsSectionProps) => (
	<section id={id} className="sheet">
		<div className="section-head">
			<h2>{title}</h2>
			{aside}
		</div>
		<Rows>{children}</Rows>
	</section>
);
