import type { LiveCheck as Check, ClientPasswordView } from '@mailward/shared/contract/client-passwords.ts';
import { useState } from 'react';
import { serverNow } from '../api/server-clock.ts';
import { useFollowing } from '../api/use-following.ts';
import { inSentence, shortAppName } from '../clients/short-app-name.ts';
import { useWords } from '../locales/words.tsx';
import { MisstruckRing, Postmark, Ring } from '../ui/postmark.tsx';
import { type Leg, legWords, type Side } from './leg-words.ts';
import './live-check.css';

/** The postmark of the sign-in, the place for it, or a slipped stamp. */
const Mark = ({ leg, title, fresh }: { leg: Leg; title: string; fresh: boolean }) => {
	const { t, times } = useWords();
	if (leg.state === 'waiting') return <Ring text="…" label={t('liveCheck.waitingMark')} />;
	if (leg.state === 'refused') return <MisstruckRing label={title} />;
	const today = times.until(leg.at, serverNow()) === times.clock(leg.at);
	const time = today ? times.clock(leg.at) : times.postmark(leg.at).day;
	return (
		<Postmark
			fresh={fresh}
			main={time}
			low={t(`clientPasswords.protocols.${leg.protocol}`)}
			label={t('liveCheck.passedMark', { time })}
		/>
	);
};

interface HalfProps {
	readonly side: Side;
	readonly leg: Leg;
	readonly app: ClientPasswordView['app'];
	readonly byProfile: boolean;
}

const Half = ({ side, leg, app, byProfile }: HalfProps) => {
	const { t, times, language } = useWords();
	const [first] = useState(leg.state);
	const kind = inSentence(shortAppName(app, t), language);
	const { title, text } = legWords(side, leg, { t, times, now: serverNow(), kind, byProfile });
	return (
		<div className={leg.state === 'refused' ? 'half refused' : 'half'}>
			<Mark leg={leg} title={title} fresh={first !== 'passed'} />
			<p>
				<b>{title}</b>
				<small>{text}</small>
			</p>
		</div>
	);
};

const sides = ['incoming', 'outgoing'] as const satisfies readonly Side[];

/** What is there to wait for before the server has said. */
const expected = (protocols: ClientPasswordView['protocols']): Check => ({
	incoming: protocols.includes('imap') || protocols.includes('pop3') ? { state: 'waiting' } : null,
	outgoing: protocols.includes('submission') ? { state: 'waiting' } : null,
});

interface LiveCheckProps {
	readonly password: Pick<ClientPasswordView, 'id' | 'app' | 'protocols'>;
	/** The heading's rank: 3 in a guide, 2 where the page's own stands above. */
	readonly rank?: 2 | 3;
	/** The device has its settings from a profile. */
	readonly byProfile?: boolean;
}

/** Whether a mail app has signed in with this very password, as it happens. Give it the password's id as its `key`. */
export const LiveCheck = ({ password, rank = 3, byProfile = false }: LiveCheckProps) => {
	const { t } = useWords();
	const Heading = `h${rank}` as const;
	const { news, over } = useFollowing('/api/client-passwords/{id}', password.id, true);
	const check = news ?? expected(password.protocols);
	return (
		<section className="live-check">
			<Heading>{t('liveCheck.title')}</Heading>
			<div role="status">
				{sides.map((side) => {
					const leg = check[side];
					// Anew with the first news: what was so before is not struck this moment.
					return (
						leg && (
							<Half
								key={`${side}${news === undefined}`}
								side={side}
								leg={leg}
								app={password.app}
								byProfile={byProfile}
							/>
						)
					);
				})}
				{over && <p className="small muted">{t('liveCheck.unknown')}</p>}
			</div>
		</section>
	);
};
