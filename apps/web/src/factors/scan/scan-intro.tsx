import { useWords } from '../../locales/words.tsx';
import { Needs } from '../needs.tsx';
import type { ScanApp } from './scan-app.ts';

/** What it is and what it takes. */
export const ScanIntro = ({ app: { kind } }: { app: ScanApp }) => {
	const { t } = useWords();
	return (
		<Needs
			lead={t(`factors.${kind}.intro.lead`)}
			heading={t(`factors.${kind}.intro.needs`)}
			needs={[
				[kind, t(`factors.${kind}.intro.phone`)],
				['network', t(`factors.${kind}.intro.network`)],
				['clock', t(`factors.${kind}.intro.minutes`)],
			]}
		/>
	);
};
