import type { ReactNode } from 'react';
import type { MailServers } from '../guide.ts';
import { breakable } from './breakable.tsx';
import { Pin } from './pin.tsx';
import './fields.css';

/** A heading among the fields. */
export const Group = ({ children }: { children: ReactNode }) => <p className="drawn-group">{children}</p>;

interface FieldProps {
	readonly label: string;
	readonly pin?: number;
	/** One of several that can be chosen. */
	readonly choice?: boolean;
	/** What stands behind the box, on the same line. */
	readonly beside?: ReactNode;
	readonly children: ReactNode;
}

/** A label and a box with what belongs in it. */
export const Field = ({ label, pin, choice = false, beside, children }: FieldProps) => (
	<div className="drawn-field">
		<span className="label">{label}</span>
		<span className={choice ? 'box choice' : 'box'}>{breakable(children)}</span>
		{beside !== undefined && <span className="beside">{beside}</span>}
		{pin !== undefined && <Pin n={pin} />}
	</div>
);

/** A short box behind another one. */
export const Box = ({ children }: { children: ReactNode }) => <span className="box">{children}</span>;

const sixteen = Array.from({ length: 16 }, (_, place) => place);

/** A client password, filled in: sixteen dots. */
export const Dots = () => (
	<span className="drawn-dots">
		{sixteen.map((place) => (
			<i key={place} />
		))}
	</span>
);

interface TickProps {
	readonly on?: boolean;
	readonly pin?: number;
	readonly children: ReactNode;
}

export const Tick = ({ on = true, pin, children }: TickProps) => (
	<span className="drawn-tick">
		<i className={on ? 'on' : undefined} />
		<span>{children}</span>
		{pin !== undefined && <Pin n={pin} />}
	</span>
);

export const Switch = ({ on = true }: { on?: boolean }) => <i className={on ? 'drawn-switch on' : 'drawn-switch'} />;

/** A line of a window's text. */
export const Says = ({ children }: { children: ReactNode }) => <p className="drawn-says">{children}</p>;

interface PressProps {
	readonly main?: boolean;
	readonly pin?: number;
	readonly children: ReactNode;
}

export const Press = ({ main = false, pin, children }: PressProps) => (
	<span className={main ? 'drawn-press main' : 'drawn-press'}>
		{children}
		{pin !== undefined && <Pin n={pin} />}
	</span>
);

/** The buttons at the foot of a window. */
export const Presses = ({ children }: { children: ReactNode }) => <div className="drawn-presses">{children}</div>;

/** How programs call the two ways to encrypt. */
export const securityOf = ({ security }: MailServers['imap']) => (security === 'tls' ? 'SSL/TLS' : 'STARTTLS');
