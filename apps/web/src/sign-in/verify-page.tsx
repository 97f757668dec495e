import { useState } from 'react';
import { ChallengePanel } from '../challenges/challenge-panel.tsx';
import { isShut } from '../challenges/obstacle.ts';
import { OtherMethods } from '../challenges/other-methods.tsx';
import { StartChallenge } from '../challenges/start-challenge.tsx';
import { useStarting } from '../challenges/use-starting.ts';
import { useWords } from '../locales/words.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { SecondStep, type SecondStepView } from './second-step.tsx';
import { Invited, WayOut } from './ways-out.tsx';

const Verify = ({ state, onChallenge, onFault, onPassed }: SecondStepView) => {
	const { t } = useWords();
	const { challenge, shared } = state;
	const starting = useStarting(onChallenge);
	const [stuck, setStuck] = useState<string>();
	return (
		<>
			<StepTitle key={challenge.kind} step={t(`factors.${challenge.kind}.challenge.title`)} />
			<ChallengePanel
				key={challenge.id}
				challenge={challenge}
				starting={starting}
				anybodys={shared}
				onPassed={onPassed}
				onFault={onFault}
				onStuck={() => setStuck(challenge.id)}
			/>
			<OtherMethods
				key={`other than ${challenge.kind}`}
				challenge={challenge}
				open={isShut(challenge) || stuck === challenge.id}
				onChoose={starting.run}
			>
				<WayOut methods={challenge.methods.length} listed={challenge.methods.length - 1} />
			</OtherMethods>
			{shared && <Invited />}
		</>
	);
};

/** The second step, by one method; the recovery codes, which are none, have a page of their own. */
const VerifyPage = () => (
	<SecondStep>
		{(view) =>
			view.state.challenge.kind === 'recovery' ? (
				<StartChallenge kind={view.state.challenge.methods[0]?.kind} onChallenge={view.onChallenge} />
			) : (
				<Verify {...view} />
			)
		}
	</SecondStep>
);

export default VerifyPage;
