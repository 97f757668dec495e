import { Navigate } from 'react-router-dom';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { Note } from '../ui/note.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { ConnectStep } from './connect-step.tsx';
import { IntroStep } from './intro-step.tsx';
import { TestStep } from './test-step.tsx';
import { useWizard, type Wizard } from './use-wizard.ts';
import { WizardFrame } from './wizard-frame.tsx';

/** Reached by a link or a reload after the enrolment ended: it can be begun anew from here. */
const NothingUnderWay = ({ wizard }: { wizard: Wizard }) => {
	const { t } = useWords();
	const say = useProblemWords();
	const { beginning, twoFactor, replaces } = wizard;
	const already = twoFactor && !replaces;
	const words = already ? 'already' : 'missing';
	return (
		<>
			<Note tone={already ? 'plain' : 'warning'} announce={false}>
				<p>
					<b>{t(`enrolments.${words}.title`)}</b>
				</p>
				<p>{t(`enrolments.${words}.text`)}</p>
			</Note>
			{beginning.problem && (
				<Note tone="error">
					<p>{say(beginning.problem)}</p>
				</Note>
			)}
			<Ends>
				<Button manner={already ? 'plain' : 'go'} busy={beginning.busy} onClick={() => beginning.run()}>
					{t('enrolments.missing.action')}
				</Button>
				{already && (
					<ButtonLink to="/security" manner="go">
						{t('enrolments.done.later')}
					</ButtonLink>
				)}
			</Ends>
		</>
	);
};

interface WizardPageProps {
	readonly step: 'intro' | 'connect' | 'test';
	/** Set-up is due, and this is the only place to be. */
	readonly due?: boolean;
}

/** Setting a method up, one address a step. */
const WizardPage = ({ step, due = false }: WizardPageProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const wizard = useWizard(due);
	const { kind, enrolment, known, unreadable } = wizard;

	if (!kind) return <Navigate replace to="/security/methods" />;
	if (unreadable) {
		return (
			<Unreachable
				title={t('shell.unreachable')}
				text={say(unreadable)}
				retry={t('shell.retry')}
				onRetry={wizard.readAgain}
			/>
		);
	}
	if (!known) return <Waiting text={t('shell.loading')} />;
	return (
		<WizardFrame
			step={step}
			title={t(`factors.${kind}.${step}.title`)}
			due={due}
			replacing={wizard.replaces !== undefined}
		>
			{step === 'intro' ? (
				<IntroStep wizard={wizard} due={due} />
			) : !enrolment ? (
				<NothingUnderWay wizard={wizard} />
			) : step === 'connect' ? (
				<ConnectStep wizard={wizard} enrolment={enrolment} />
			) : (
				<TestStep wizard={wizard} enrolment={enrolment} />
			)}
		</WizardFrame>
	);
};

export default WizardPage;
