import type { AccountView } from '@mailward/shared/session-state.ts';
import { useEffect, useId, useRef, useState } from 'react';
import { NavLink, useLocation } from 'react-router-dom';
import { useWords } from '../locales/words.tsx';
import { Icon } from '../ui/icon.tsx';
import { placesFor } from './places.ts';
import './navigation.css';

/** The pages one can be on. A column beside them; where there is no room for it, a menu under the current page's name. */
export const Navigation = ({ kind }: Pick<AccountView, 'kind'>) => {
	const { t } = useWords();
	const { pathname } = useLocation();
	const id = useId();
	const nav = useRef<HTMLElement>(null);
	const button = useRef<HTMLButtonElement>(null);
	const [open, setOpen] = useState(false);
	const places = placesFor(kind);
	const current = places.findLast(({ to }) => pathname === to || pathname.startsWith(`${to}/`));

	// biome-ignore lint/correctness/useExhaustiveDependencies: another page has come, by Back too
	useEffect(() => setOpen(false), [pathname]);
	useEffect(() => {
		if (!open) return;
		const elsewhere = ({ target }: Event) => {
			if (target instanceof Node && !nav.current?.contains(target)) setOpen(false);
		};
		const onKey = ({ key }: KeyboardEvent) => {
			if (key !== 'Escape') return;
			setOpen(false);
			button.current?.focus();
		};
		document.addEventListener('pointerdown', elsewhere);
		document.addEventListener('focusin', elsewhere);
		document.addEventListener('keydown', onKey);
		return () => {
			document.removeEventListener('pointerdown', elsewhere);
			document.removeEventListener('focusin', elsewhere);
			document.removeEventListener('keydown', onKey);
		};
	}, [open]);

	return (
		<nav ref={nav} className="navigation" aria-label={t('shell.navigation')}>
			<button ref={button} type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
				<Icon name="menu" small />
				<span className="unseen">{t('shell.menu')}</span>
				<b>{current && t(current.name)}</b>
				<Icon name="down" small />
			</button>
			<ul id={id} className={open ? 'open' : undefined}>
				{places.map(({ to, name }) => (
					<li key={to}>
						<NavLink to={to} end={to === '/security'} onClick={() => setOpen(false)}>
							{t(name)}
						</NavLink>
					</li>
				))}
			</ul>
		</nav>
	);
};
