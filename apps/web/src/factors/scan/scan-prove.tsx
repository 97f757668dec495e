import type { ScanPrompt } from '@mailward/shared/factors/scan-prompts.ts';
import { useWords } from '../../locales/words.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import type { ProveProps } from '../factor.ts';
import { NumberForm } from './number-form.tsx';
import type { ScanApp } from './scan-app.ts';
import { ScanCode } from './scan-code.tsx';

const nameOf = (phone: ScanPrompt['phone']): string => [phone?.name, phone?.system].filter(Boolean).join(' · ');

interface ScanProveProps
	extends Pick<ProveProps<'wechat'>, 'prompt' | 'submit' | 'busy' | 'problem' | 'now' | 'renewal'> {
	readonly app: ScanApp;
}

/**
 * Which phone has confirmed, and the word that it is the right one. It needs no name: what the platform calls its person
 * tells it from others.
 */
export const ScanProve = ({ app, prompt, submit, busy, problem, now, renewal }: ScanProveProps) => {
	const { t } = useWords();
	const phone = nameOf(prompt.phone);
	const numbered = prompt.phone?.showsNumber === true;
	const another = (
		<Button busy={renewal.busy} onClick={renewal.run}>
			{t('factors.scan.renew')}
		</Button>
	);
	return (
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
							onNumber={(number) => submit({ scanned: true, number })}
							busy={busy}
							problem={problem}
							below={another}
						/>
					) : (
						<>
							{problem && (
								<Note tone="error">
									<p>{problem.text}</p>
								</Note>
							)}
							<div className="row">
								<Button manner="go" busy={busy} onClick={() => submit({ scanned: true })}>
									{t('factors.scan.finish')}
								</Button>
								{another}
							</div>
						</>
					)}
				</div>
			}
		/>
	);
};
