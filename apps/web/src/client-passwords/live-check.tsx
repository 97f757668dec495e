import type { ClientPasswordView } from '@mailward/shared/contract/client-passwords.ts';
import { useEffect, useRef, useState } from 'react';
import { serverNow } from '../api/server-clock.ts';
import { inSentence, shortAppName } from '../clients/short-app-name.ts';
import { useWords } from '../locales/words.tsx';
import { MisstruckRing, Postmark, Ring } from '../ui/postmark.tsx';
import { type Leg, legWords, type Side } from './leg-words.ts';
import { type Checked, type LiveState, useLiveCheck } from './use-live-check.ts';
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

interface LiveCheckProps {
	readonly password: Checked;
	/** The heading's rank: 3 in a guide, 2 where the page's own stands above. */
	readonly rank?: 2 | 3;
	/** The device has its settings from a profile. */
	readonly byProfile?: boolean;
}

interface LiveVerdictProps extends LiveCheckProps {
	readonly live: LiveState;
	/** It is what its person has come for: the page begins there. */
	readonly arriving?: boolean;
}

/** Both halves with all there is to say of them. */
export const LiveVerdict = ({ password, live, rank = 3, byProfile = false, arriving = false }: LiveVerdictProps) => {
	const { t } = useWords();
	const Heading = `h${rank}` as const;
	const heading = useRef<HTMLHeadingElement>(null);
	const { check, told, over } = live;
	useEffect(() => {
		if (!arriving) return;
		// At once, as every step begins: nothing slides, so there is nothing to keep still for those who ask for that.
		heading.current?.scrollIntoView();
		heading.current?.focus({ preventScroll: true });
	}, [arriving]);
	return (
		<section className="live-check">
			<Heading ref={heading} tabIndex={-1}>
				{t('liveCheck.title')}
			</Heading>
			<div role="status">
				{sides.map((side) => {
					const leg = check[side];
					// Anew with the first news: what was so before is not struck this moment.
					return leg && <Half key={`${side}${told}`} side={side} leg={leg} app={password.app} byProfile={byProfile} />;
				})}
				{over && <p className="small muted">{t('liveCheck.unknown')}</p>}
			</div>
		</section>
	);
};

/** One line for each half, and what to do where one was refused: for a view that is about something else. */
export const LiveLines = ({ password, live }: Pick<LiveVerdictProps, 'password' | 'live'>) => {
	const { t, times, language } = useWords();
	const kind = inSentence(shortAppName(password.app, t), language);
	return (
		<div className="live-lines small" role="status" aria-label={t('liveCheck.title')}>
			{sides.map((side) => {
				const leg = live.check[side];
				if (!leg) return null;
				const { title, text } = legWords(side, leg, { t, times, now: serverNow(), kind, byProfile: false });
				return (
					<p key={side} className={`leg-${leg.state}`}>
						<b>{title}</b>
						{leg.state === 'refused' && <span>{text}</span>}
					</p>
				);
			})}
		</div>
	);
};

/** Whether a mail app has signed in with this very password, as it happens. Give it the password's id as its `key`. */
export const LiveCheck = (props: LiveCheckProps) => <LiveVerdict {...props} live={useLiveCheck(props.password)} />;
