import { type MailApp, mailApps } from '@mailward/shared/mail-apps.ts';
import { Link } from 'react-router-dom';
import { AppStamp } from '../client-passwords/app-stamp.tsx';
import { useWords } from '../locales/words.tsx';
import { Icon } from '../ui/icon.tsx';
import './guide-tiles.css';

/** Where those find the servers whose mail app has no guide. */
const otherPlace = '/guide#other';

/** The guides there are, one tile each. */
export const GuideTiles = ({ without }: { without?: MailApp }) => {
	const { t } = useWords();
	return (
		<ul className="guide-tiles">
			{mailApps
				.filter((app) => app !== without)
				.map((app) => (
					<li key={app}>
						<Link to={`/guide/${app}`}>
							<AppStamp app={app} />
							<span className="app-name">
								<b>{t(`mailGuides.${app}.name`)}</b>
								<small>{t(`mailGuides.${app}.kind`)}</small>
								<small className="on-paper">{new URL(`/guide/${app}`, location.origin).href}</small>
							</span>
							<Icon name="forward" small />
						</Link>
					</li>
				))}
			<li>
				<Link to={otherPlace}>
					<AppStamp app="other" />
					<span className="app-name">
						<b>{t('guide.apps.otherName')}</b>
						<small>{t('guide.apps.otherKind')}</small>
						<small className="on-paper">{new URL(otherPlace, location.origin).href}</small>
					</span>
					<Icon name="forward" small />
				</Link>
			</li>
		</ul>
	);
};
