import { type ReactNode, useRef } from 'react';
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
import { useEveryTongue } from './use-every-tongue.ts';
import './invitation-code.css';

interface CopyingProps {
	readonly copying: ReturnType<typeof useCopy>;
	/** The one that is meant to be pressed. */
	readonly main?: boolean;
	readonly children: ReactNode;
}

/** A button that copies, and beside it the word that it has. */
const Copying = ({ copying: { outcome, copy }, main = false, children }: CopyingProps) => {
	const { t } = useWords();
	const copied = outcome === 'copied';
	return (
		<>
			<Button manner={main ? 'go' : 'plain'} onClick={copy}>
				<Icon name={copied ? 'check' : 'copy'} small />
				{children}
			</Button>
			<span role="status">{copied && t('people.code.copied')}</span>
		</>
	);
};

interface InvitationCodeProps {
	readonly invitation: Answer<'POST /api/people'>;
	readonly onDone: () => void;
}

/** The one time that the code is seen, with what the invited person does with it. It stays until its reader is done. */
export const InvitationCode = ({ invitation, onDone }: InvitationCodeProps) => {
	const { t, times } = useWords();
	const tongues = useEveryTongue();
	const { account } = useAccountSession();
	const { name, code, expiresAt } = invitation;
	const element = useRef<HTMLElement>(null);
	const whole = invitationText(tongues, {
		address: account.address,
		page: location.origin,
		code,
		expiresAt,
	});
	const copyingAll = useCopy(whole, element);
	const copyingCode = useCopy(code, element);
	const refused = [copyingAll.outcome, copyingCode.outcome].includes('refused');
	return (
		<Sheet>
			<div className="stack">
				<StepTitle step={t('people.code.title', { name })} />
				<div className="invitation-code">
					<p>
						<span className="unseen">{t('people.code.label')}</span>
						<code ref={element}>{code}</code>
					</p>
					<div className="invitation-copying">
						<Copying main copying={copyingAll}>
							{t('people.code.copyAll')}
						</Copying>
						<Copying copying={copyingCode}>{t('people.code.copy')}</Copying>
					</div>
				</div>
				{refused && (
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
