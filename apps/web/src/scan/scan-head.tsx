import type { ScanKind } from '@mailward/shared/factors/kinds.ts';
import type { ReactNode } from 'react';
import { useWords } from '../locales/words.tsx';
import { Emblem } from '../session/emblem.tsx';
import { useSite } from '../site/site.tsx';
import '../session/envelope-head.css';
import './scan-head.css';

interface ScanHeadProps {
	/** `undefined` where nobody knows any more. */
	readonly kind?: ScanKind;
	/** What became of it: one place for a postmark, beside the stamp. */
	readonly children: ReactNode;
}

/** The head of the envelope, for one step: who asks, by which app, and how it stands. */
export const ScanHead = ({ kind, children }: ScanHeadProps) => {
	const { t, language } = useWords();
	const site = useSite();
	return (
		<div className="envelope-head scan-head">
			<p className="small muted">
				<b>{site?.organisation[language] ?? '\u00a0'}</b>
				<span>{kind ? t('scan.head', { kind: t(`scan.apps.${kind}`) }) : t('shell.mailSystem')}</span>
			</p>
			<span className="marks">
				{children}
				<Emblem />
			</span>
		</div>
	);
};
