import type { ClientPasswordView } from '@mailward/shared/contract/client-passwords.ts';
import type { ProfileApp } from '@mailward/shared/mail-apps.ts';
import { useEffect } from 'react';
import { useForget } from '../api/read.tsx';
import { useFollowing } from '../api/use-following.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { Note } from '../ui/note.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { LinkWaiting, type LinkWaitingProps } from './link-waiting.tsx';
import { LiveVerdict } from './live-check.tsx';
import { anyPassed, useLiveCheck } from './use-live-check.ts';
import './new-page.css';

interface FetchedProps extends Pick<LinkWaitingProps, 'busy' | 'problem' | 'onRenew'> {
	readonly app: ProfileApp;
	readonly password: ClientPasswordView;
}

const Fetched = ({ app, password, busy, problem, onRenew }: FetchedProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const live = useLiveCheck(password);
	const forget = useForget();
	// biome-ignore lint/correctness/useExhaustiveDependencies: once, for there is one password more
	useEffect(() => void forget('GET /api/client-passwords'), []);
	return (
		<div className="one-thing">
			<Sheet>
				<div className="stack">
					<StepTitle step={t('selfSetUp.fetched.title')} />
					<p>{t('selfSetUp.fetched.text')}</p>
					<p>{t(`selfSetUp.fetched.${app}`)}</p>
					<p className="small muted">{t('selfSetUp.fetched.remove')}</p>
					<LiveVerdict password={password} live={live} rank={2} byProfile />
					{!anyPassed(live.check) && (
						<div className="small tight">
							{problem && (
								<Note tone="error">
									<p>{say(problem)}</p>
								</Note>
							)}
							<p>
								<b>{t('selfSetUp.fetched.nothing')}</b> <span className="muted">{t('selfSetUp.fetched.instead')}</span>
							</p>
							<Button compact busy={busy} onClick={onRenew}>
								{t('selfSetUp.renew')}
							</Button>
						</div>
					)}
					<Ends>
						<ButtonLink to="/security/client-passwords" manner="go">
							{t('clientPasswords.reveal.done')}
						</ButtonLink>
					</Ends>
				</div>
			</Sheet>
		</div>
	);
};

interface SelfSetUpProps extends Omit<LinkWaitingProps, 'over'> {
	/** Of the link, which this page follows until it has been used. */
	readonly id: string;
}

/** A device sets itself up by a link: shown until it has been opened there, then whether mail works. */
export const SelfSetUp = ({ id, ...waiting }: SelfSetUpProps) => {
	const { news, over } = useFollowing('/api/apple-profiles/{id}', id, true);
	if (news?.state === 'fetched') {
		const { app, busy, problem, onRenew } = waiting;
		return (
			<Fetched
				key={news.clientPassword.id}
				app={app}
				password={news.clientPassword}
				busy={busy}
				problem={problem}
				onRenew={onRenew}
			/>
		);
	}
	return <LinkWaiting {...waiting} over={news?.state === 'expired' || over !== undefined} />;
};
