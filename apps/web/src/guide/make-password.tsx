import { useWords } from '../locales/words.tsx';
import { Marked } from '../mail-guides/marked.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Instructions } from '../ui/instructions.tsx';

const place = '/security/client-passwords';

const steps = ['signIn', 'app', 'name', 'copy', 'put'] as const;

/** From signing in to a password that is copied; signed out, the link leads through the sign-in there. */
export const MakePassword = () => {
	const { t } = useWords();
	return (
		<>
			<Instructions>
				{steps.map((step) => (
					<li key={step}>
						<Marked text={t(`guide.passwords.steps.${step}`)} />
					</li>
				))}
			</Instructions>
			<p className="on-screen">
				<ButtonLink to={place} manner="go">
					{t('guide.passwords.open')}
				</ButtonLink>
			</p>
			<p className="on-paper">{new URL(place, location.origin).href}</p>
		</>
	);
};
