import { type MailApp, mailApps } from '@mailward/shared/mail-apps.ts';
import { type KeyboardEvent, useRef } from 'react';
import { Link } from 'react-router-dom';
import { useWords } from '../locales/words.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { Icon } from '../ui/icon.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { AppStamp } from './app-stamp.tsx';
import { nextTile } from './next-tile.ts';
import { Room } from './room.tsx';
import './choose-page.css';

const tiles: readonly (MailApp | 'browser')[] = [...mailApps, 'browser'];

/** How many stand beside each other, as they are laid out at the moment. */
const columnsOf = (links: readonly HTMLElement[]): number =>
	Math.max(1, links.filter((link) => link.offsetTop === links[0]?.offsetTop).length);

const Tiles = () => {
	const { t } = useWords();
	const list = useRef<HTMLUListElement>(null);
	const turn = (event: KeyboardEvent) => {
		const links = [...(list.current?.querySelectorAll('a') ?? [])];
		const from = links.indexOf(event.target as HTMLAnchorElement);
		const to = nextTile(event.key, from, columnsOf(links), links.length);
		if (from < 0 || to === undefined) return;
		event.preventDefault();
		links[to]?.focus();
	};
	return (
		<ul ref={list} className="app-tiles" aria-label={t('clientPasswords.choose.list')} onKeyDown={turn}>
			{tiles.map((app) => (
				<li key={app}>
					<Link className="app-tile" to={`/security/client-passwords/new/${app}`}>
						<AppStamp app={app} />
						<span>
							<b>{t(`mailApps.${app}.name`)}</b>
							<small>{t(`mailApps.${app}.text`)}</small>
						</span>
						<Icon name="forward" small />
					</Link>
				</li>
			))}
		</ul>
	);
};

/** The first step to a client password: which mail app stopped, or is to be set up. */
export const ChoosePage = () => {
	const { t } = useWords();
	return (
		<Room>
			{() => (
				<div className="choose-app">
					<p className="small muted">{t('clientPasswords.make.title')}</p>
					<StepTitle step={t('clientPasswords.choose.title')} />
					<p className="muted">{t('clientPasswords.choose.lead')}</p>
					<Tiles />
					<Ends>
						<ButtonLink to="/security/client-passwords">{t('clientPasswords.browserOnly.back')}</ButtonLink>
						<ButtonLink to="/security/client-passwords/new/other">{t('clientPasswords.choose.other')}</ButtonLink>
					</Ends>
				</div>
			)}
		</Room>
	);
};
