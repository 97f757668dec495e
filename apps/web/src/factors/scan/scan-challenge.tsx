import { useEffect, useRef } from 'react';
import { useWords } from '../../locales/words.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import type { ChallengeProps } from '../factor.ts';
import type { ScanApp } from './scan-app.ts';
import { ScanCode } from './scan-code.tsx';

interface ScanChallengeProps
	extends Pick<ChallengeProps<'wechat'>, 'prompt' | 'submit' | 'busy' | 'problem' | 'now' | 'renewal'> {
	readonly app: ScanApp;
}

/** Goes on by itself once the phone has confirmed: whoever confirmed there has said all there is to say. */
export const ScanChallenge = ({ app, prompt, submit, busy, problem, now, renewal }: ScanChallengeProps) => {
	const { t } = useWords();
	const sent = useRef<string>(undefined);
	const { state, url } = prompt;
	useEffect(() => {
		if (state !== 'confirmed' || sent.current === url) return;
		sent.current = url;
		submit({ scanned: true });
	}, [state, url, submit]);
	return (
		<ScanCode
			app={app}
			prompt={prompt}
			now={now}
			renewal={renewal}
			confirmed={
				problem ? (
					<div className="stack">
						<Note tone="error">
							<p>{problem.text}</p>
						</Note>
						<Button manner="go" wide busy={busy} onClick={() => submit({ scanned: true })}>
							{t('factors.scan.retry')}
						</Button>
					</div>
				) : (
					<p className="muted">{t('factors.scan.goingOn')}</p>
				)
			}
		/>
	);
};
