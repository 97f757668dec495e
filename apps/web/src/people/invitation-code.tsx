import { useRef } from 'react';
import type { Answer } from '../api/call.ts';
import { serverNow } from '../api/server-clock.ts';
import { useWords } from '../locales/words.tsx';
import { useAccountSession } from '../session/use-account.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { useCopy } from '../ui/use-copy.ts';
import { invitationText } from './invitation-text.ts';
import './invitation-code.css';

interface InvitationCodeProps {
	readonly invitation: Answer<'POST /api/people'>;
	readonly onDone: () => void;
}

/** The one time that the code is seen, with what the invited person does with it. It stays until its reader is done. */
export const InvitationCode = ({ invitation, onDone }: InvitationCodeProps) => {
	const { t, times } = useWords();
	const { account } = useAccountSession();
	const { name, code, expiresAt } = invitation;
	const element = useRef<HTMLElement>(null);
	const whole = invitationText(t, {
		address: account.address,
		page: location.origin,
		code,
		until: times.exact(expiresAt),
	});
	const copyingAll = useCopy(whole, element);
	const copyingCode = useCopy(code, element);
	const outcomes = [copyingAll.outcome, copyingCode.outcome];
	return (
		<Sheet>
			<div className="stack">
				<StepTitle step={t('people.code.title', { name })} />
				<div className="invitation-code">
					<p>
						<span className="unseen">{t('people.code.label')}</span>
						<code ref={element}>{code}</code>
					</p>
					<Button manner="go" onClick={copyingAll.copy}>
						<Icon name={copyingAll.outcome === 'copied' ? 'check' : 'copy'} small />
						{t('people.code.copyAll')}
					</Button>
					<Button onClick={copyingCode.copy}>
						<Icon name={copyingCode.outcome === 'copied' ? 'check' : 'copy'} small />
						{t('people.code.copy')}
					</Button>
					<span role="status">{outcomes.includes('copied') && t('people.code.copied')}</span>
				</div>
				{outcomes.includes('refused') && (
					<Note tone="error">
						<p>{t('people.code.copyFailed')}</p>
					</Note>
				)}
				<p className="small">{t('people.code.once', { time: times.until(expiresAt, serverNow()) })}</p>
				<div>
					<h2>{t('people.code.how', { name })}</h2>
					<ol className="invitation-steps">
						<li>{t('people.code.step1', { address: account.address })}</li>
						<li>{t('people.code.step2')}</li>
						<li>{t('people.code.step3')}</li>
					</ol>
				</div>
				<Button onClick={onDone}>{t('people.code.done')}</Button>
			</div>
		</Sheet>
	);
};
