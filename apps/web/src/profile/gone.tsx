import { useWords } from '../locales/words.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Ring } from '../ui/postmark.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { ProfileHead } from './profile-head.tsx';

/** Used, too late, or replaced: how to get a new link. */
export const Gone = () => {
	const { t } = useWords();
	return (
		<>
			<ProfileHead>
				<Ring text="" />
			</ProfileHead>
			<div className="stack">
				<StepTitle step={t('profile.gone.title')} />
				<p role="alert">{t('profile.gone.text')}</p>
				<p>{t('profile.gone.how')}</p>
				<ButtonLink to="/security/client-passwords" wide>
					{t('profile.gone.signIn')}
				</ButtonLink>
			</div>
		</>
	);
};
