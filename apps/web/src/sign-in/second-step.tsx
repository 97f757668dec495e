import type { ChallengeView } from '@mailward/shared/contract/challenges.ts';
import type { SessionState } from '@mailward/shared/session-state.ts';
import { type ReactNode, useRef, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router-dom';
import { serverNow } from '../api/server-clock.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { EnvelopeHead } from '../session/envelope-head.tsx';
import { nextPath } from '../session/next-path.ts';
import type { Recovered } from '../session/recovered.ts';
import { useSession } from '../session/session.tsx';
import { placeAfterSecondStep, placeOf } from '../session/where-to.ts';
import { Address } from '../ui/address.tsx';
import { Unreachable } from '../ui/waiting.tsx';
import { DifferentAccount } from './different-account.tsx';

type Awaiting = Extract<SessionState, { state: 'awaiting-second-factor' }>;

export interface SecondStepView {
	readonly state: Awaiting;
	/** Another verification takes the place of the one under way, for every page of the second step. */
	readonly onChallenge: (challenge: ChallengeView) => void;
	readonly onFault: (fault: boolean) => void;
	readonly onPassed: () => Promise<void>;
}

interface SheetProps {
	readonly state: Awaiting;
	readonly children: (view: SecondStepView) => ReactNode;
}

const SecondStepSheet = ({ state, children }: SheetProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const { become, refresh, problem } = useSession();
	const [wrong, setWrong] = useState(false);
	const [passedAt, setPassedAt] = useState<string>();
	const second = passedAt !== undefined ? { passedAt } : wrong ? 'wrong' : 'due';

	return (
		<>
			<EnvelopeHead
				line={<Address address={state.address} />}
				progress={{ step: 2, passwordAt: state.passwordAt, second }}
			/>
			<div className="stack">
				{passedAt !== undefined && problem ? (
					<Unreachable text={say(problem)} retry={t('shell.retry')} onRetry={() => void refresh()} />
				) : (
					children({
						state,
						onChallenge: (challenge) => {
							setWrong(false);
							become({ ...state, challenge });
						},
						onFault: setWrong,
						onPassed: async () => {
							setPassedAt(new Date(serverNow()).toISOString());
							// The new state leads on; nothing waits for the postmark to dry.
							await refresh();
						},
					})
				)}
				<p className="unseen" role="status">
					{passedAt !== undefined && t('signIn.passed')}
				</p>
			</div>
			<DifferentAccount />
		</>
	);
};

/** What the pages of the second step share: the envelope, the verification under way, and where it leads. */
export const SecondStep = ({ children }: Pick<SheetProps, 'children'>) => {
	const { state } = useSession();
	const [query] = useSearchParams();
	const passwordAt = useRef<string>(undefined);
	const recovered = useRef(false);
	if (state?.state === 'awaiting-second-factor') {
		passwordAt.current = state.passwordAt;
		recovered.current = state.challenge.kind === 'recovery';
		return <SecondStepSheet state={state}>{children}</SecondStepSheet>;
	}
	if (state === undefined) return null;
	const next = nextPath(query.get('next'));
	// Who comes back to this page later has been asked already.
	if (passwordAt.current === undefined) return <Navigate replace to={placeOf(state, next)} />;
	const left = { passwordAt: passwordAt.current, ...(recovered.current && ({ recovered: true } satisfies Recovered)) };
	return <Navigate replace to={placeAfterSecondStep(state, next)} state={left} />;
};
