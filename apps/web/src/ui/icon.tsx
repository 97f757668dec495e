import type { ReactNode } from 'react';
import { Drawing } from './drawing.tsx';

const drawings = {
	totp: (
		<>
			<path d="M16.2 4.7A8.5 8.5 0 1 0 19.9 9" />
			<path d="M12 3.5v3" />
			<circle className="solid" cx="8.4" cy="12.4" r="1.1" />
			<circle className="solid" cx="12" cy="12.4" r="1.1" />
			<circle className="solid" cx="15.6" cy="12.4" r="1.1" />
		</>
	),
	phone: (
		<>
			<path d="M14 2.8H8.5a2 2 0 0 0-2 2v14.4a2 2 0 0 0 2 2h7a2 2 0 0 0 2-2V4.8" />
			<path d="M11 18.3h2" />
		</>
	),
	desk: (
		<>
			<path d="M16.5 12.5v-1.8A4.6 4.6 0 0 0 12 6a4.6 4.6 0 0 0-4.5 4.7v4.8" />
			<path d="M4.5 12.2v3.1h3v-4.6h-1.5M19.5 11v4.3h-3M18 15.3v1.2a2.5 2.5 0 0 1-2.5 2.5h-3" />
		</>
	),
	mail: (
		<>
			<path d="M15 4.5H3.5v15h17v-15H18" />
			<path d="M3.5 8.2h17" />
			<path d="m7.5 11.5 4.5 3.4 4.5-3.4" />
		</>
	),
	copy: (
		<>
			<path d="M8.5 8.5h11v11h-11z" />
			<path d="M15.5 5.5v-1h-11v11h1" />
		</>
	),
	forward: <path d="m9.5 6 6 6-6 6" />,
	down: <path d="m6 9.5 6 6 6-6" />,
	back: <path d="m14.5 6-6 6 6 6" />,
	check: <path d="m5 12.5 4.5 4.5L19 7" />,
	clock: (
		<>
			<path d="M16.2 4.7A8.5 8.5 0 1 0 19.9 9" />
			<path d="M12 7.5V12l3 2" />
		</>
	),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** What pages put before their words. The signs of notes are not among them: those are drawn before any page is. */
export const Icon = ({ name, small = false }: { name: IconName; small?: boolean }) => (
	<Drawing small={small}>{drawings[name]}</Drawing>
);
