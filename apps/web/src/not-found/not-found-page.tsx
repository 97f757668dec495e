import { useWords } from '../locales/words.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { StepTitle } from '../ui/step-title.tsx';

const NotFoundPage = () => {
	const { t } = useWords();
	return (
		<div className="stack">
			<StepTitle step={t('shell.notFound.title')} />
			<p className="muted">{t('shell.notFound.text')}</p>
			<ButtonLink to="/security" manner="go" wide>
				{t('shell.notFound.action')}
			</ButtonLink>
		</div>
	);
};

export default NotFoundPage;
