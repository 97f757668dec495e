import { smsDigits } from '@mailward/shared/factors/sms.ts';
import type { ComponentProps } from 'react';
import { useWords } from '../../locales/words.tsx';
import { CodeForm } from '../code-form.tsx';

/** The code that a text message carries, whatever it is asked for. */
export const SmsCodeForm = (props: Omit<ComponentProps<typeof CodeForm>, 'label' | 'hint' | 'missing' | 'digits'>) => {
	const { t } = useWords();
	return (
		<CodeForm
			{...props}
			label={t('factors.sms.challenge.label')}
			hint={t('factors.sms.challenge.hint')}
			missing={t('factors.sms.challenge.missing')}
			digits={smsDigits}
		/>
	);
};
