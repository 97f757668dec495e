import { useWords } from '../../locales/words.tsx';
import type { ProveProps } from '../factor.ts';
import { CodeForm } from './code-form.tsx';

/** One code from the app that has just been connected. */
export const Prove = ({ submit, busy, problem, nameField, isNamed }: ProveProps<'totp'>) => {
	const { t } = useWords();
	return (
		<div className="stack">
			<p className="muted">{t('factors.totp.test.lead')}</p>
			<CodeForm
				onCode={(code) => isNamed() && submit({ code })}
				busy={busy}
				problem={problem}
				action={t('factors.totp.test.submit')}
			>
				{nameField}
			</CodeForm>
		</div>
	);
};
