import type { ChallengeView } from '@mailward/shared/contract/challenges.ts';
import type { SessionState } from '@mailward/shared/session-state.ts';
import { useState } from 'react';
import { serverNow } from '../api/server-clock.ts';
import { useAct } from '../api/use-act.ts';
import { ChallengePanel } from '../challenges/challenge-panel.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useSession } from '../session/session.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Unreachable } from '../ui/waiting.tsx';
import { EnvelopeHead } from './envelope-head.tsx';
import './verify-page.css';

type Awaiting = Extract<SessionState, { state: 'awaiting-second-factor' }>;

const DifferentAccount = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const { signOut } = useSession();
	const leaving = useAct(signOut);
	return (
		<div className="different-account">
			<Button manner="quiet" compact busy={leaving.busy} onClick={() => leaving.run()}>
				{t('signIn.differentAccount')}
			</Button>
			{leaving.problem && (
				<Note tone="error">
					<p>{say(leaving.problem)}</p>
				</Note>
			)}
		</div>
	);
};

const SecondStep = ({ state }: { state: Awaiting }) => {
	const { t } = useWords();
	const say = useProblemWords();
	const { refresh, problem } = useSession();
	// The one the session came with, until the person asks for another.
	const [chosen, setChosen] = useState<ChallengeView>();
	const [wrong, setWrong] = useState(false);
	const [passedAt, setPassedAt] = useState<string>();
	const challenge = chosen ?? state.challenge;
	const stranded = passedAt !== undefined && problem;

	return (
		<>
			<EnvelopeHead address={state.address} progress={{ step: 2, passwordAt: state.passwordAt, wrong, passedAt }} />
			<div className="stack">
				<StepTitle key={challenge.kind} step={t(`factors.${challenge.kind}.challenge.title`)} />
				{stranded ? (
					<Unreachable text={say(stranded)} retry={t('shell.retry')} onRetry={() => void refresh()} />
				) : (
					<ChallengePanel
						challenge={challenge}
						onChallenge={setChosen}
						onFault={setWrong}
						onPassed={async () => {
							setPassedAt(new Date(serverNow()).toISOString());
							// The new state leads on; nothing waits for the postmark to dry.
							await refresh();
						}}
					/>
				)}
				<p className="unseen" role="status">
					{passedAt !== undefined && t('signIn.passed')}
				</p>
			</div>
			<DifferentAccount />
		</>
	);
};

const VerifyPage = () => {
	const { state } = useSession();
	return state?.state === 'awaiting-second-factor' ? <SecondStep state={state} /> : null;
};

export default VerifyPage;
