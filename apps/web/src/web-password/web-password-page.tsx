import { useState } from 'react';
import { useRead } from '../api/read.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { useAccountSession } from '../session/use-account.ts';
import { HelpDeskLine } from '../site/help-desk-line.tsx';
import { Note } from '../ui/note.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { ChangeForm } from './change-form.tsx';
import './web-password-page.css';

/** Another authority keeps it: the way there, or who knows it. */
const Elsewhere = ({ url }: { url: string }) => {
	const { t } = useWords();
	return (
		<Sheet>
			<div className="stack">
				<h2>{t('webPassword.elsewhere.title')}</h2>
				<p>{t('webPassword.elsewhere.text')}</p>
				{url ? (
					<a className="button go" href={url}>
						{t('webPassword.elsewhere.open')}
					</a>
				) : (
					<p>
						{t('webPassword.elsewhere.ask')} <HelpDeskLine />
					</p>
				)}
			</div>
		</Sheet>
	);
};

const Changed = () => {
	const { t } = useWords();
	const session = useAccountSession();
	// With two-factor on, no mail app uses it.
	const mail = session.state === 'signed-in' && !session.twoFactor;
	return (
		<Note tone="plain" takesFocus>
			<p>
				<b>{t('webPassword.done.title')}</b>
			</p>
			<p>{t('webPassword.done.text')}</p>
			{mail && <p>{t('webPassword.done.mail')}</p>}
		</Note>
	);
};

/** Changing the web password, or where it is changed. */
const WebPasswordPage = () => {
	const { t } = useWords();
	const say = useProblemWords();
	const session = useAccountSession();
	const { data, problem, again } = useRead('GET /api/web-password');
	const [changed, setChanged] = useState(0);
	const twoFactor = session.state === 'signed-in' && session.twoFactor;
	return (
		<>
			<div className="page-head">
				<div>
					<StepTitle step={t('webPassword.title')} />
					<p className="muted">{t(twoFactor ? 'webPassword.lead' : 'webPassword.leadAlone')}</p>
				</div>
			</div>
			{changed > 0 && <Changed key={changed} />}
			{problem && <Unreachable text={say(problem)} retry={t('shell.retry')} onRetry={again} />}
			{!problem && !data && <Waiting text={t('shell.loading')} />}
			{data && !data.keptHere && <Elsewhere url={data.url} />}
			{data?.keptHere && (
				<Sheet>
					<div className="stack">
						<h2>{t('webPassword.change')}</h2>
						{/* Anew after each change, empty. */}
						<ChangeForm key={changed} onChanged={() => setChanged(changed + 1)} />
					</div>
				</Sheet>
			)}
		</>
	);
};

export default WebPasswordPage;
