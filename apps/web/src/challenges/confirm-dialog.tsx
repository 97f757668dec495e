import type { ChallengeView } from '@mailward/shared/contract/challenges.ts';
import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import { useAct } from '../api/use-act.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useSession } from '../session/session.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogEnds } from '../ui/dialog.tsx';
import { PasswordField } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { ChallengePanel } from './challenge-panel.tsx';
import { obstacleOf } from './obstacle.ts';
import { ObstacleNote } from './obstacle-note.tsx';

interface ConfirmProps {
	readonly onConfirmed: () => void;
	readonly onClose: () => void;
}

const ByFactor = ({ onConfirmed }: Pick<ConfirmProps, 'onConfirmed'>) => {
	const { t } = useWords();
	const say = useProblemWords();
	const [challenge, setChallenge] = useState<ChallengeView>();
	const starting = useAct(async () => setChallenge(await call('POST /api/challenges', { body: {} })));
	const { run } = starting;
	// biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, when the dialog opens; `run` ignores what is under way
	useEffect(run, []);

	if (challenge) {
		return <ChallengePanel challenge={challenge} onChallenge={setChallenge} onPassed={async () => onConfirmed()} />;
	}
	const obstacle = obstacleOf(starting.problem);
	if (obstacle) return <ObstacleNote obstacle={obstacle} busy={starting.busy} onAgain={run} />;
	if (starting.problem) {
		return <Unreachable text={say(starting.problem)} retry={t('shell.retry')} onRetry={run} />;
	}
	return <Waiting text={t('shell.loading')} />;
};

const ByPassword = ({ onConfirmed }: Pick<ConfirmProps, 'onConfirmed'>) => {
	const { t } = useWords();
	const say = useProblemWords();
	const [password, setPassword] = useState('');
	const [empty, setEmpty] = useState<object>();
	const confirming = useAct(async () => {
		await call('POST /api/re-verification/password', { body: { password } });
		onConfirmed();
	});
	const { problem } = confirming;
	const wrong = problem?.code === 'password.rejected';
	const fault = empty
		? { text: t('forms.password.empty'), cause: empty }
		: problem && wrong
			? { text: say(problem), cause: problem }
			: undefined;
	return (
		<form
			className="stack"
			method="post"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				setEmpty(password === '' ? {} : undefined);
				if (password !== '') confirming.run();
			}}
		>
			{problem && !wrong && (
				<Note tone="error">
					<p>{say(problem)}</p>
				</Note>
			)}
			<PasswordField
				label={t('challenges.confirm.password')}
				show={t('signIn.show')}
				hide={t('signIn.hide')}
				autoComplete="current-password"
				value={password}
				onValue={setPassword}
				problem={fault}
			/>
			<Button type="submit" manner="go" wide busy={confirming.busy}>
				{t('challenges.confirm.submit')}
			</Button>
		</form>
	);
};

/** "Confirm it's you": by a method where one is set up, else by the web password. */
export const ConfirmDialog = ({ onConfirmed, onClose }: ConfirmProps) => {
	const { t } = useWords();
	const { state } = useSession();
	const byFactor = state?.state === 'signed-in' && state.twoFactor;
	return (
		<Dialog title={t('challenges.confirm.title')} onClose={onClose}>
			<div className="stack">
				<p className="muted small">{t('challenges.confirm.text')}</p>
				{byFactor ? <ByFactor onConfirmed={onConfirmed} /> : <ByPassword onConfirmed={onConfirmed} />}
			</div>
			<DialogEnds>
				<Button onClick={onClose}>{t('shell.cancel')}</Button>
			</DialogEnds>
		</Dialog>
	);
};
