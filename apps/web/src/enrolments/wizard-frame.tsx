import type { ReactNode } from 'react';
import { useWords } from '../locales/words.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Steps } from '../ui/steps.tsx';
import type { Step } from './paths.ts';
import './wizard-frame.css';

interface WizardFrameProps {
	readonly steps: readonly Step[];
	readonly step: Step;
	readonly title: string;
	/** What has to be known at every step, if anything. */
	readonly remark?: ReactNode;
	readonly children: ReactNode;
}

/** Progress and heading. */
export const WizardFrame = ({ steps, step, title, remark, children }: WizardFrameProps) => {
	const { t } = useWords();
	return (
		<div className="wizard">
			<Steps
				label={t('enrolments.steps.progress')}
				names={steps.map((each) => t(`enrolments.steps.${each}`))}
				current={steps.indexOf(step)}
				finished={step === 'done'}
				passed={t('enrolments.steps.passed')}
			/>
			<StepTitle key={step} step={title} />
			{remark && <p className="small muted">{remark}</p>}
			{children}
		</div>
	);
};
