import { useWords } from '../locales/words.tsx';
import { useSite } from '../site/site.tsx';
import { CancelLines, MisstruckRing, Postmark, Ring } from '../ui/postmark.tsx';
import { Emblem } from './emblem.tsx';
import './envelope-head.css';

/** How far the two steps are. Times are ISO 8601. */
export type Progress =
	| { readonly step: 1 }
	| { readonly step: 2; readonly passwordAt: string; readonly wrong: boolean; readonly passedAt?: string | undefined };

const SecondRing = ({ progress }: { progress: Progress }) => {
	const { t, times } = useWords();
	if (progress.step === 1) return <Ring text="2" label={t('signIn.step2Due')} />;
	if (progress.passedAt !== undefined) {
		const time = times.clock(progress.passedAt);
		return <Postmark fresh main={time} low={t('signIn.mark2')} label={t('signIn.step2Passed', { time })} />;
	}
	return progress.wrong ? (
		<MisstruckRing label={t('signIn.step2Rejected')} />
	) : (
		<Ring here text="2" label={t('signIn.step2Now')} />
	);
};

/** The head of the envelope: who sends for you, two places for postmarks, and the stamp that the second one cancels. */
export const EnvelopeHead = ({ progress, address }: { progress: Progress; address?: string }) => {
	const { t, times, language } = useWords();
	const site = useSite();
	const passwordTime = progress.step === 2 ? times.clock(progress.passwordAt) : '';
	return (
		<div className="envelope-head">
			<p className="small muted">
				<b>{site?.organisation[language] ?? '\u00a0'}</b>
				<span>{address ?? t('shell.mailSystem')}</span>
			</p>
			<span className="marks">
				{progress.step === 1 ? (
					<Ring here text="1" label={t('signIn.step1Now')} />
				) : (
					<Postmark
						main={passwordTime}
						low={t('signIn.mark1')}
						label={t('signIn.step1Passed', { time: passwordTime })}
					/>
				)}
				<SecondRing progress={progress} />
				<Emblem />
				{progress.step === 2 && progress.passedAt !== undefined && <CancelLines fresh />}
			</span>
		</div>
	);
};
