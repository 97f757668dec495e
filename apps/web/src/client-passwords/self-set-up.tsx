import type { ClientPasswordView } from '@mailward/shared/contract/client-passwords.ts';
import type { ProfileApp } from '@mailward/shared/mail-apps.ts';
import { useEffect } from 'react';
import { useForget } from '../api/read.tsx';
import { useFollowing } from '../api/use-following.ts';
import { useWords } from '../locales/words.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { LinkWaiting, type LinkWaitingProps } from './link-waiting.tsx';
import { LiveCheck } from './live-check.tsx';
import './new-page.css';

const Fetched = ({ app, password }: { app: ProfileApp; password: ClientPasswordView }) => {
	const { t } = useWords();
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
					<LiveCheck key={password.id} password={password} rank={2} byProfile />
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
	if (news?.state === 'fetched') return <Fetched app={waiting.app} password={news.clientPassword} />;
	return <LinkWaiting {...waiting} over={news?.state === 'expired' || over !== undefined} />;
};
