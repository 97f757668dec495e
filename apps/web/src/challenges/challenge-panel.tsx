import type { ChallengeView } from '@mailward/shared/contract/challenges.ts';
import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import { Suspense } from 'react';
import { call } from '../api/call.ts';
import { problemOf } from '../api/problem.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAct } from '../api/use-act.ts';
import type { Answer } from '../factors/factor.ts';
import { factors } from '../factors/registry.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Note } from '../ui/note.tsx';
import { usePassed } from '../ui/use-clock.ts';
import { Waiting } from '../ui/waiting.tsx';
import { findsFault, type Obstacle, obstacleIn, obstacleOf } from './obstacle.ts';
import { ObstacleNote } from './obstacle-note.tsx';
import { OtherMethods } from './other-methods.tsx';

interface ChallengePanelProps {
	readonly challenge: ChallengeView;
	/** Another challenge takes its place: the same method again, or another one. */
	readonly onChallenge: (challenge: ChallengeView) => void;
	/** The answer was right; the panel stays busy until this is done. */
	readonly onPassed: () => Promise<void>;
	/** True after a wrong answer, false again with the next try. */
	readonly onFault?: (fault: boolean) => void;
}

/** One verification, wherever it is asked for: the face of its method, what stands in its way, and the other methods. */
export const ChallengePanel = ({ challenge, onChallenge, onPassed, onFault }: ChallengePanelProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const expired = usePassed(serverNow, Date.parse(challenge.expiresAt));

	const answering = useAct(async (answer: Answer) => {
		onFault?.(false);
		try {
			await call('POST /api/challenges/{id}/answer', { params: { id: challenge.id }, body: answer });
		} catch (thrown) {
			onFault?.(problemOf(thrown).code === 'factor.code_rejected');
			throw thrown;
		}
		await onPassed();
	});
	const starting = useAct(async (kind: FactorKind) => {
		onChallenge(await call('POST /api/challenges', { body: { kind } }));
		answering.forget();
	});

	const started: Obstacle | undefined = expired ? { what: 'over', code: 'challenge.expired' } : obstacleIn(challenge);
	const obstacle = obstacleOf(starting.problem) ?? obstacleOf(answering.problem) ?? started;
	const { Challenge } = factors[challenge.kind];
	const fault = answering.problem;

	return (
		<>
			{starting.problem && !obstacleOf(starting.problem) && (
				<Note tone="error">
					<p>{say(starting.problem)}</p>
				</Note>
			)}
			{obstacle ? (
				<ObstacleNote obstacle={obstacle} busy={starting.busy} onAgain={() => starting.run(challenge.kind)} />
			) : (
				<Suspense fallback={<Waiting text={t('shell.loading')} />}>
					<Challenge
						prompt={challenge.prompt}
						submit={answering.run}
						busy={answering.busy}
						problem={fault && { text: say(fault), cause: fault, wrong: findsFault(fault) }}
					/>
				</Suspense>
			)}
			<OtherMethods challenge={challenge} onChoose={starting.run} />
		</>
	);
};
