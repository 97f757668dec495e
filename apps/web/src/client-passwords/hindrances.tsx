import { useWords } from '../locales/words.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';

/** Client passwords come after two-factor. */
export const FactorNeeded = () => {
	const { t } = useWords();
	return (
		<Note tone="plain" announce={false}>
			<p>
				<b>{t('clientPasswords.noFactor.title')}</b>
			</p>
			<p>{t('clientPasswords.noFactor.text')}</p>
			<ButtonLink to="/security/methods/totp/set-up" manner="go">
				{t('clientPasswords.noFactor.action')}
			</ButtonLink>
		</Note>
	);
};

/** All places are taken; a link leads to where one can be freed, unless that is `here`. */
export const Full = ({ limit, here = false }: { limit: number; here?: boolean }) => {
	const { t } = useWords();
	return (
		<Note tone="plain" announce={false}>
			<p>
				<b>{t('clientPasswords.full.title', { limit })}</b>
			</p>
			<p>{t('clientPasswords.full.text')}</p>
			{!here && (
				<ButtonLink to="/security/client-passwords" manner="go">
					{t('clientPasswords.gone.list')}
				</ButtonLink>
			)}
		</Note>
	);
};
