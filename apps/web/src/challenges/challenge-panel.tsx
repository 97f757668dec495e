import type { ChallengeAnswer, ChallengeView } from '@mailward/shared/contract/challenges.ts';
import { call } from '../api/call.ts';
import { problemOf } from '../api/problem.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAct } from '../api/use-act.ts';
import { challengeFace } from '../factors/registry.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Note } from '../ui/note.tsx';
import { usePassed } from '../ui/use-clock.ts';
import { findsFault, isWrong, type Obstacle, obstacleIn, obstacleOf } from './obstacle.ts';
import { ObstacleNote } from './obstacle-note.tsx';
import type { Starting } from './use-starting.ts';

interface ChallengePanelProps {
	readonly challenge: ChallengeView;
	readonly starting: Starting;
	/** The answer was right; the panel stays busy until this is done. */
	readonly onPassed: () => Promise<void>;
	/** True after a wrong answer, false again with the next try. */
	readonly onFault?: (fault: boolean) => void;
}

/**
 * One verification, wherever it is asked for: the face of its method, or what stands in its way. Give it the challenge's
 * id as `key`: what was said of one answer is not said of another challenge's.
 */
export const ChallengePanel = ({ challenge, starting, onPassed, onFault }: ChallengePanelProps) => {
	const { t, language } = useWords();
	const say = useProblemWords();
	const expired = usePassed(serverNow, Date.parse(challenge.expiresAt));

	const answering = useAct(async (answer: ChallengeAnswer) => {
		onFault?.(false);
		try {
			await call('POST /api/challenges/{id}/answer', { params: { id: challenge.id }, body: answer });
		} catch (thrown) {
			onFault?.(isWrong(problemOf(thrown)));
			throw thrown;
		}
		await onPassed();
	});

	const started: Obstacle | undefined = expired ? { what: 'over', code: 'challenge.expired' } : obstacleIn(challenge);
	// That another method cannot be started does not stand in the way of this one.
	const again = starting.asked === challenge.kind ? obstacleOf(starting.problem) : undefined;
	const obstacle = again ?? obstacleOf(answering.problem) ?? started;
	const Challenge = challengeFace(challenge.kind);
	const fault = answering.problem;
	const names = challenge.methods.find(({ kind }) => kind === challenge.kind)?.names ?? [];
	const several = names.length > 1 && names.every((name) => name !== '');

	return (
		<>
			{starting.problem && !again && (
				<Note tone="error">
					<p>{say(starting.problem)}</p>
				</Note>
			)}
			{obstacle ? (
				<ObstacleNote obstacle={obstacle} busy={starting.busy} onAgain={() => starting.run(challenge.kind)} />
			) : (
				<>
					{several && (
						<p className="small muted">
							{t('challenges.anyOf', { names: new Intl.ListFormat(language, { type: 'disjunction' }).format(names) })}
						</p>
					)}
					<Challenge
						prompt={challenge.prompt}
						submit={answering.run}
						busy={answering.busy}
						problem={fault && { text: say(fault), cause: fault, wrong: findsFault(fault) }}
					/>
				</>
			)}
		</>
	);
};
