import type { MailApp } from '@mailward/shared/mail-apps.ts';
import { Suspense } from 'react';
import { Link } from 'react-router-dom';
import { useWords } from '../locales/words.tsx';
import MailGuide from '../mail-guides/mail-guide.tsx';
import { useSite } from '../site/site.tsx';
import { Icon } from '../ui/icon.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { GuideTiles } from './guide-tiles.tsx';
import { Ladder } from './ladder.tsx';
import { MakePassword } from './make-password.tsx';
import { PrintButton } from './print-button.tsx';

/** The guide of one mail app for somebody who need not be signed in: with an address for example, and all that goes before. */
export const AppPage = ({ app }: { app: MailApp }) => {
	const { t } = useWords();
	const site = useSite();
	const address = `you@${site?.defaultDomain ?? ''}`;
	return (
		<article className="guide-page one-app">
			<div className="page-head">
				<div>
					<p className="small">
						<Link className="guide-back" to="/guide">
							<Icon name="back" small />
							{t('guide.apps.back')}
						</Link>
					</p>
					<StepTitle step={t('guide.apps.page', { app: t(`mailGuides.${app}.name`) })} />
				</div>
				<PrintButton />
			</div>
			<Sheet>
				<section className="guide-first">
					<div>
						<h2>{t('guide.apps.first')}</h2>
						<p className="muted">{t('guide.apps.firstLead')}</p>
					</div>
					<div>
						<MakePassword app={app} />
					</div>
				</section>
			</Sheet>
			<section className="guide-itself">
				<Suspense fallback={<Waiting text={t('shell.loading')} />}>
					<MailGuide app={app} address={address} />
				</Suspense>
				{site && <p className="small muted">{t('guide.apps.example', { address })}</p>}
			</section>
			<Sheet>
				<section className="guide-section">
					<h2>{t('guide.trouble.title')}</h2>
					<p className="muted">{t('guide.trouble.lead')}</p>
					<Ladder />
				</section>
			</Sheet>
			<section className="guide-others">
				<h2>{t('guide.apps.others')}</h2>
				<GuideTiles without={app} />
			</section>
		</article>
	);
};
