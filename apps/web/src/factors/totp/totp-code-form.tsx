import { totpDigits } from '@mailward/shared/factors/totp.ts';
import type { ComponentProps } from 'react';
import { useWords } from '../../locales/words.tsx';
import { CodeForm } from '../code-form.tsx';

/** The code that an authenticator app shows, whatever it is asked for. */
export const TotpCodeForm = (
	props: Omit<ComponentProps<typeof CodeForm>, 'label' | 'hint' | 'missing' | 'digits' | 'below'>,
) => {
	const { t } = useWords();
	return (
		<CodeForm
			{...props}
			label={t('factors.totp.challenge.label')}
			hint={t('factors.totp.challenge.hint')}
			missing={t('forms.code.empty')}
			digits={totpDigits}
		/>
	);
};
