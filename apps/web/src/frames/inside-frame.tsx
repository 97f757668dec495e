import { Suspense, useEffect, useRef } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router-dom';
import { useWords } from '../locales/words.tsx';
import { EnvelopeEdge } from '../ui/sheet.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Foot } from './foot.tsx';
import { PageFault } from './page-fault.tsx';
import { TopBar } from './top-bar.tsx';
import './inside-frame.css';

/** The pages of someone who is signed in. Without navigation where one thing has to be done first. */
const InsideFrame = ({ navigation = true }: { navigation?: boolean }) => {
	const { t } = useWords();
	const { pathname } = useLocation();
	const links = useRef<HTMLElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: each page has another link that is its own
	useEffect(() => {
		// On a phone the row of links is wider than the screen.
		links.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
	}, [pathname]);
	return (
		<div className="inside">
			<a className="skip" href="#content">
				{t('shell.skip')}
			</a>
			<EnvelopeEdge />
			<TopBar />
			<div className={navigation ? 'desk' : 'desk single'}>
				{navigation && (
					<nav ref={links} aria-label={t('shell.navigation')}>
						<NavLink to="/security" end>
							{t('shell.overview')}
						</NavLink>
						<NavLink to="/security/methods">{t('shell.methods')}</NavLink>
						<NavLink to="/security/client-passwords">{t('shell.clientPasswords')}</NavLink>
					</nav>
				)}
				<main id="content" tabIndex={-1}>
					<PageFault>
						<Suspense fallback={<Waiting text={t('shell.loading')} />}>
							<Outlet />
						</Suspense>
					</PageFault>
				</main>
			</div>
			<Foot />
		</div>
	);
};

export default InsideFrame;
