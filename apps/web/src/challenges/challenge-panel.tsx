import type { ChallengeAnswer, ChallengeView } from '@mailward/shared/contract/challenges.ts';
import { Suspense, useState } from 'react';
import { call } from '../api/call.ts';
import { problemOf } from '../api/problem.ts';
import { serverNow } from '../api/server-clock.ts';
import { useAct } from '../api/use-act.ts';
import { useFollowing } from '../api/use-following.ts';
import { namesShown } from '../factors/names-shown.ts';
import { challengeFace, isElsewhere } from '../factors/registry.ts';
import { useMethodProblemWords } from '../locales/use-method-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Note } from '../ui/note.tsx';
import { usePassed } from '../ui/use-clock.ts';
import { Waiting } from '../ui/waiting.tsx';
import { findsFault, isStuck, isWrong, type Obstacle, obstacleIn, obstacleOf } from './obstacle.ts';
import { ObstacleNote } from './obstacle-note.tsx';
import type { Starting } from './use-starting.ts';

interface ChallengePanelProps {
	readonly challenge: ChallengeView;
	readonly starting: Starting;
	/** It is not known yet which of several people it is, so not all of what could answer is theirs. */
	readonly anybodys?: boolean;
	/** The answer was right; the panel stays busy until this is done. */
	readonly onPassed: () => Promise<void>;
	/** True after a wrong answer, false again with the next try. */
	readonly onFault?: (fault: boolean) => void;
	/** This method does not get on at present, or not here; there may be others. */
	readonly onStuck?: () => void;
}

/**
 * One verification, wherever it is asked for: the face of its method, or what stands in its way. Give it the challenge's
 * id as `key`: what was said of one answer is not said of another challenge's.
 */
export const ChallengePanel = (props: ChallengePanelProps) => {
	const { challenge, starting, anybodys = false, onPassed, onFault, onStuck } = props;
	const { t } = useWords();
	const say = useMethodProblemWords(challenge.kind);
	const { id, kind } = challenge;
	const params = { id };
	const expired = usePassed(serverNow, Date.parse(challenge.expiresAt));

	// Then there is nothing left to follow.
	const [passed, setPassed] = useState(false);
	const answering = useAct(async (answer: ChallengeAnswer) => {
		onFault?.(false);
		try {
			await call('POST /api/challenges/{id}/answer', { params, body: answer });
		} catch (thrown) {
			onFault?.(isWrong(problemOf(thrown)));
			throw thrown;
		}
		setPassed(true);
		await onPassed();
	});

	const started: Obstacle | undefined = expired ? { what: 'over', code: 'challenge.expired' } : obstacleIn(challenge);
	const waits = isElsewhere(kind) && !started && !answering.busy && !passed;
	const following = useFollowing('/api/challenges/{id}', id, waits);
	const sending = useAct(async (number: string) => {
		// What was said of a code before is not said of the one to come.
		answering.forget();
		try {
			const sent = await call('POST /api/challenges/{id}/message', { params, body: { number } });
			if (sent.kind === 'sms') following.take({ kind: 'sms', prompt: sent.prompt });
			await starting.take(sent);
		} catch (thrown) {
			if (isStuck(problemOf(thrown))) onStuck?.();
			throw thrown;
		}
	});

	// That another method cannot be started does not stand in the way of this one.
	const again = starting.asked === kind ? obstacleOf(starting.problem) : undefined;
	const obstacle =
		again ?? obstacleOf(answering.problem) ?? obstacleOf(sending.problem) ?? obstacleOf(following.over) ?? started;
	const Challenge = challengeFace(kind);
	const fault = answering.problem;
	const unsent = sending.problem;
	const method = challenge.methods.find((each) => each.kind === kind);
	// The only one needs no name to be told apart by.
	const told = method && !anybodys && (method.names.length > 1 || method.names[0] !== '');
	const names = told ? namesShown(method.kind, method.names, t) : [];

	return (
		<>
			{starting.problem && !again && (
				<Note tone="error">
					<p>{say(starting.problem)}</p>
				</Note>
			)}
			{obstacle ? (
				<ObstacleNote
					obstacle={obstacle}
					// An act has led to it, and what was pressed for that is gone.
					takesFocus={obstacle !== started}
					busy={starting.busy}
					onAgain={() => starting.again(kind)}
				/>
			) : (
				<Suspense fallback={<Waiting text={t('shell.loading')} />}>
					<Challenge
						prompt={following.news?.prompt ?? challenge.prompt}
						names={names}
						onElsewhere={onStuck}
						submit={answering.run}
						busy={answering.busy}
						problem={fault && { text: say(fault), cause: fault, wrong: findsFault(fault) }}
						now={serverNow}
						sending={{
							run: sending.run,
							busy: sending.busy,
							problem: unsent && { text: say(unsent), cause: unsent, wrong: false },
						}}
						renewal={{ run: () => starting.again(kind), busy: starting.busy, done: starting.renewed }}
					/>
				</Suspense>
			)}
		</>
	);
};
