import type { ReactNode } from 'react';
import { useWords } from '../locales/words.tsx';
import { useSite } from '../site/site.tsx';
import { CancelLines, MisstruckRing, PassedRing, Postmark, Ring } from '../ui/postmark.tsx';
import { Emblem } from './emblem.tsx';
import './envelope-head.css';

/** How far the two steps are. Times are ISO 8601; `passwordAt` is `undefined` where it is no longer known. */
export type Progress =
	| { readonly step: 1 }
	| {
			readonly step: 2;
			readonly passwordAt: string | undefined;
			/** `missing`: it has to be set up first. */
			readonly second: 'due' | 'wrong' | 'missing' | { readonly passedAt: string };
	  };

const FirstRing = ({ progress }: { progress: Progress }) => {
	const { t, times } = useWords();
	if (progress.step === 1) return <Ring here text="1" label={t('signIn.step1Now')} />;
	if (progress.passwordAt === undefined) return <PassedRing label={t('signIn.step1Behind')} />;
	const time = times.clock(progress.passwordAt);
	return <Postmark main={time} low={t('signIn.mark1')} label={t('signIn.step1Passed', { time })} />;
};

const SecondRing = ({ progress }: { progress: Progress }) => {
	const { t, times } = useWords();
	if (progress.step === 1) return <Ring text="2" label={t('signIn.step2Due')} />;
	switch (progress.second) {
		case 'due':
			return <Ring here text="2" label={t('signIn.step2Now')} />;
		case 'missing':
			return <Ring here text="2" label={t('signIn.step2Missing')} />;
		case 'wrong':
			return <MisstruckRing label={t('signIn.step2Rejected')} />;
		default: {
			const time = times.clock(progress.second.passedAt);
			return <Postmark fresh main={time} low={t('signIn.mark2')} label={t('signIn.step2Passed', { time })} />;
		}
	}
};

interface EnvelopeHeadProps {
	readonly progress: Progress;
	/** Below the organisation: who, or why. */
	readonly line?: ReactNode;
}

/** The head of the envelope: who sends for you, two places for postmarks, and the stamp that the second one cancels. */
export const EnvelopeHead = ({ progress, line }: EnvelopeHeadProps) => {
	const { t, language } = useWords();
	const site = useSite();
	return (
		<div className="envelope-head">
			<p className="small muted">
				<b>{site?.organisation[language] ?? '\u00a0'}</b>
				<span>{line ?? t('shell.mailSystem')}</span>
			</p>
			<span className="marks">
				<FirstRing progress={progress} />
				<SecondRing progress={progress} />
				<Emblem />
				{progress.step === 2 && typeof progress.second === 'object' && <CancelLines fresh />}
			</span>
		</div>
	);
};
