import { useWords } from '../locales/words.tsx';
import { HelpDeskLine } from '../site/help-desk-line.tsx';
import { useSite } from '../site/site.tsx';
import { Ring } from '../ui/postmark.tsx';
import './ladder.css';

const rungs = ['both', 'typed', 'network', 'again', 'help'] as const;

/** What to try in order, from what it mostly is to who can be asked. */
export const Ladder = () => {
	const { t } = useWords();
	const helpDesk = useSite()?.helpDesk;
	return (
		<ol className="ladder">
			{rungs.map((rung, index) => (
				<li key={rung}>
					<Ring text={String(index + 1)} here />
					<div>
						<h3>{t(`guide.trouble.${rung}.title`)}</h3>
						<p>{t(`guide.trouble.${rung}.text`)}</p>
						{rung === 'help' && helpDesk && (
							<p className="help-desk">
								<HelpDeskLine /> {helpDesk.url && <a href={helpDesk.url}>{helpDesk.url}</a>}
							</p>
						)}
					</div>
				</li>
			))}
		</ol>
	);
};
