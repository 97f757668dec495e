import { useWords } from '../../locales/words.tsx';
import type { ChallengeProps } from '../factor.ts';
import { CodeForm } from './code-form.tsx';

export const Challenge = ({ submit, busy, problem }: ChallengeProps<'totp'>) => {
	const { t } = useWords();
	return (
		<CodeForm
			onCode={(code) => submit({ code })}
			busy={busy}
			problem={problem}
			action={t('factors.totp.challenge.submit')}
		/>
	);
};
