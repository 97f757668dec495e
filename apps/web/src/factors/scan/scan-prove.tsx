import type { ScanPrompt } from '@mailward/shared/factors/scan-prompts.ts';
import { useId } from 'react';
import { useWords } from '../../locales/words.tsx';
import { Button } from '../../ui/button.tsx';
import { Ends } from '../../ui/ends.tsx';
import { Note } from '../../ui/note.tsx';
import { usePassed } from '../../ui/use-clock.ts';
import type { ProveProps } from '../factor.ts';
import { NumberForm } from './number-form.tsx';
import type { ScanApp } from './scan-app.ts';
import { ScanCode } from './scan-code.tsx';
import { stageOf } from './stage.ts';

const nameOf = (phone: ScanPrompt['phone']): string => [phone?.name, phone?.system].filter(Boolean).join(' · ');

interface ScanProveProps
	extends Pick<ProveProps<'wechat'>, 'prompt' | 'submit' | 'busy' | 'problem' | 'now' | 'renewal' | 'back'> {
	readonly app: ScanApp;
}

/**
 * Which phone has confirmed, and the word that it is the right one. It needs no name: what the platform calls its person
 * tells it from others.
 */
export const ScanProve = ({ app, prompt, submit, busy, problem, now, renewal, back }: ScanProveProps) => {
	const { t } = useWords();
	const phone = nameOf(prompt.phone);
	const numbered = prompt.phone?.showsNumber === true;
	const number = useId();
	const confirmed = stageOf(prompt, usePassed(now, Date.parse(prompt.expiresAt))) === 'confirmed';
	return (
		<>
			<ScanCode
				app={app}
				prompt={prompt}
				now={now}
				renewal={renewal}
				confirmed={
					<div className="stack">
						<div className="tight">
							{phone !== '' && (
								<p>
									<b>{t('factors.scan.by', { phone })}</b>
								</p>
							)}
							{!numbered && <p className="muted">{t('factors.scan.finishText')}</p>}
						</div>
						{numbered ? (
							<NumberForm
								id={number}
								onNumber={(typed) => submit({ scanned: true, number: typed })}
								busy={busy}
								problem={problem}
							/>
						) : (
							problem && (
								<Note tone="error">
									<p>{problem.text}</p>
								</Note>
							)
						)}
						<Button busy={renewal.busy} onClick={renewal.run}>
							{t('factors.scan.renew')}
						</Button>
					</div>
				}
			/>
			<Ends>
				{back}
				{confirmed && (
					<Button
						manner="go"
						busy={busy}
						// The form of the number is above, beside the code.
						{...(numbered ? { type: 'submit', form: number } : { onClick: () => submit({ scanned: true }) })}
					>
						{t('factors.scan.finish')}
					</Button>
				)}
			</Ends>
		</>
	);
};
