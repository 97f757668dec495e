import { useState } from 'react';
import { useRead } from '../api/read.tsx';
import { useWords } from '../locales/words.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { remember, remembered } from './without-mail-apps.ts';
import './mail-apps-stopped.css';

/**
 * Two-factor is on, mail apps no longer take the web password, and there is nothing that they take instead. Who uses none
 * says so once. `of`: whose answer it is.
 */
export const MailAppsStopped = ({ of }: { of: string }) => {
	const { t } = useWords();
	const { data } = useRead('GET /api/client-passwords');
	const [dismissed, setDismissed] = useState(() => remembered(of));
	if (dismissed || data?.clientPasswords.length !== 0) return null;
	const dismiss = () => {
		remember(of);
		setDismissed(true);
	};
	return (
		<Note tone="warning" announce={false}>
			<p>
				<b>{t('overview.mailApps.title')}</b>
			</p>
			<p className="small">{t('overview.mailApps.text')}</p>
			<div className="mail-apps-stopped">
				<ButtonLink to="/security/client-passwords/new" manner="go">
					{t('overview.mailApps.make')}
				</ButtonLink>
				<Button onClick={dismiss}>{t('overview.mailApps.none')}</Button>
			</div>
		</Note>
	);
};
