import { Suspense } from 'react';
import { Outlet } from 'react-router-dom';
import { useWords } from '../locales/words.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Foot } from './foot.tsx';
import { PageFault } from './page-fault.tsx';
import { TopBar } from './top-bar.tsx';
import './door-frame.css';

/** The sheet at the door: signing in, and (wide) setting a method up. */
export const DoorFrame = ({ wide = false }: { wide?: boolean }) => {
	const { t } = useWords();
	return (
		<div className="door">
			<TopBar />
			<main className={wide ? 'wide' : undefined}>
				<Sheet edge>
					<PageFault>
						<Suspense fallback={<Waiting text={t('shell.loading')} />}>
							<Outlet />
						</Suspense>
					</PageFault>
				</Sheet>
			</main>
			<Foot />
		</div>
	);
};
