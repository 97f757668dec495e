import { Link, useNavigate } from 'react-router-dom';
import { ChallengePanel } from '../challenges/challenge-panel.tsx';
import { LastResort } from '../challenges/last-resort.tsx';
import { OtherMethods } from '../challenges/other-methods.tsx';
import { StartChallenge } from '../challenges/start-challenge.tsx';
import { useStarting } from '../challenges/use-starting.ts';
import { useWords } from '../locales/words.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { SecondStep, type SecondStepView } from './second-step.tsx';
import { helpDesk, Invited, useSecondStepPath } from './ways-out.tsx';
import './recovery-page.css';

/** What the help desk can do, and the form for what it gave. */
const HelpDesk = () => {
	const { t } = useWords();
	const pathOf = useSecondStepPath();
	return (
		<LastResort>
			<Link to={pathOf('invitation', helpDesk)}>{t('signIn.setUpCode.link')}</Link>
		</LastResort>
	);
};

const ByCode = ({ state, onChallenge, onFault, onPassed }: SecondStepView) => {
	const { t } = useWords();
	const navigate = useNavigate();
	const pathOf = useSecondStepPath();
	const { challenge } = state;
	const starting = useStarting((started) => {
		onChallenge(started);
		return started.kind === 'recovery' ? undefined : navigate(pathOf('verify'));
	});
	if (challenge.kind !== 'recovery') return <StartChallenge kind="recovery" onChallenge={onChallenge} />;
	return (
		<>
			<ChallengePanel
				key={challenge.id}
				challenge={challenge}
				starting={starting}
				onPassed={onPassed}
				onFault={onFault}
			/>
			<section className="no-codes">
				<h2>{t('challenges.helpTitle')}</h2>
				<HelpDesk />
			</section>
			<OtherMethods challenge={challenge} onChoose={starting.run}>
				{null}
			</OtherMethods>
			{state.shared && <Invited />}
		</>
	);
};

const WithoutCodes = ({ shared }: { shared: boolean }) => {
	const { t } = useWords();
	const pathOf = useSecondStepPath();
	return (
		<>
			<p>{t('signIn.recovery.without')}</p>
			<HelpDesk />
			{shared && <Invited />}
			<ButtonLink wide to={pathOf('verify')}>
				{t('signIn.back')}
			</ButtonLink>
		</>
	);
};

const Recovery = (view: SecondStepView) => {
	const { t } = useWords();
	const { recovery } = view.state.challenge;
	return (
		<>
			<StepTitle step={recovery ? t('factors.recovery.challenge.title') : t('signIn.recovery.withoutTitle')} />
			{recovery ? <ByCode {...view} /> : <WithoutCodes shared={view.state.shared} />}
		</>
	);
};

/** None of the methods works: a recovery code, and below it what is left when there is none. */
const RecoveryPage = () => <SecondStep>{(view) => <Recovery {...view} />}</SecondStep>;

export default RecoveryPage;
