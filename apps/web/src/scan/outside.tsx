import { useRef } from 'react';
import { useParams } from 'react-router-dom';
import { useWords } from '../locales/words.tsx';
import { useSession } from '../session/session.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Ring } from '../ui/postmark.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { useCopy } from '../ui/use-copy.ts';
import { ScanHead } from './scan-head.tsx';
import type { ViewOf } from './views.ts';
import { wayBack } from './way-back.ts';

/** The link of this page, to be opened in the app. `main`: there is no other way in. */
const CopyLink = ({ main }: { main: boolean }) => {
	const { t } = useWords();
	const { ticket = '' } = useParams();
	const link = `${location.origin}/scan/${ticket}`;
	const text = useRef<HTMLElement>(null);
	const { outcome, copy } = useCopy(link, text);
	return (
		<div className="tight">
			<p className="scan-link">
				<span className="small muted">{t('scan.outside.link')}</span>
				<code ref={text} className="mono small">
					{link}
				</code>
			</p>
			<Button manner={main ? 'go' : 'plain'} wide onClick={copy}>
				<Icon name={outcome === 'copied' ? 'check' : 'copy'} small />
				{t(outcome === 'copied' ? 'scan.outside.copied' : 'scan.outside.copy')}
			</Button>
			<p className="unseen" role="status">
				{outcome === 'copied' && t('scan.outside.copied')}
			</p>
			{outcome === 'refused' && <p role="alert">{t('scan.outside.copyFailed')}</p>}
		</div>
	);
};

/** How the link gets into the app that is on the same device as the code, where nothing can be scanned. */
const ByLink = ({ view }: { view: ViewOf<'outside'> }) => {
	const { t } = useWords();
	return (
		<>
			<ol className="scan-how">
				<li>{t('scan.outside.copyFirst')}</li>
				<li>{t(`scan.outside.send.${view.kind}`)}</li>
				<li>{t('scan.outside.tap')}</li>
				{view.here && <li>{t('scan.outside.comeBack')}</li>}
			</ol>
			<CopyLink main={view.here} />
		</>
	);
};

const Here = ({ view }: { view: ViewOf<'outside'> }) => {
	const { t } = useWords();
	const { state } = useSession();
	const { path, label } = wayBack({ kind: view.kind, purpose: undefined, session: state?.state });
	return (
		<>
			<ByLink view={view} />
			<div className="tight">
				<ButtonLink to={path} wide>
					{t(label)}
				</ButtonLink>
				<p className="small muted">{t('scan.outside.rather')}</p>
			</div>
		</>
	);
};

const Elsewhere = ({ view }: { view: ViewOf<'outside'> }) => {
	const { t } = useWords();
	return (
		<>
			<ol className="scan-how">
				<li>{t('scan.outside.scan', { kind: t(`scan.apps.${view.kind}`) })}</li>
				<li>{t('scan.outside.scanAgain')}</li>
			</ol>
			<section className="scan-otherwise stack">
				<h2>{t('scan.outside.or')}</h2>
				<ByLink view={view} />
			</section>
		</>
	);
};

/** Opened by a camera or in a browser. Only in its own app can a platform say who holds the phone. */
export const Outside = ({ view }: { view: ViewOf<'outside'> }) => {
	const { t } = useWords();
	const kind = t(`scan.apps.${view.kind}`);
	return (
		<>
			<ScanHead kind={view.kind}>
				<Ring text="" />
			</ScanHead>
			<div className="stack">
				<StepTitle step={t('scan.outside.title', { kind })} />
				<p className="muted">{t('scan.outside.text', { kind })}</p>
				{view.here ? <Here view={view} /> : <Elsewhere view={view} />}
			</div>
		</>
	);
};
