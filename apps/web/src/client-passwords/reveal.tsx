import type { CreatedClientPassword } from '@mailward/shared/contract/client-passwords.ts';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useWords } from '../locales/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogEnds } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { useCopy } from '../ui/use-copy.ts';
import { AppGuide } from './app-guide.tsx';
import { LiveVerdict } from './live-check.tsx';
import { Ticket } from './ticket.tsx';
import type { LiveState } from './use-live-check.ts';
import './reveal.css';

interface RevealProps {
	readonly created: CreatedClientPassword;
	readonly live: LiveState;
	/** All groups of it have just been typed: what matters now is whether it works. */
	readonly typed: boolean;
	/** The person has the password elsewhere already. */
	readonly taken: boolean;
	readonly onTaken: () => void;
	readonly onTyping: () => void;
}

/** On these phones nothing can be pasted where the password belongs. */
const cannotPaste = ({ app }: CreatedClientPassword) => app === 'huawei';

/** The secret as a strip of stamps, and the guide to where it belongs. It stays until its person says that they are done. */
export const Reveal = ({ created, live, typed, taken, onTaken, onTyping }: RevealProps) => {
	const { t } = useWords();
	const navigate = useNavigate();
	const secret = useRef<HTMLElement>(null);
	const { outcome, copy } = useCopy(created.secret, secret);
	const [asking, setAsking] = useState(false);
	const [asked, setAsked] = useState(false);

	const leave = () => void navigate('/security/client-passwords');
	const done = () => {
		if (taken || asked || outcome === 'copied') leave();
		else {
			setAsking(true);
			setAsked(true);
		}
	};

	const typedIn = cannotPaste(created);
	const typing = (
		<Button manner={typedIn ? 'go' : 'plain'} onClick={onTyping}>
			<Icon name="keys" small />
			{t('clientPasswords.reveal.typing')}
		</Button>
	);

	return (
		<>
			<div className="page-head">
				<div>
					<p className="small muted">{t('clientPasswords.kicker')}</p>
					<StepTitle step={t('clientPasswords.reveal.title', { name: created.name })} />
				</div>
				<div className="done-beside">
					<Button onClick={done}>{t('clientPasswords.reveal.done')}</Button>
				</div>
			</div>
			<p className="unseen" role="status">
				{t('clientPasswords.reveal.ready')}
			</p>
			<div className="reveal">
				<Ticket created={created} secretRef={secret} onCopied={onTaken} />
				<div>
					{typedIn && (
						<p className="no-paste">
							<b>{t('clientPasswords.reveal.noPaste')}</b> {t('clientPasswords.reveal.onePhone')}
						</p>
					)}
					<div className="row">
						{typedIn && typing}
						<Button manner={typedIn ? 'plain' : 'go'} onClick={copy}>
							<Icon name={outcome === 'copied' ? 'check' : 'copy'} small />
							{t('clientPasswords.reveal.copy')}
						</Button>
						{!typedIn && typing}
						<span role="status">{outcome === 'copied' && t('clientPasswords.reveal.copied')}</span>
					</div>
					<p className="small">
						<b>{t('clientPasswords.reveal.once')}</b> <span className="muted">{t('clientPasswords.reveal.form')}</span>
					</p>
				</div>
			</div>
			{outcome === 'refused' && (
				<Note tone="error">
					<p>{t('clientPasswords.reveal.copyFailed')}</p>
				</Note>
			)}
			<AppGuide
				password={created}
				check={(rank) => <LiveVerdict password={created} live={live} rank={rank} arriving={typed} />}
			/>
			<div className="done-below">
				<Button wide onClick={done}>
					{t('clientPasswords.reveal.done')}
				</Button>
			</div>
			{asking && (
				<Dialog title={t('clientPasswords.leave.title')} onClose={() => setAsking(false)}>
					<p>{t('clientPasswords.leave.text')}</p>
					<DialogEnds>
						<Button onClick={leave}>{t('clientPasswords.leave.close')}</Button>
						<Button manner="go" onClick={() => setAsking(false)}>
							{t('clientPasswords.leave.stay')}
						</Button>
					</DialogEnds>
				</Dialog>
			)}
		</>
	);
};
