import { useWords } from '../locales/words.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { AppGuide } from './app-guide.tsx';
import { LiveCheck } from './live-check.tsx';
import { OnePassword } from './one-password.tsx';

/** The guide of a password's mail app again, without the secret, which is to be seen once only. */
export const GuidePage = () => {
	const { t } = useWords();
	return (
		<OnePassword>
			{(password) => (
				<>
					<div className="page-head">
						<div>
							<p className="small muted">{t('clientPasswords.kicker')}</p>
							<StepTitle step={t('clientPasswords.guidance.title', { name: password.name })} />
							<p className="muted">{t('clientPasswords.guidance.lead')}</p>
						</div>
					</div>
					<AppGuide
						password={password}
						check={(rank) => <LiveCheck key={password.id} password={password} rank={rank} />}
					/>
					<Ends>
						<ButtonLink to="/security/client-passwords">{t('clientPasswords.gone.list')}</ButtonLink>
						<ButtonLink to={`/security/client-passwords/${encodeURIComponent(password.id)}/replace`}>
							{t('clientPasswords.guidance.lost')}
						</ButtonLink>
					</Ends>
				</>
			)}
		</OnePassword>
	);
};
