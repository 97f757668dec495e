import type { EnrolmentView } from '@mailward/shared/contract/enrolments.ts';
import { serverNow } from '../api/server-clock.ts';
import { factors } from '../factors/registry.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { useClock, usePassed } from '../ui/use-clock.ts';
import type { Wizard } from './use-wizard.ts';

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

/** What to connect with, renewed in place when its time is over. */
export const ConnectStep = ({ wizard, enrolment }: { wizard: Wizard; enrolment: EnrolmentView }) => {
	const { kind, account, beginning, pathOf } = wizard;
	const { t } = useWords();
	const say = useProblemWords();
	const until = Date.parse(enrolment.expiresAt);
	const expired = usePassed(serverNow, until);
	if (!kind) return null;
	const { SetUp } = factors[kind];
	return (
		<>
			<SetUp
				step="connect"
				prompt={enrolment.prompt}
				account={account.address}
				timeLeft={!expired && <TimeLeft until={until} />}
				expired={
					expired ? (
						<>
							<p role="status">
								<b>{t('enrolments.expired')}</b>
							</p>
							<Button manner="go" busy={beginning.busy} onClick={() => beginning.run()}>
								{t('enrolments.renew')}
							</Button>
						</>
					) : undefined
				}
			/>
			{beginning.problem && (
				<Note tone="error">
					<p>{say(beginning.problem)}</p>
				</Note>
			)}
			<Ends>
				<ButtonLink to={pathOf('intro')}>
					<Icon name="back" small />
					{t('enrolments.back')}
				</ButtonLink>
				{!expired && (
					<ButtonLink to={pathOf('test')} manner="go">
						{t('enrolments.next')}
					</ButtonLink>
				)}
			</Ends>
		</>
	);
};
