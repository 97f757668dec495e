import type { ChallengeView } from '@mailward/shared/contract/challenges.ts';
import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import { useEffect } from 'react';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { obstacleOf } from './obstacle.ts';
import { ObstacleNote } from './obstacle-note.tsx';
import { useStarting } from './use-starting.ts';

interface StartChallengeProps {
	/** The one to show first where none is named. */
	readonly kind?: FactorKind | undefined;
	readonly onChallenge: (challenge: ChallengeView) => unknown;
}

/** What stands where a verification is about to: it asks for one as soon as it is shown. */
export const StartChallenge = ({ kind, onChallenge }: StartChallengeProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const { run, problem, busy } = useStarting(onChallenge);
	const start = () => run(kind);
	// biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, when it is shown; `run` ignores what is under way
	useEffect(start, []);

	const obstacle = obstacleOf(problem);
	if (obstacle) return <ObstacleNote obstacle={obstacle} busy={busy} onAgain={start} />;
	if (problem) return <Unreachable text={say(problem)} retry={t('shell.retry')} onRetry={start} />;
	return <Waiting text={t('shell.loading')} />;
};
