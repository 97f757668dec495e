import type { ReactNode } from 'react';
import { useWords } from '../locales/words.tsx';
import { HelpDeskLine } from '../site/help-desk-line.tsx';
import './last-resort.css';

/** When neither a method nor a recovery code is left: what an administrator can do, how to reach the help desk, and a link on. */
export const LastResort = ({ children }: { children?: ReactNode }) => {
	const { t } = useWords();
	return (
		<div className="last-resort">
			<p>{t('challenges.helpText')}</p>
			<p>
				<HelpDeskLine />
			</p>
			{children !== undefined && <p>{children}</p>}
		</div>
	);
};
