import { useWords } from '../../locales/words.tsx';
import type { ChallengeProps } from '../factor.ts';
import { TotpCodeForm } from './totp-code-form.tsx';

export const Challenge = ({ submit, busy, problem }: ChallengeProps<'totp'>) => {
	const { t } = useWords();
	return (
		<TotpCodeForm
			onCode={(code) => submit({ code })}
			busy={busy}
			problem={problem}
			action={t('factors.totp.challenge.submit')}
		/>
	);
};
