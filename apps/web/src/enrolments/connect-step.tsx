import { Suspense } from 'react';
import { serverNow } from '../api/server-clock.ts';
import type { StepWords } from '../factors/factor.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { useClock, usePassed } from '../ui/use-clock.ts';
import { Waiting } from '../ui/waiting.tsx';
import type { OwnEnrolment, Wizard } from './use-wizard.ts';

/** Seen each second; those who listen hear its start with the page and its end from the note that takes its place. */
const TimeLeft = ({ until }: { until: number }) => {
	const { t, times } = useWords();
	const now = useClock(serverNow, until);
	return (
		<>
			<Icon name="clock" small />
			<span role="timer" aria-live="off">
				{t('enrolments.expiresIn', { left: times.duration((until - now) / 1000) })}
			</span>
		</>
	);
};

interface ConnectStepProps {
	readonly wizard: Wizard;
	readonly step: StepWords;
	readonly enrolment: OwnEnrolment;
}

/** What to connect with, renewed in place when its time is over. */
export const ConnectStep = ({ wizard, step, enrolment }: ConnectStepProps) => {
	const { faces, account, firstOfShared, beginning, steps, pathOf } = wizard;
	const { t } = useWords();
	const say = useProblemWords();
	const until = Date.parse(enrolment.expiresAt);
	const expired = usePassed(serverNow, until);
	const { Connect } = faces;
	const at = steps.indexOf(step.name);
	if (!Connect) return null;
	return (
		<>
			<Suspense fallback={<Waiting text={t('shell.loading')} />}>
				<Connect
					prompt={enrolment.prompt}
					account={account.address}
					shared={firstOfShared}
					timeLeft={!expired && <TimeLeft until={until} />}
					renewal={expired ? { run: () => beginning.run(), busy: beginning.busy } : undefined}
				/>
			</Suspense>
			{beginning.problem && (
				<Note tone="error">
					<p>{say(beginning.problem)}</p>
				</Note>
			)}
			<Ends>
				<ButtonLink to={pathOf(steps[at - 1] ?? 'intro')}>
					<Icon name="back" small />
					{t('enrolments.back')}
				</ButtonLink>
				{!expired && step.next && (
					<ButtonLink to={pathOf(steps[at + 1] ?? 'done')} manner="go">
						{t(step.next)}
					</ButtonLink>
				)}
			</Ends>
		</>
	);
};
