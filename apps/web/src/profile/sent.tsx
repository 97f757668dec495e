import { useWords } from '../locales/words.tsx';
import { Instructions } from '../ui/instructions.tsx';
import { Ring } from '../ui/postmark.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { ProfileHead } from './profile-head.tsx';

/** The profile is being downloaded: what is left to do in the device's settings. */
export const Sent = ({ steps }: { steps: 'iphone' | 'mac' }) => {
	const { t } = useWords();
	return (
		<>
			<ProfileHead>
				<Ring here text="2" />
			</ProfileHead>
			<div className="stack">
				<StepTitle step={t('profile.sent.title')} />
				<p>{t('profile.sent.text')}</p>
				<Instructions>
					<li>{t(`profile.steps.${steps}.open`)}</li>
					<li>{t(`profile.steps.${steps}.install`)}</li>
					<li>{t(`profile.steps.${steps}.look`)}</li>
				</Instructions>
				<p>{t('profile.sent.old')}</p>
				<p className="small muted">{t(`profile.steps.${steps}.unsigned`)}</p>
				<p className="small muted">{t('profile.sent.nothing')}</p>
			</div>
		</>
	);
};
