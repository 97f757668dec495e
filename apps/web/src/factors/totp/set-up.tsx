import { useWords } from '../../locales/words.tsx';
import type { SetUpProps } from '../factor.ts';
import { CodeForm } from './code-form.tsx';
import { Connect } from './connect.tsx';
import { Intro } from './intro.tsx';

export const SetUp = (props: SetUpProps<'totp'>) => {
	const { t } = useWords();
	switch (props.step) {
		case 'intro':
			return <Intro />;
		case 'connect':
			return <Connect {...props} />;
		case 'test':
			return (
				<div className="stack">
					<p className="muted">{t('factors.totp.test.lead')}</p>
					<CodeForm {...props} action={t('factors.totp.test.submit')} />
				</div>
			);
	}
};
