import { useWords } from '../../locales/words.tsx';
import type { ChallengeProps } from '../factor.ts';
import { anyOf } from '../names-shown.ts';
import { TotpCodeForm } from './totp-code-form.tsx';

/** One code: any of the person's authenticator apps shows a right one. */
export const Challenge = ({ submit, busy, problem, names }: ChallengeProps<'totp'>) => {
	const { t, language } = useWords();
	return (
		<>
			{names.length > 1 && (
				<p className="small muted">{t('factors.totp.challenge.anyOf', { names: anyOf(names, language) })}</p>
			)}
			<TotpCodeForm
				onCode={(code) => submit({ code })}
				busy={busy}
				problem={problem}
				action={t('factors.totp.challenge.submit')}
			/>
		</>
	);
};
