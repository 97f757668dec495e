import { useWords } from '../locales/words.tsx';
import { HelpDeskLine } from '../site/help-desk-line.tsx';
import { useSite } from '../site/site.tsx';
import './foot.css';

/** Help, at the same place on every page. */
export const Foot = () => {
	const { t } = useWords();
	const site = useSite();
	const known = site && (site.helpDesk.phone || site.helpDesk.url);
	return (
		<footer className="foot">
			{/* Beside the page, in a window of its own: what stands on the page may be there only once. */}
			<a href="/guide" target="guide">
				{t('shell.guide')}
			</a>{' '}
			{known && (
				<>
					{site.helpDesk.url ? (
						<a href={site.helpDesk.url}>{t('shell.helpDesk')}</a>
					) : (
						<span>{t('shell.helpDesk')}</span>
					)}{' '}
					<HelpDeskLine />
				</>
			)}
		</footer>
	);
};
