import { useEffect, useState } from 'react';
import { Navigate, useLocation, useNavigate, useParams } from 'react-router-dom';
import { useForget, useRead } from '../api/read.tsx';
import { toMethodKind } from '../factors/registry.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useSession } from '../session/session.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { type Passage, usePassage } from './passage.ts';
import { type Step, stepsOf } from './paths.ts';
import { RecoveryCodesStep } from './recovery-codes-step.tsx';
import { WizardFrame } from './wizard-frame.tsx';

/** What is left for somebody whose method was set up at another time. */
const whatIsLeft: readonly Step[] = ['recovery', 'done'];

/** The codes, with the progress of the set-up they belong to. `done` is where it ends. */
const Codes = ({ passage, done }: { passage: Passage | undefined; done: string }) => {
	const { t } = useWords();
	const navigate = useNavigate();
	const forget = useForget();
	const kind = passage?.kind ?? null;
	return (
		<WizardFrame steps={kind ? stepsOf(kind, true) : whatIsLeft} step="recovery" title={t('enrolments.recovery.title')}>
			<RecoveryCodesStep
				onSaved={async () => {
					const passed: Passage = { kind, recovery: true, reason: passage?.reason ?? null };
					await navigate(done, { replace: true, state: passed });
					await forget('GET /api/methods');
				}}
			/>
		</WizardFrame>
	);
};

/** The last step of a set-up that is due, whichever method it was. */
const WhileDue = () => {
	const { state, problem, refresh } = useSession();
	const { t } = useWords();
	const say = useProblemWords();
	const { search } = useLocation();
	const passage = usePassage();
	const [asked, setAsked] = useState(false);
	const arriving = passage !== undefined;
	useEffect(() => {
		// Who comes from the test has a new session, which this page has not heard of.
		if (arriving) void refresh().then(() => setAsked(true));
	}, [arriving, refresh]);

	if (state?.state === 'signed-in') return <Navigate replace to={`/set-up/done${search}`} state={passage ?? null} />;
	if (state?.state !== 'awaiting-set-up') return null;
	if (state.remaining === 'recovery-codes') return <Codes passage={passage} done={`/set-up/done${search}`} />;
	if (arriving && problem) {
		return (
			<Unreachable
				title={t('shell.unreachable')}
				text={say(problem)}
				retry={t('shell.retry')}
				onRetry={() => void refresh()}
			/>
		);
	}
	return arriving && !asked ? <Waiting text={t('shell.loading')} /> : <Navigate replace to={`/set-up${search}`} />;
};

/** The last step of a set-up from the security pages, for those who have no codes yet. */
const FromInside = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const { refresh } = useSession();
	const { search } = useLocation();
	const kind = toMethodKind(useParams().kind);
	const passage = usePassage();
	const { data, problem, again } = useRead('GET /api/methods');
	const arriving = passage !== undefined;
	useEffect(() => {
		if (arriving) void refresh();
	}, [arriving, refresh]);

	if (!kind) return <Navigate replace to="/security/methods" />;
	// Who has codes makes new ones where they are kept, and is asked first.
	if (!arriving && data && (data.recovery || data.methods.length === 0)) {
		return <Navigate replace to="/security/recovery-codes" />;
	}
	if (!arriving && problem) {
		return <Unreachable title={t('shell.unreachable')} text={say(problem)} retry={t('shell.retry')} onRetry={again} />;
	}
	if (!arriving && !data) return <Waiting text={t('shell.loading')} />;
	return <Codes passage={passage} done={`/security/methods/${kind}/set-up/done${search}`} />;
};

/** Ten recovery codes, at the end of the first set-up. */
const RecoveryPage = ({ due = false }: { due?: boolean }) => (due ? <WhileDue /> : <FromInside />);

export default RecoveryPage;
