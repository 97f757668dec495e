import { useRef } from 'react';
import { useWords } from '../../locales/words.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Instructions } from '../../ui/instructions.tsx';
import { useCopy } from '../../ui/use-copy.ts';
import type { ScanApp } from './scan-app.ts';

interface OnThisDeviceProps {
	readonly app: ScanApp;
	/** What the QR code says. */
	readonly url: string;
}

/** This page is open in the app's own browser, where its code can be confirmed without being scanned. */
const Inside = ({ app, url }: OnThisDeviceProps) => {
	const { t } = useWords();
	const kind = t(`factors.${app.kind}.name`);
	return (
		<>
			<p>{t('factors.scan.here.inside', { kind })}</p>
			<a className="button go wide" href={url}>
				{t('factors.scan.here.open', { kind })}
			</a>
		</>
	);
};

const Outside = ({ app, url }: OnThisDeviceProps) => {
	const { t } = useWords();
	const link = useRef<HTMLElement>(null);
	const { outcome, copy } = useCopy(url, link);
	const kind = t(`factors.${app.kind}.name`);
	return (
		<>
			<h2>{t('factors.scan.here.title', { kind })}</h2>
			<p>{t('factors.scan.here.text', { kind })}</p>
			<Instructions>
				<li>{t('factors.scan.here.copyFirst')}</li>
				<li>{t(`factors.scan.here.send.${app.kind}`)}</li>
				<li>{t('factors.scan.here.tap')}</li>
				<li>{t('factors.scan.here.comeBack')}</li>
			</Instructions>
			<p className="scan-address">
				<span className="small muted">{t('factors.scan.here.link', { kind })}</span>
				<code ref={link} className="mono small">
					{url}
				</code>
			</p>
			<Button wide onClick={copy}>
				<Icon name={outcome === 'copied' ? 'check' : 'copy'} small />
				{t(outcome === 'copied' ? 'factors.scan.here.copied' : 'factors.scan.here.copy')}
			</Button>
			<p className="unseen" role="status">
				{outcome === 'copied' && t('factors.scan.here.copied')}
			</p>
			{outcome === 'refused' && <p role="alert">{t('factors.scan.here.copyFailed')}</p>}
		</>
	);
};

/** Whether this page is open in the app's own browser. */
export const isInside = ({ agent }: ScanApp): boolean => agent.test(navigator.userAgent);

/** The app may be on the very device that shows the code, which cannot scan its own screen. */
export const OnThisDevice = (props: OnThisDeviceProps) => (
	<section className="scan-here">{isInside(props.app) ? <Inside {...props} /> : <Outside {...props} />}</section>
);
