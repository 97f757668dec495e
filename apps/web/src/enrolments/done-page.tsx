import { useEffect } from 'react';
import { Navigate, useLocation, useParams, useSearchParams } from 'react-router-dom';
import { useRead } from '../api/read.tsx';
import { serverNow } from '../api/server-clock.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { nextPath } from '../session/next-path.ts';
import { useSession } from '../session/session.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { LargePostmark } from '../ui/large-postmark.tsx';
import { Note } from '../ui/note.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { WizardFrame } from './wizard-frame.tsx';
import './done-page.css';

/** The first method turns two-factor on; after that there is only more of the same. */
type Achieved = 'on' | 'replaced' | 'added';

const titles = {
	on: 'enrolments.done.title',
	replaced: 'enrolments.done.replaced',
	added: 'enrolments.done.added',
} as const satisfies Record<Achieved, string>;

const Done = ({ achieved, setUpAt }: { achieved: Achieved; setUpAt: string }) => {
	const { t, times } = useWords();
	const [query] = useSearchParams();
	const goingTo = nextPath(query.get('next'));
	const first = achieved === 'on';
	return (
		<WizardFrame step="done" title={t(titles[achieved])} due={false} replacing={false}>
			<div className="enrolment-done">
				<div className="stack">
					<p role="status">{t('enrolments.done.text')}</p>
					{first && <p className="muted">{t('enrolments.done.spare')}</p>}
					{first && (
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
	const { kind } = useParams();
	const [query] = useSearchParams();
	const location = useLocation();
	const arriving = location.state !== null;
	useEffect(() => {
		if (arriving) void refresh();
	}, [arriving, refresh]);

	if (state?.state !== 'signed-in') {
		// The test has just been passed and the session that says so is on its way; anybody else has a set-up to do first.
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
	return <Achievement kind={kind} replaced={query.has('replaces')} />;
};

const Achievement = ({ kind, replaced }: { kind: string | undefined; replaced: boolean }) => {
	const { t } = useWords();
	const say = useProblemWords();
	const { data, problem, again } = useRead('GET /api/methods');
	if (problem)
		return <Unreachable title={t('shell.unreachable')} text={say(problem)} retry={t('shell.retry')} onRetry={again} />;
	if (!data) return <Waiting text={t('shell.loading')} />;
	const newest = data.methods.filter((method) => method.kind === kind).at(-1);
	if (!newest) return <Navigate replace to={`/security/methods/${kind}/set-up`} />;
	const achieved = replaced ? 'replaced' : data.methods.length > 1 ? 'added' : 'on';
	return <Done achieved={achieved} setUpAt={replaced ? new Date(serverNow()).toISOString() : newest.createdAt} />;
};

export default DonePage;
