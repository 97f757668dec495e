import type { ChallengeView } from '@mailward/shared/contract/challenges.ts';
import { useEffect, useRef, useState } from 'react';
import { call } from '../api/call.ts';
import { useAct } from '../api/use-act.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import type { InsideWords } from '../locales/vocabulary.ts';
import { useWords } from '../locales/words.tsx';
import { useSession } from '../session/session.tsx';
import { AnswerForm } from '../ui/answer-form.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogEnds } from '../ui/dialog.tsx';
import { PasswordField } from '../ui/field.tsx';
import { ChallengePanel } from './challenge-panel.tsx';
import { LastResort } from './last-resort.tsx';
import { isShut } from './obstacle.ts';
import { OtherMethods } from './other-methods.tsx';
import { StartChallenge } from './start-challenge.tsx';
import { useStarting } from './use-starting.ts';

/** What is about to be done. */
export type Purpose = keyof InsideWords['challenges']['confirm']['to'];

interface ConfirmProps {
	readonly to: Purpose;
	readonly onConfirmed: () => void;
	readonly onClose: () => void;
}

/** Takes the focus where one method follows another: what had it is gone. */
const MethodTitle = ({ text, chosen }: { text: string; chosen: boolean }) => {
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => {
		if (chosen) heading.current?.focus();
	}, [chosen]);
	return (
		<h3 ref={heading} tabIndex={-1}>
			{text}
		</h3>
	);
};

const ByFactor = ({ onConfirmed }: Pick<ConfirmProps, 'onConfirmed'>) => {
	const { t } = useWords();
	const [challenge, setChallenge] = useState<ChallengeView>();
	const starting = useStarting(setChallenge);
	const [stuck, setStuck] = useState<string>();
	if (!challenge) return <StartChallenge onChallenge={setChallenge} />;
	return (
		<>
			<MethodTitle
				key={challenge.kind}
				text={t(`factors.${challenge.kind}.challenge.title`)}
				chosen={starting.asked !== undefined}
			/>
			<ChallengePanel
				key={challenge.id}
				challenge={challenge}
				starting={starting}
				onPassed={async () => onConfirmed()}
				onStuck={() => setStuck(challenge.id)}
			/>
			<OtherMethods
				key={`other than ${challenge.kind}`}
				challenge={challenge}
				confirming
				open={isShut(challenge) || stuck === challenge.id}
				onChoose={starting.run}
			>
				<li>
					<LastResort />
				</li>
			</OtherMethods>
		</>
	);
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
		<AnswerForm
			action={t('challenges.confirm.submit')}
			busy={confirming.busy}
			onSend={() => {
				setEmpty(password === '' ? {} : undefined);
				if (password !== '') confirming.run();
			}}
			problem={problem && !wrong ? say(problem) : undefined}
		>
			<PasswordField
				label={t('challenges.confirm.password')}
				show={t('signIn.show')}
				hide={t('signIn.hide')}
				autoComplete="current-password"
				value={password}
				onValue={setPassword}
				problem={fault}
			/>
		</AnswerForm>
	);
};

/** "Confirm it's you": by a method where one is set up, else by the web password. */
export const ConfirmDialog = ({ to, onConfirmed, onClose }: ConfirmProps) => {
	const { t } = useWords();
	const { state } = useSession();
	const byFactor = state?.state === 'signed-in' && state.twoFactor;
	return (
		<Dialog title={t('challenges.confirm.title')} onClose={onClose}>
			<div className="stack">
				<p className="muted small">{t(`challenges.confirm.to.${to}`)}</p>
				{byFactor ? <ByFactor onConfirmed={onConfirmed} /> : <ByPassword onConfirmed={onConfirmed} />}
			</div>
			<DialogEnds>
				<Button onClick={onClose}>{t('shell.cancel')}</Button>
			</DialogEnds>
		</Dialog>
	);
};
