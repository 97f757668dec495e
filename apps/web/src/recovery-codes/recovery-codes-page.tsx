import type { RecoveryView } from '@mailward/shared/contract/enrolments.ts';
import { fewRecoveryCodes } from '@mailward/shared/factors/recovery.ts';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useForget, useRead } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { RecoveryCodesStep } from '../enrolments/recovery-codes-step.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Tally } from '../ui/tally.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import './recovery-codes-page.css';

/** The last few are warned about, and that there are none all the more. */
const RunningOut = ({ left }: { left: number }) => {
	const { t } = useWords();
	if (left > fewRecoveryCodes) return null;
	const words = left === 0 ? 'gone' : 'few';
	return (
		<Note tone="warning" announce={false}>
			<p>
				<b>{t(`recoveryCodes.${words}.title`)}</b>
			</p>
			<p>{t(`recoveryCodes.${words}.text`)}</p>
		</Note>
	);
};

/** How many are left of those that were made, and since when. */
const Left = ({ recovery, onRenew }: { recovery: RecoveryView; onRenew: () => void }) => {
	const { t, times } = useWords();
	const { left, of, createdAt } = recovery;
	return (
		<Sheet>
			<div className="codes-left">
				<p className="numerals" role="img" aria-label={t('recoveryCodes.leftLabel', { left, of })}>
					<b>{left}</b> / {of}
				</p>
				<Tally used={left} limit={of} />
				<p className="small muted">{t('recoveryCodes.made', { day: times.day(createdAt) })}</p>
			</div>
			<p className="muted codes-keep">{t('recoveryCodes.keep')}</p>
			<Button manner={left > fewRecoveryCodes ? 'plain' : 'go'} onClick={onRenew}>
				{t('recoveryCodes.renew')}
			</Button>
		</Sheet>
	);
};

interface NoneProps {
	readonly twoFactor: boolean;
	readonly onMake: () => void;
}

const None = ({ twoFactor, onMake }: NoneProps) => {
	const { t } = useWords();
	const words = twoFactor ? 'none' : 'noFactor';
	return (
		<Note tone={twoFactor ? 'warning' : 'plain'} announce={false}>
			<p>
				<b>{t(`recoveryCodes.${words}.title`)}</b>
			</p>
			<p>{t(`recoveryCodes.${words}.text`)}</p>
			{twoFactor ? (
				<Button manner="go" onClick={onMake}>
					{t('recoveryCodes.none.act')}
				</Button>
			) : (
				<ButtonLink manner="go" to="/security/methods">
					{t('recoveryCodes.noFactor.act')}
				</ButtonLink>
			)}
		</Note>
	);
};

interface MakingProps {
	/** There are codes already, which stay in force until the new ones are saved. */
	readonly had: boolean;
	/** The set-up under way, once it is. */
	readonly enrolment: string | undefined;
	readonly onSaved: () => Promise<unknown>;
	readonly onKept: () => Promise<unknown>;
}

/** The new codes, until they are said to be saved; or until the person would rather keep the old ones. */
const Making = ({ had, enrolment, onSaved, onKept }: MakingProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const keeping = useAct(async () => {
		if (enrolment !== undefined) await call('DELETE /api/enrolments/{id}', { params: { id: enrolment } });
		await onKept();
	});
	return (
		<>
			<div className="page-head">
				<div>
					<StepTitle key="new" step={t(had ? 'recoveryCodes.newTitle' : 'enrolments.recovery.title')} />
				</div>
				<Button busy={keeping.busy} onClick={() => keeping.run()}>
					{t(had ? 'recoveryCodes.ask.keep' : 'shell.cancel')}
				</Button>
			</div>
			{keeping.problem && (
				<Note tone="error">
					<p>{say(keeping.problem)}</p>
				</Note>
			)}
			<Sheet>
				<RecoveryCodesStep onSaved={onSaved} />
			</Sheet>
		</>
	);
};

/** What stands in when a phone is lost: how many are left, and the way to new ones. */
const RecoveryCodesPage = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const forget = useForget();
	const { data, problem, again } = useRead('GET /api/methods');
	const { data: current } = useRead('GET /api/enrolments/current');
	const [asking, setAsking] = useState(false);
	const [making, setMaking] = useState(false);
	const [saved, setSaved] = useState<'saved' | 'replaced'>();
	const [over, setOver] = useState<string>();
	const underWay = current?.enrolment?.kind === 'recovery' ? current.enrolment.id : undefined;
	const end = async (how: typeof saved) => {
		await forget('GET /api/methods');
		setMaking(false);
		setSaved(how);
		// Told at once: until the server has been asked again this page would take it for one that goes on.
		setOver(underWay);
		await forget('GET /api/enrolments/current');
	};

	// A reload keeps the codes that have been shown and not been said to be saved.
	if (making || (underWay !== undefined && underWay !== over)) {
		const had = data?.recovery != null;
		return (
			<Making
				had={had}
				enrolment={underWay}
				onSaved={() => end(had ? 'replaced' : 'saved')}
				onKept={() => end(undefined)}
			/>
		);
	}
	return (
		<>
			<div className="page-head">
				<div>
					<StepTitle key="left" step={t('recoveryCodes.title')} />
					<p className="muted">{t('recoveryCodes.lead')}</p>
				</div>
			</div>
			{saved && (
				<Note tone="plain" takesFocus>
					<p>{t(`recoveryCodes.${saved}`)}</p>
				</Note>
			)}
			{problem && <Unreachable text={say(problem)} retry={t('shell.retry')} onRetry={again} />}
			{!problem && !data && <Waiting text={t('shell.loading')} />}
			{data?.recovery && <RunningOut left={data.recovery.left} />}
			{data?.recovery && <Left recovery={data.recovery} onRenew={() => setAsking(true)} />}
			{data?.recovery === null && <None twoFactor={data.methods.length > 0} onMake={() => setMaking(true)} />}
			{asking && (
				<AskDialog
					title={t('recoveryCodes.ask.title')}
					keep={t('recoveryCodes.ask.keep')}
					confirm={t('recoveryCodes.ask.confirm')}
					manner="go"
					busy={false}
					problem={undefined}
					onConfirm={() => {
						setAsking(false);
						setSaved(undefined);
						setMaking(true);
					}}
					onClose={() => setAsking(false)}
				>
					<p>{t('recoveryCodes.ask.text')}</p>
				</AskDialog>
			)}
		</>
	);
};

export default RecoveryCodesPage;
