import { Suspense } from 'react';
import { Outlet } from 'react-router-dom';
import { useWords } from '../locales/words.tsx';
import { useSession } from '../session/session.tsx';
import { EnvelopeEdge } from '../ui/sheet.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Foot } from './foot.tsx';
import { Navigation } from './navigation.tsx';
import { PageFault } from './page-fault.tsx';
import { TopBar } from './top-bar.tsx';
import './inside-frame.css';

/** The pages of someone who is signed in. Without navigation where one thing has to be done first. */
const InsideFrame = ({ navigation = true }: { navigation?: boolean }) => {
	const { t } = useWords();
	const { state } = useSession();
	return (
		<div className="inside">
			<a className="skip" href="#content">
				{t('shell.skip')}
			</a>
			<EnvelopeEdge />
			<TopBar />
			<div className={navigation ? 'desk' : 'desk single'}>
				{navigation && state?.state === 'signed-in' && <Navigation kind={state.account.kind} />}
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
