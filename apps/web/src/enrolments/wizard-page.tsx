import type { MethodKind } from '@mailward/shared/factors/kinds.ts';
import { Navigate, useLocation, useParams } from 'react-router-dom';
import type { OwnStep } from '../factors/factor.ts';
import { isSingle, methodFaces, toMethodKind } from '../factors/registry.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { methodName } from '../methods/method-name.ts';
import { useAccountSession } from '../session/use-account.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { Note } from '../ui/note.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { ConnectStep } from './connect-step.tsx';
import { IntroStep } from './intro-step.tsx';
import { stepPath } from './paths.ts';
import { ProveStep } from './prove-step.tsx';
import { useWizard, type Wizard } from './use-wizard.ts';
import { WizardFrame } from './wizard-frame.tsx';

/** Reached by a link or a reload after the enrolment ended: no step is behind, and it can be begun anew from here. */
const NothingUnderWay = ({ wizard }: { wizard: Wizard }) => {
	const { t } = useWords();
	const say = useProblemWords();
	const { kind, beginning, methods, replaces, nameless, pathOf } = wizard;
	// Who begins says who they are on the first page.
	if (nameless) return <Navigate replace to={pathOf('intro')} />;
	const already = methods.some((method) => method.kind === kind) && !replaces;
	const title = already ? t(`factors.${kind}.already`) : t('enrolments.missing.title');
	return (
		<div className="wizard">
			<StepTitle step={title} />
			<p>{already ? t('enrolments.already') : t('enrolments.missing.text')}</p>
			{beginning.problem && (
				<Note tone="error">
					<p>{say(beginning.problem)}</p>
				</Note>
			)}
			<Ends>
				{!(already && isSingle(kind)) && (
					<Button manner={already ? 'plain' : 'go'} busy={beginning.busy} onClick={() => beginning.run()}>
						{t(`factors.${kind}.restart`)}
					</Button>
				)}
				{already && (
					<ButtonLink to="/security" manner="go">
						{t('enrolments.done.later')}
					</ButtonLink>
				)}
			</Ends>
		</div>
	);
};

interface StepProps {
	readonly kind: MethodKind;
	readonly step: 'intro' | OwnStep;
	readonly due: boolean;
}

const WizardStep = ({ kind, step, due }: StepProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const wizard = useWizard(kind, due);
	const { faces, steps, enrolment, known, unreadable, methods, replaces } = wizard;
	const own = faces.steps.find(({ name }) => name === step);
	const replaced = methods.find(({ id }) => id === replaces);
	const replacing = replaced && t('enrolments.replacing', { name: methodName(replaced, methods, t) });

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
	if (own && !enrolment) return <NothingUnderWay wizard={wizard} />;
	return (
		<WizardFrame
			steps={steps}
			step={step}
			title={own ? t(own.title) : (replacing ?? t(`factors.${kind}.intro.title`))}
			remark={
				replacing !== undefined && (
					<>
						{own && <b className="remark-head">{replacing}</b>}
						{t(`factors.${kind}.intro.replacing`)}
					</>
				)
			}
		>
			{!own || !enrolment ? (
				<IntroStep wizard={wizard} />
			) : own === faces.steps.at(-1) ? (
				<ProveStep key={enrolment.id} wizard={wizard} enrolment={enrolment} />
			) : (
				<ConnectStep wizard={wizard} step={own} enrolment={enrolment} />
			)}
		</WizardFrame>
	);
};

/** Setting a method up, one address a step. Where it is due, this is the only place to be. */
const WizardPage = ({ due = false }: { due?: boolean }) => {
	const session = useAccountSession();
	const params = useParams();
	const { search } = useLocation();
	const kind = toMethodKind(params.kind);

	if (session.state === 'awaiting-set-up') {
		if (session.remaining !== 'method') return <Navigate replace to={`/set-up/recovery-codes${search}`} />;
		if (!kind || !session.methods.includes(kind)) return <Navigate replace to={`/set-up${search}`} />;
	}
	if (!kind) return <Navigate replace to="/security/methods" />;
	const steps = ['intro' as const, ...methodFaces(kind).steps.map(({ name }) => name)];
	const step = steps.find((each) => each === (params.step ?? 'intro'));
	if (!step) return <Navigate replace to={stepPath({ kind, due }, 'intro', search)} />;
	return <WizardStep key={kind} kind={kind} step={step} due={due} />;
};

export default WizardPage;
