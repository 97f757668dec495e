import { mailProtocols } from '@mailward/shared/mail-apps.ts';
import { Suspense, useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { useWords } from '../locales/words.tsx';
import { MailFields } from '../mail-guides/mail-guide.tsx';
import { Marked } from '../mail-guides/marked.tsx';
import { useSite } from '../site/site.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { StepTitle } from '../ui/step-title.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { GuideTiles } from './guide-tiles.tsx';
import { Ladder } from './ladder.tsx';
import { MakePassword } from './make-password.tsx';
import { PrintButton } from './print-button.tsx';
import { Changes, Methods, Usages } from './what-it-is.tsx';

/** The parts of the page, in its order; their names are the anchors. */
const parts = ['what', 'choose', 'methods', 'passwords', 'apps', 'other', 'trouble', 'shared', 'abroad'] as const;

const facts = ['length', 'once', 'limit', 'shared', 'both', 'end'] as const;

const Contents = () => {
	const { t } = useWords();
	return (
		<nav className="guide-contents on-screen" aria-label={t('guide.contents')}>
			<ul>
				{parts.map((part) => (
					<li key={part}>
						<a href={`#${part}`}>{t(`guide.${part}.title`)}</a>
					</li>
				))}
			</ul>
		</nav>
	);
};

const Passwords = () => {
	const { t } = useWords();
	return (
		<Sheet>
			<section className="guide-section" id="passwords">
				<h2>{t('guide.passwords.title')}</h2>
				<p className="muted">{t('guide.passwords.lead')}</p>
				<ul className="guide-facts">
					{facts.map((fact) => (
						<li key={fact}>
							<Marked text={t(`guide.passwords.facts.${fact}`)} />
						</li>
					))}
				</ul>
				<h3>{t('guide.passwords.make')}</h3>
				<MakePassword />
			</section>
		</Sheet>
	);
};

/** For a mail app that has no guide: where both passwords belong. */
const Other = () => {
	const { t } = useWords();
	const site = useSite();
	if (!site) return <Waiting text={t('shell.loading')} />;
	const { mail, defaultDomain } = site;
	const address = `you@${defaultDomain}`;
	return (
		<div className="stack">
			<p>{t('mailGuides.both')}</p>
			<Suspense fallback={<Waiting text={t('shell.loading')} />}>
				<MailFields protocols={mailProtocols} mail={mail} address={address} />
			</Suspense>
		</div>
	);
};

/** Everything there is to know, for those who read before they sign in. */
export const IndexPage = () => {
	const { t, language } = useWords();
	const organisation = useSite()?.organisation[language];
	// The page comes after its address: the browser has looked for the anchor in vain.
	const { key, hash } = useLocation();
	// biome-ignore lint/correctness/useExhaustiveDependencies: anew with each press, also on the same link
	useEffect(() => document.getElementById(hash.slice(1))?.scrollIntoView(), [key, hash]);
	return (
		<article className="guide-page">
			<div className="page-head">
				<div>
					<StepTitle step={t('guide.title')} />
					{organisation !== undefined && <p className="muted">{t('guide.lead', { organisation })}</p>}
				</div>
				<PrintButton />
			</div>
			<div className="guide-desk">
				<Contents />
				<div className="guide-parts">
					<Sheet>
						<section className="guide-section" id="what">
							<h2>{t('guide.what.title')}</h2>
							<p>{t('guide.what.text')}</p>
							<h3>{t('guide.what.changes')}</h3>
							<Changes />
							<p>{t('guide.what.begin')}</p>
						</section>
					</Sheet>
					<Sheet>
						<section className="guide-section" id="choose">
							<h2>{t('guide.choose.title')}</h2>
							<p className="muted">{t('guide.choose.lead')}</p>
							<Usages />
						</section>
					</Sheet>
					<Sheet>
						<section className="guide-section" id="methods">
							<h2>{t('guide.methods.title')}</h2>
							<p className="muted">{t('guide.methods.lead')}</p>
							<Methods />
						</section>
					</Sheet>
					<Passwords />
					<section className="guide-section plain" id="apps">
						<h2>{t('guide.apps.title')}</h2>
						<p className="muted">{t('guide.apps.lead')}</p>
						<GuideTiles />
					</section>
					<Sheet>
						<section className="guide-section" id="other">
							<h2>{t('guide.other.title')}</h2>
							<p className="muted">{t('guide.other.lead')}</p>
							<Other />
						</section>
					</Sheet>
					<Sheet>
						<section className="guide-section" id="trouble">
							<h2>{t('guide.trouble.title')}</h2>
							<p className="muted">{t('guide.trouble.lead')}</p>
							<Ladder />
						</section>
					</Sheet>
					<Sheet>
						<section className="guide-section" id="shared">
							<h2>{t('guide.shared.title')}</h2>
							<p>{t('guide.shared.text')}</p>
							<p>
								<Marked text={t('guide.shared.how')} />
							</p>
						</section>
					</Sheet>
					<Sheet>
						<section className="guide-section" id="abroad">
							<h2>{t('guide.abroad.title')}</h2>
							<p>{t('guide.abroad.text')}</p>
							<p>{t('guide.abroad.apps')}</p>
						</section>
					</Sheet>
				</div>
			</div>
		</article>
	);
};
