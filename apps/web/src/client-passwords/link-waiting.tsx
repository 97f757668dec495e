import type { ProfileApp } from '@mailward/shared/mail-apps.ts';
import { lazy, type ReactNode, Suspense, useRef } from 'react';
import { Link as PageLink } from 'react-router-dom';
import type { Answer } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';
import { serverNow } from '../api/server-clock.ts';
import { QrPlace } from '../factors/qr-place.tsx';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { thisDevice } from '../profile/apple-device.ts';
import { openedHere } from '../profile/opened-here.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { Icon } from '../ui/icon.tsx';
import { Instructions } from '../ui/instructions.tsx';
import { Note } from '../ui/note.tsx';
import { Ring } from '../ui/postmark.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { useClock, usePassed } from '../ui/use-clock.ts';
import { useCopy } from '../ui/use-copy.ts';
import './link-waiting.css';

// The library that draws it is no small part of these pages, and only Apple devices need it.
const QrCode = lazy(() => import('../factors/qr-code.tsx').then((module) => ({ default: module.QrCode })));

type Link = Answer<'POST /api/apple-profiles'>;

export interface LinkWaitingProps {
	readonly app: ProfileApp;
	/** `undefined` after a reload: a link that leads to a password is kept nowhere. */
	readonly link: Link | undefined;
	/** The server says that it cannot be used any more. */
	readonly over: boolean;
	readonly busy: boolean;
	readonly problem: Problem | undefined;
	readonly onRenew: () => void;
}

const TimeLeft = ({ until }: { until: number }) => {
	const { t, times } = useWords();
	const time = useClock(serverNow, until);
	return (
		<figcaption>
			<Icon name="clock" small />
			<span role="timer" aria-live="off">
				{t('selfSetUp.left', { left: times.duration((until - time) / 1000) })}
			</span>
		</figcaption>
	);
};

/** What stands in the place of a code that is of no use, and the way to a new one. */
const NoCode = ({ children, busy, onRenew }: Pick<LinkWaitingProps, 'busy' | 'onRenew'> & { children: ReactNode }) => {
	const { t } = useWords();
	return (
		<QrPlace>
			<p role="status">{children}</p>
			<Button manner="go" busy={busy} onClick={onRenew}>
				{t('selfSetUp.renew')}
			</Button>
		</QrPlace>
	);
};

/** The link in letters, for a Mac, which scans nothing. */
const LinkText = ({ url }: { url: string }) => {
	const { t } = useWords();
	const text = useRef<HTMLElement>(null);
	const { outcome, copy } = useCopy(url, text);
	return (
		<div className="link-text tight">
			<code ref={text} className="mono small">
				{url}
			</code>
			<Button onClick={copy}>
				<Icon name={outcome === 'copied' ? 'check' : 'copy'} small />
				{t('selfSetUp.copy')}
			</Button>
			<p className="unseen" role="status">
				{outcome === 'copied' && t('clientPasswords.reveal.copied')}
			</p>
			{outcome === 'refused' && <p role="alert">{t('selfSetUp.copyFailed')}</p>}
		</div>
	);
};

/** The link in the form that the device can take, for as long as it is good. */
const Code = ({ app, link, over, busy, onRenew }: Omit<LinkWaitingProps, 'problem'>) => {
	const { t } = useWords();
	const until = link ? Date.parse(link.expiresAt) : 0;
	const late = usePassed(serverNow, until);
	if (over || (link && late)) {
		return (
			<NoCode busy={busy} onRenew={onRenew}>
				<b>{t('selfSetUp.expired')}</b>
			</NoCode>
		);
	}
	if (!link) {
		return (
			<NoCode busy={busy} onRenew={onRenew}>
				<small>{t('selfSetUp.used')}</small>
			</NoCode>
		);
	}
	return (
		<>
			{app === 'iphone' ? (
				<Suspense fallback={<QrPlace />}>
					<QrCode value={link.url} label={t('selfSetUp.image')} />
				</Suspense>
			) : (
				<LinkText url={link.url} />
			)}
			<TimeLeft until={until} />
		</>
	);
};

/** A device on which this very page is open needs to scan nothing. */
const OpenHere = ({ app, url }: { app: ProfileApp; url: string }) => {
	const { t } = useWords();
	return (
		<section className="open-here">
			<h2>{t(`selfSetUp.here.${app}`)}</h2>
			<PageLink className="button go wide" to={new URL(url).pathname} state={openedHere}>
				{t(`selfSetUp.open.${app}`)}
			</PageLink>
		</section>
	);
};

/** The devices that each app is on, as this browser knows them. */
const homes = { iphone: ['iphone', 'inside-app'], 'mac-mail': ['mac'] } as const;

/** The link, as a code for the device's camera and as a button where this is the device. */
export const LinkWaiting = ({ app, link, over, busy, problem, onRenew }: LinkWaitingProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const device = thisDevice();
	const here = link !== undefined && !over && homes[app].some((home) => home === device);
	return (
		<div className="one-thing">
			<Sheet>
				<p className="small muted">{t('selfSetUp.kicker')}</p>
				<StepTitle step={t(`selfSetUp.title.${app}`)} />
				<p className="muted">{t('selfSetUp.lead')}</p>
				{problem && (
					<Note tone="error">
						<p>{say(problem)}</p>
					</Note>
				)}
				{here && <OpenHere app={app} url={link.url} />}
				{here && <h2 className="elsewhere">{t('selfSetUp.elsewhere')}</h2>}
				<div className={app === 'iphone' ? 'link-code' : 'link-code in-letters'}>
					<figure>
						<Code app={app} link={link} over={over} busy={busy} onRenew={onRenew} />
					</figure>
					<div className="stack">
						<Instructions>
							<li>{t(app === 'iphone' ? 'selfSetUp.step1' : 'selfSetUp.step1Mac')}</li>
							<li>{t(app === 'iphone' ? 'selfSetUp.step2' : 'selfSetUp.step2Mac')}</li>
							<li>{t('selfSetUp.step3')}</li>
						</Instructions>
						{!over && (
							<p className="link-state" role="status">
								<Ring text="" />
								<span>{t('selfSetUp.waiting')}</span>
							</p>
						)}
					</div>
				</div>
				<Ends>
					<ButtonLink to="/security/client-passwords">{t('clientPasswords.gone.list')}</ButtonLink>
					<ButtonLink to={`/security/client-passwords/new/${app}?way=by-hand`}>{t('selfSetUp.byHand')}</ButtonLink>
				</Ends>
			</Sheet>
		</div>
	);
};
