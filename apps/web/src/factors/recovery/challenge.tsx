import { useWords } from '../../locales/words.tsx';
import { PaperCodeForm } from '../../ui/paper-code-form.tsx';
import type { ChallengeProps } from '../factor.ts';

/** One of the codes that were saved. */
export const Challenge = ({ submit, busy, problem }: ChallengeProps<'recovery'>) => {
	const { t } = useWords();
	return (
		<PaperCodeForm
			label={t('factors.recovery.challenge.label')}
			hint={t('factors.recovery.challenge.hint')}
			sayMalformed={(why) => t(`forms.paperCode.${why}`)}
			onCode={(code) => submit({ code })}
			busy={busy}
			problem={problem}
			action={t('factors.recovery.challenge.submit')}
		/>
	);
};
