import type { ReactNode } from 'react';
import { Drawing } from './drawing.tsx';
import { passkeyStrokes } from './passkey-sign.tsx';

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
	sms: (
		<>
			<path d="M15 4.5H4.5v11.5h3v3.8l4.3-3.8h7.7V4.5H18" />
			<circle className="solid" cx="8.3" cy="10.3" r="1.1" />
			<circle className="solid" cx="12" cy="10.3" r="1.1" />
			<circle className="solid" cx="15.7" cy="10.3" r="1.1" />
		</>
	),
	wechat: (
		<>
			<path d="M15.6 8.6C15 5.9 12.4 4 9.3 4 5.7 4 2.8 6.5 2.8 9.6c0 1.8 1 3.4 2.5 4.4l-.5 2.3 2.7-1.3c.5.1 1 .2 1.5.2" />
			<path d="M16.2 10.8c3 0 5.3 2 5.3 4.5 0 1.4-.8 2.7-2 3.5l.4 1.9-2.2-1c-.5.1-1 .2-1.5.2-3 0-5.3-2-5.3-4.6 0-2 1.4-3.6 3.4-4.2" />
			<circle className="solid" cx="7.4" cy="8.8" r=".95" />
			<circle className="solid" cx="11.2" cy="8.8" r=".95" />
		</>
	),
	dingtalk: (
		<path d="M15.2 7.2 4 3.5c.2 3.1 1.4 5.3 3.7 6.7l-2.2.1c.8 2.3 2.4 3.7 4.8 4.2L8.3 20.8 19.3 11.7c1.1-.9.9-2.3-.4-2.9" />
	),
	passkey: passkeyStrokes,
	recovery: (
		<>
			<path d="M14 3.5H5.5v17h13v-17h-1.2" />
			<path d="M8.5 8h3M8.5 16.5h3M14 8h1.5M14 16.5h1.5" />
			<path d="M5.5 12.2h1.3M8.9 12.2h1.4M12.3 12.2h1.4M15.7 12.2H17" />
		</>
	),
	download: (
		<>
			<path d="M12 4v10.5" />
			<path d="m7.8 10.6 4.2 4.2 4.2-4.2" />
			<path d="M20 15.5v4H4v-4" />
		</>
	),
	print: (
		<>
			<path d="M7.5 8V3.5h9V8" />
			<path d="M7 16.5H3.8v-7h16.4v7H17" />
			<path d="M7.5 13.5h9v7h-9z" />
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
	device: (
		<>
			<path d="M13.5 5.5h-9V15h7" />
			<path d="M2.8 18.5h9" />
			<circle cx="17.3" cy="14.8" r="4.3" />
			<path d="m15.6 14.9 1.2 1.2 2.2-2.4" />
			<path d="M16.5 5.5h2v2" />
		</>
	),
	browser: (
		<>
			<path d="M15 4.5H3.5v15h17v-15H18" />
			<path d="M3.5 8.2h17" />
			<circle className="solid" cx="6" cy="6.4" r="0.9" />
			<circle className="solid" cx="8.4" cy="6.4" r="0.9" />
		</>
	),
	network: (
		<>
			<path d="M3 10.2a12.8 12.8 0 0 1 12.6-3.4M18.4 8a12.8 12.8 0 0 1 2.6 2.2" />
			<path d="M6.4 13.6a8 8 0 0 1 11.2 0" />
			<path d="M9.4 16.7a3.8 3.8 0 0 1 5.2 0" />
			<circle className="solid" cx="12" cy="19.6" r="1.1" />
		</>
	),
	people: (
		<>
			<circle cx="9" cy="8.5" r="3.5" />
			<path d="M2.8 19.5c.4-3.7 2.9-5.7 6.2-5.7s5.8 2 6.2 5.7" />
			<path d="M15 5.3a3.5 3.5 0 0 1 1 6.7M17.5 14.3c2.2.7 3.5 2.5 3.8 5.2" />
		</>
	),
	person: (
		<>
			<path d="M14.6 5.4a4 4 0 1 0 1.2 1.6" />
			<path d="M4.5 20c.6-4.2 3.5-6.3 7.5-6.3s6.9 2.1 7.5 6.3" />
		</>
	),
	keys: (
		<>
			<path d="M17 6.5H3.5v11h17v-8" />
			<circle className="solid" cx="7.5" cy="12" r="1.1" />
			<circle className="solid" cx="12" cy="12" r="1.1" />
			<circle className="solid" cx="16.5" cy="12" r="1.1" />
		</>
	),
	menu: <path d="M4 7h16M4 12h16M4 17h10" />,
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
