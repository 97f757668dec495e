import { Suspense, useEffect, useRef } from 'react';
import { call } from '../api/call.ts';
import { useForget, useRead } from '../api/read.tsx';
import { serverNow } from '../api/server-clock.ts';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { factors } from '../factors/registry.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useAccountSession } from '../session/use-account.ts';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { usePassed } from '../ui/use-clock.ts';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import './recovery-codes-step.css';

interface RecoveryCodesStepProps {
	/** The codes are in force, and any before them no longer are. The button stays busy until this is done. */
	readonly onSaved: () => Promise<unknown> | undefined;
}

/** A moment that is over, for want of codes whose time could end. */
const long = 0;

/** Makes ten codes when it is first shown, and keeps showing the same ones until they are said to be saved. */
export const RecoveryCodesStep = ({ onSaved }: RecoveryCodesStepProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const { account } = useAccountSession();
	const verified = useVerified();
	const forget = useForget();
	const current = useRead('GET /api/enrolments/current');
	const begun = useRef(false);
	const under = current.data?.enrolment;
	const enrolment = under?.kind === 'recovery' ? under : undefined;

	const saving = useAct(async () => {
		if (!enrolment) return;
		const answer = { params: { id: enrolment.id }, body: { saved: true as const } };
		await verified(() => call('POST /api/enrolments/{id}/answer', answer), 'recoveryCodes');
		await onSaved();
	});
	const beginning = useAct(async () => {
		begun.current = true;
		await verified(() => call('POST /api/enrolments', { body: { kind: 'recovery' } }), 'recoveryCodes');
		await forget('GET /api/enrolments/current');
		// What was said of the codes before is not true of these.
		saving.forget();
	});
	const expired =
		usePassed(serverNow, enrolment ? Date.parse(enrolment.expiresAt) : long) ||
		saving.problem?.code === 'enrolment.expired';

	const missing = current.data !== undefined && enrolment === undefined;
	const { run } = beginning;
	// biome-ignore lint/correctness/useExhaustiveDependencies: made once, when it is known that there are none; `run` ignores what is under way
	useEffect(() => {
		if (missing && !begun.current) run();
	}, [missing]);

	if (current.problem) {
		return <Unreachable text={say(current.problem)} retry={t('shell.retry')} onRetry={current.again} />;
	}
	if (enrolment && !expired) {
		const { Save } = factors.recovery;
		return (
			<div className="recovery-codes-step stack">
				<p>{t('enrolments.recovery.lead')}</p>
				<Suspense fallback={<Waiting text={t('shell.loading')} />}>
					<Save
						prompt={enrolment.prompt}
						account={account.address}
						submit={() => saving.run()}
						busy={saving.busy}
						problem={saving.problem && { text: say(saving.problem), cause: saving.problem, wrong: false }}
					/>
				</Suspense>
			</div>
		);
	}
	// Before they are there, and while those whose time is over are replaced.
	if (beginning.busy || (!enrolment && !begun.current)) return <Waiting text={t('shell.loading')} />;
	return (
		<div className="recovery-codes-step stack">
			<p>{t('enrolments.recovery.lead')}</p>
			{enrolment && (
				<Note tone="warning">
					<p>{t('enrolments.recovery.expired')}</p>
				</Note>
			)}
			{beginning.problem && (
				<Note tone="error">
					<p>{say(beginning.problem)}</p>
				</Note>
			)}
			<Button manner="go" onClick={() => run()}>
				{t(enrolment ? 'enrolments.recovery.again' : 'enrolments.recovery.begin')}
			</Button>
		</div>
	);
};
