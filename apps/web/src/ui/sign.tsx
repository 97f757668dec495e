import type { ReactNode } from 'react';
import { Drawing } from './drawing.tsx';

const drawings = {
	warning: (
		<>
			<path d="M12 4.5 21 19.5H3z" />
			<path d="M12 10v4.5" />
			<circle className="solid" cx="12" cy="17" r="1" />
		</>
	),
	info: (
		<>
			<circle cx="12" cy="12" r="8.5" />
			<path d="M12 11.5v4.5" />
			<circle className="solid" cx="12" cy="8.3" r="1.1" />
		</>
	),
} satisfies Record<string, ReactNode>;

/** What stands before a remark: apart from the icons that pages choose, because the first screen needs these two alone. */
export const Sign = ({ name, small = false }: { name: keyof typeof drawings; small?: boolean }) => (
	<Drawing small={small}>{drawings[name]}</Drawing>
);
