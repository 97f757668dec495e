import type { ComponentProps } from 'react';
import { Link, type LinkProps } from 'react-router-dom';
import './button.css';

interface Manner {
	/** `go` is the one blue action of a screen. */
	readonly manner?: 'go' | 'destructive' | 'quiet' | 'plain';
	readonly wide?: boolean;
	readonly compact?: boolean;
}

const classOf = ({ manner = 'plain', wide = false, compact = false }: Manner, busy: boolean) =>
	['button', manner !== 'plain' && manner, wide && 'wide', compact && 'compact', busy && 'busy']
		.filter(Boolean)
		.join(' ');

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'>, Manner {
	/** On its way: still focusable, so that nobody is thrown out of the form, but a second press does nothing. */
	readonly busy?: boolean;
}

export const Button = ({ manner, wide, compact, busy = false, type = 'button', ...rest }: ButtonProps) => (
	<button
		{...rest}
		type={type}
		className={classOf({ ...(manner && { manner }), ...(wide && { wide }), ...(compact && { compact }) }, busy)}
		aria-busy={busy || undefined}
	/>
);

/** A link to a page of ours that looks like a button. */
export const ButtonLink = ({ manner, wide, compact, ...rest }: Omit<LinkProps, 'className'> & Manner) => (
	<Link
		{...rest}
		className={classOf({ ...(manner && { manner }), ...(wide && { wide }), ...(compact && { compact }) }, false)}
	/>
);
