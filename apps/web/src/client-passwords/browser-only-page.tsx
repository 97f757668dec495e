import { useWords } from '../locales/words.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import './new-page.css';

/** For whoever reads mail in a browser: why there is nothing to make. */
export const BrowserOnlyPage = () => {
	const { t } = useWords();
	return (
		<div className="one-thing">
			<Sheet>
				<StepTitle step={t('clientPasswords.browserOnly.title')} />
				<p>{t('clientPasswords.browserOnly.text')}</p>
				<Ends>
					<ButtonLink to="/security/client-passwords/new">{t('clientPasswords.browserOnly.rather')}</ButtonLink>
					<ButtonLink to="/security/client-passwords" manner="go">
						{t('clientPasswords.browserOnly.back')}
					</ButtonLink>
				</Ends>
			</Sheet>
		</div>
	);
};
