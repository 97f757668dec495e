import type { ScanPrompt } from '@mailward/shared/factors/scan-prompts.ts';
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import type { PlainKey } from '../../locales/translate.ts';
import { useWords } from '../../locales/words.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Instructions } from '../../ui/instructions.tsx';
import { Note } from '../../ui/note.tsx';
import { PassedRing, Ring } from '../../ui/postmark.tsx';
import { RefusedRing } from '../../ui/refused-ring.tsx';
import { useClock, usePassed } from '../../ui/use-clock.ts';
import { useNarrow } from '../../ui/use-narrow.ts';
import type { Renewal } from '../factor.ts';
import { QrPlace } from '../qr-place.tsx';
import { isInside, OnThisDevice } from './on-this-device.tsx';
import type { ScanApp } from './scan-app.ts';
import { stageOf } from './stage.ts';
import './scan-code.css';

// The library that draws it is no small part of all this, and only this method and setting up ask for it.
const QrCode = lazy(() => import('../qr-code.tsx').then((module) => ({ default: module.QrCode })));

interface ScanCodeProps {
	readonly app: ScanApp;
	readonly prompt: ScanPrompt;
	readonly now: () => number;
	readonly renewal: Renewal & { readonly done: boolean };
	/** What follows once the phone has confirmed. */
	readonly confirmed: ReactNode;
}

const TimeLeft = ({ until, now }: { until: number; now: () => number }) => {
	const { t, times } = useWords();
	const time = useClock(now, until);
	return (
		<>
			<Icon name="clock" small />
			<span role="timer" aria-live="off">
				{t('factors.scan.expiresIn', { left: times.duration((until - time) / 1000) })}
			</span>
		</>
	);
};

type Stage = ScanPrompt['state'];

/** What each is called. */
const stateWords = {
	waiting: 'factors.scan.state.waiting',
	opened: 'factors.scan.state.opened',
	confirmed: 'factors.scan.state.confirmed',
	denied: 'factors.scan.denied.title',
	expired: 'factors.scan.expired',
} as const satisfies Record<Stage, PlainKey>;

/** The code, or what stands in its place once nobody can scan it any more. */
const Place = ({ app, prompt, renewal, stage }: Omit<ScanCodeProps, 'confirmed' | 'now'> & { stage: Stage }) => {
	const { t } = useWords();
	switch (stage) {
		case 'confirmed':
			return (
				<QrPlace>
					<PassedRing />
					<p role="status">
						<b>{t(stateWords[stage])}</b>
					</p>
				</QrPlace>
			);
		case 'denied':
		case 'expired':
			return (
				<QrPlace>
					{stage === 'denied' && <RefusedRing />}
					<p role="status">
						<b>{t(stateWords[stage])}</b>
					</p>
					<Button manner="go" busy={renewal.busy} onClick={renewal.run}>
						{t('factors.scan.renew')}
					</Button>
				</QrPlace>
			);
		default:
			return (
				<Suspense fallback={<QrPlace />}>
					<QrCode value={prompt.url} label={t('factors.scan.image', { kind: t(`factors.${app.kind}.name`) })} />
				</Suspense>
			);
	}
};

const Steps = ({ app }: Pick<ScanCodeProps, 'app'>) => {
	const { t } = useWords();
	const kind = t(`factors.${app.kind}.name`);
	return (
		<Instructions>
			<li>
				{t('factors.scan.step1', { kind })}
				<span className="scan-logo" style={{ color: app.colour }}>
					<Icon name={app.kind} />
				</span>
			</li>
			<li>{t('factors.scan.step2')}</li>
			<li>{t('factors.scan.step3')}</li>
		</Instructions>
	);
};

const Denied = () => {
	const { t } = useWords();
	return (
		<>
			<p>{t('factors.scan.denied.text')}</p>
			<p>{t('factors.scan.denied.warning')}</p>
		</>
	);
};

/** A QR code that a phone scans, and what becomes of it. The same for setting up and for signing in. */
export const ScanCode = ({ app, prompt, now, renewal, confirmed }: ScanCodeProps) => {
	const { t } = useWords();
	const narrow = useNarrow();
	const figure = useRef<HTMLElement>(null);
	const until = Date.parse(prompt.expiresAt);
	const stage = stageOf(prompt, usePassed(now, until));
	const open = stage === 'waiting' || stage === 'opened';
	const kind = t(`factors.${app.kind}.name`);
	const here = open && (narrow || isInside(app));
	const renewed = renewal.done;
	useEffect(() => {
		if (renewed) figure.current?.focus({ preventScroll: true });
	}, [renewed]);

	const state = open && (
		<>
			<p className={stage === 'opened' ? 'scan-state here' : 'scan-state'} role="status">
				<Ring text="" here={stage === 'opened'} />
				<span>{t(stateWords[stage])}</span>
			</p>
			{prompt.problem && (
				<Note tone="warning">
					<p>{t(`factors.scan.problem.${prompt.problem}`, { kind })}</p>
				</Note>
			)}
		</>
	);
	return (
		<div className="scan">
			{/* In sight of whoever comes back from the app. */}
			{here && <div className="scan-words">{state}</div>}
			{here && <OnThisDevice app={app} url={prompt.url} />}
			<section>
				{here && (
					<div className="scan-elsewhere">
						<h2>{t('factors.scan.elsewhere.title', { kind })}</h2>
						<p>{t('factors.scan.elsewhere.text')}</p>
					</div>
				)}
				<div className="scan-body">
					<figure ref={figure} tabIndex={-1}>
						<Place app={app} prompt={prompt} renewal={renewal} stage={stage} />
						{open && (
							<figcaption>
								<TimeLeft until={until} now={now} />
							</figcaption>
						)}
					</figure>
					<div className="scan-words">
						{open && <Steps app={app} />}
						{!here && state}
						{stage === 'denied' && <Denied />}
						{stage === 'confirmed' && confirmed}
					</div>
				</div>
			</section>
		</div>
	);
};
