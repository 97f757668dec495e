import { type ReactNode, Suspense } from 'react';
import { Outlet } from 'react-router-dom';
import { useWords } from '../locales/words.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Foot } from './foot.tsx';
import { PageFault } from './page-fault.tsx';
import { TopBar } from './top-bar.tsx';
import './door-frame.css';

interface DoorProps {
	readonly wide?: boolean;
	readonly children: ReactNode;
}

/** One sheet on the desk. */
export const Door = ({ wide = false, children }: DoorProps) => (
	<div className="door">
		<TopBar />
		<main className={wide ? 'wide' : undefined}>
			<Sheet edge>{children}</Sheet>
		</main>
		<Foot />
	</div>
);

/** The sheet at the door: signing in, and (wide) setting a method up. */
export const DoorFrame = ({ wide = false }: Pick<DoorProps, 'wide'>) => {
	const { t } = useWords();
	return (
		<Door wide={wide}>
			<PageFault>
				<Suspense fallback={<Waiting text={t('shell.loading')} />}>
					<Outlet />
				</Suspense>
			</PageFault>
		</Door>
	);
};
