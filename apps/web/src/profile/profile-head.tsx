import type { ReactNode } from 'react';
import { useWords } from '../locales/words.tsx';
import { Emblem } from '../session/emblem.tsx';
import { useSite } from '../site/site.tsx';
import '../session/envelope-head.css';
import './profile-head.css';

/** The head of the envelope: whose mail system asks, and one place for a postmark. */
export const ProfileHead = ({ children }: { children: ReactNode }) => {
	const { t, language } = useWords();
	const site = useSite();
	return (
		<div className="envelope-head profile-head">
			<p className="small muted">
				<b>{site?.organisation[language] ?? '\u00a0'}</b>
				<span>{t('profile.head')}</span>
			</p>
			<span className="marks">
				{children}
				<Emblem />
			</span>
		</div>
	);
};
