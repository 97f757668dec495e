import { useWords } from '../../locales/words.tsx';
import { Needs } from '../needs.tsx';

/** What it is and what it takes, and what becomes of the number. */
export const Intro = () => {
	const { t } = useWords();
	return (
		<Needs
			lead={t('factors.sms.intro.lead')}
			heading={t('factors.sms.intro.needs')}
			needs={[
				['sms', t('factors.sms.intro.number')],
				['phone', t('factors.sms.intro.phone')],
				['clock', t('factors.sms.intro.minutes')],
			]}
		>
			<p className="muted">{t('factors.sms.intro.use')}</p>
			<p className="muted">{t('factors.sms.intro.abroad')}</p>
		</Needs>
	);
};
