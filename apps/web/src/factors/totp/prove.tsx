import { useWords } from '../../locales/words.tsx';
import type { ProveProps } from '../factor.ts';
import { TotpCodeForm } from './totp-code-form.tsx';

/** One code from the app that has just been connected. */
export const Prove = ({ submit, busy, problem, nameField, isNamed, back }: ProveProps<'totp'>) => {
	const { t } = useWords();
	return (
		<div className="stack">
			<p className="muted">{t('factors.totp.test.lead')}</p>
			<TotpCodeForm
				onCode={(code) => isNamed() && submit({ code })}
				busy={busy}
				problem={problem}
				action={t('factors.totp.test.submit')}
				back={back}
			>
				{nameField}
			</TotpCodeForm>
		</div>
	);
};
