import type { ReactNode } from 'react';
import { useWords } from '../locales/words.tsx';
import { Note } from '../ui/note.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Steps } from '../ui/steps.tsx';
import { type Step, steps } from './paths.ts';
import './wizard-frame.css';

interface WizardFrameProps {
	readonly step: Step;
	readonly title: string;
	/** The person is here because the administrator requires it. */
	readonly due: boolean;
	readonly replacing: boolean;
	readonly children: ReactNode;
}

/** Progress, heading, and why one is here. */
export const WizardFrame = ({ step, title, due, replacing, children }: WizardFrameProps) => {
	const { t } = useWords();
	const names = steps.map((each) => t(`enrolments.steps.${each}`));
	return (
		<div className="wizard">
			<Steps
				label={t('enrolments.steps.progress')}
				names={names}
				current={steps.indexOf(step)}
				finished={step === 'done'}
				passed={t('enrolments.steps.passed')}
			/>
			<StepTitle key={step} step={title} />
			{due && step === 'intro' && (
				<Note tone="plain" announce={false}>
					<p>
						<b>{t('enrolments.due.label')}</b>
					</p>
					<p>{t('enrolments.due.text')}</p>
				</Note>
			)}
			{replacing && step !== 'done' && <p className="small muted">{t('enrolments.replacing')}</p>}
			{children}
		</div>
	);
};
