import { useLocation, useNavigate } from 'react-router-dom';
import { useWords } from '../locales/words.tsx';
import { useSession } from '../session/session.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Instructions } from '../ui/instructions.tsx';
import { Ring } from '../ui/postmark.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { isOpenedHere } from './opened-here.ts';
import { ProfileHead } from './profile-head.tsx';

/** Where whoever is signed in sees whether it works: the page that made the link, or the list of passwords. */
const Onward = () => {
	const { t } = useWords();
	const navigate = useNavigate();
	const { state } = useLocation();
	const session = useSession().state;
	if (session?.state !== 'signed-in') return null;
	if (!isOpenedHere(state)) {
		return (
			<ButtonLink to="/security/client-passwords" wide>
				{t('profile.sent.onward')}
			</ButtonLink>
		);
	}
	return (
		<Button wide onClick={() => void navigate(-1)}>
			{t('profile.sent.onward')}
		</Button>
	);
};

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
				<Onward />
				<p className="small muted">{t(`profile.steps.${steps}.unsigned`)}</p>
				<p className="small muted">{t('profile.sent.nothing')}</p>
			</div>
		</>
	);
};
