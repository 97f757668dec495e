import type { MethodKind } from '@mailward/shared/factors/kinds.ts';
import { useEffect } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router-dom';
import { useRead } from '../api/read.tsx';
import { serverNow } from '../api/server-clock.ts';
import { isSingle, toMethodKind } from '../factors/registry.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { nextPath } from '../session/next-path.ts';
import { useSession } from '../session/session.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { LargePostmark } from '../ui/large-postmark.tsx';
import { Note } from '../ui/note.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { usePassage } from './passage.ts';
import { type Step, stepsOf } from './paths.ts';
import { WizardFrame } from './wizard-frame.tsx';
import './done-page.css';

/** The first method turns two-factor on; after that there is only more of the same. */
type Achieved = 'on' | 'joined' | 'replaced' | 'added' | 'first';

interface DoneProps {
	readonly kind: MethodKind;
	readonly steps: readonly Step[];
	readonly achieved: Achieved;
	readonly setUpAt: string;
	/** Others use the mailbox too, and can do so from now on only if they are invited. */
	readonly shared: boolean;
}

const Done = ({ kind, steps, achieved, setUpAt, shared }: DoneProps) => {
	const { t, times } = useWords();
	const [query] = useSearchParams();
	const goingTo = nextPath(query.get('next'));
	const on = achieved === 'on';
	const first = on || achieved === 'joined';
	const deed = (): string => {
		if (on) return t('enrolments.done.title');
		if (achieved === 'replaced') return t(`factors.${kind}.done.replaced`);
		return achieved === 'added' && !isSingle(kind) ? t(`factors.${kind}.done.added`) : t(`factors.${kind}.done.first`);
	};
	return (
		<WizardFrame steps={steps} step="done" title={deed()}>
			<div className="enrolment-done">
				<div className="stack">
					<p role="status">{t(`factors.${kind}.done.text`)}</p>
					{achieved === 'joined' && <p>{t('enrolments.done.ownMail')}</p>}
					{on && (
						<Note tone="warning" announce={false}>
							<p>
								<b>{t('enrolments.done.mailTitle')}</b>
							</p>
							<p>{t('enrolments.done.mailText')}</p>
						</Note>
					)}
				</div>
				<LargePostmark
					fresh
					top={t('enrolments.done.mark')}
					low={t('enrolments.done.markLow')}
					date={times.postmark(setUpAt).whole}
					label={t('overview.markLabel', { day: times.day(setUpAt) })}
				/>
			</div>
			<Ends>
				<ButtonLink to={goingTo ?? '/security'} manner={first ? 'plain' : 'go'}>
					{goingTo ? t('enrolments.done.goOn') : t('enrolments.done.later')}
				</ButtonLink>
				{on && shared && <ButtonLink to="/security/people">{t('enrolments.done.invite')}</ButtonLink>}
				{first && (
					<ButtonLink to="/security/client-passwords/new" manner="go">
						{t('enrolments.done.make')}
					</ButtonLink>
				)}
			</Ends>
		</WizardFrame>
	);
};

/** It counts from now on, and what that changes for the mail apps. */
const DonePage = () => {
	const { state, problem, refresh } = useSession();
	const { t } = useWords();
	const say = useProblemWords();
	const passage = usePassage();
	const arriving = passage !== undefined;
	useEffect(() => {
		if (arriving) void refresh();
	}, [arriving, refresh]);

	if (state?.state !== 'signed-in') {
		// The last step has just been passed and the session that says so is on its way; anybody else has a set-up to do first.
		if (!arriving) return <Navigate replace to="/set-up" />;
		return problem ? (
			<Unreachable
				title={t('shell.unreachable')}
				text={say(problem)}
				retry={t('shell.retry')}
				onRetry={() => void refresh()}
			/>
		) : (
			<Waiting text={t('shell.loading')} />
		);
	}
	return <Achievement shared={state.account.kind === 'shared'} />;
};

const Achievement = ({ shared }: Pick<DoneProps, 'shared'>) => {
	const { t } = useWords();
	const say = useProblemWords();
	const passage = usePassage();
	const [query] = useSearchParams();
	const named = toMethodKind(useParams().kind) ?? passage?.kind ?? undefined;
	const replaced = query.get('replaces');
	const { data, problem, again } = useRead('GET /api/methods');
	if (problem)
		return <Unreachable title={t('shell.unreachable')} text={say(problem)} retry={t('shell.retry')} onRetry={again} />;
	if (!data) return <Waiting text={t('shell.loading')} />;
	const own = data.methods.filter(({ kind }) => named === undefined || kind === named);
	const newest = own.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)).at(-1);
	if (!newest) return <Navigate replace to="/security" />;
	const { kind } = newest;
	const achieved = (): Achieved => {
		if (replaced !== null) return 'replaced';
		if (passage?.reason === 'invited') return 'joined';
		// Who starts anew with the help desk's code had two-factor on all along.
		if (data.methods.length === 1 && passage?.reason !== 'reset') return 'on';
		return own.length === 1 ? 'first' : 'added';
	};
	return (
		<Done
			kind={kind}
			steps={stepsOf(kind, passage?.recovery === true)}
			achieved={achieved()}
			shared={shared}
			setUpAt={replaced !== null ? new Date(serverNow()).toISOString() : newest.createdAt}
		/>
	);
};

export default DonePage;
