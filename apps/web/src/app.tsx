import { type ComponentProps, StrictMode, Suspense } from 'react';
import { BrowserRouter } from 'react-router-dom';
import { Door } from './frames/door-frame.tsx';
import { PageFault } from './frames/page-fault.tsx';
import { WordsProvider } from './locales/words.tsx';
import { Pages } from './routes.tsx';
import { SessionProvider } from './session/session.tsx';
import { SiteProvider } from './site/site.tsx';

/** The whole portal, in the language it starts with. */
export const App = ({ first }: Pick<ComponentProps<typeof WordsProvider>, 'first'>) => (
	<StrictMode>
		<WordsProvider first={first}>
			<SiteProvider>
				<SessionProvider>
					<BrowserRouter>
						<PageFault frame={(apology) => <Door>{apology}</Door>}>
							<Suspense fallback={null}>
								<Pages />
							</Suspense>
						</PageFault>
					</BrowserRouter>
				</SessionProvider>
			</SiteProvider>
		</WordsProvider>
	</StrictMode>
);
