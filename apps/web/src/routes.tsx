import { type ComponentType, lazy, useState } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { DoorFrame } from './frames/door-frame.tsx';
import { NotFoundPage } from './not-found/not-found-page.tsx';
import { OnlyIn } from './session/only-in.tsx';

const loadSignIn = () => import('./sign-in/sign-in-page.tsx');
const LazySignInPage = lazy(loadSignIn);
let loadedSignInPage: ComponentType | undefined;

/**
 * Fetches the sign-in form beside the words, before anything is drawn, so that the first thing to be seen is the form.
 * Never rejects: what did not arrive now is asked for again when it is shown, and told there if it fails once more.
 */
export const preloadPage = async (path: string): Promise<void> => {
	if (path !== '/sign-in') return;
	try {
		loadedSignInPage = (await loadSignIn()).default;
	} catch {
		loadedSignInPage = undefined;
	}
};

const SignInPage = () => {
	const [Page] = useState<ComponentType>(() => loadedSignInPage ?? LazySignInPage);
	return <Page />;
};

const VerifyPage = lazy(() => import('./sign-in/verify-page.tsx'));
const InsideScope = lazy(() => import('./frames/inside-scope.tsx'));
const InsideFrame = lazy(() => import('./frames/inside-frame.tsx'));
const OverviewPage = lazy(() => import('./overview/overview-page.tsx'));
const MethodsPage = lazy(() => import('./enrolments/methods-page.tsx'));
const MethodPage = lazy(() => import('./enrolments/method-page.tsx'));
const WizardPage = lazy(() => import('./enrolments/wizard-page.tsx'));
const DonePage = lazy(() => import('./enrolments/done-page.tsx'));
const ListPage = lazy(() => import('./client-passwords/list-page.tsx'));
const NewPage = lazy(() => import('./client-passwords/new-page.tsx'));

/** Every page, with the frame it stands in and the states of the session that may see it. */
export const Pages = () => (
	<Routes>
		<Route element={<DoorFrame />}>
			<Route element={<OnlyIn atOnce states={['signed-out', 'awaiting-second-factor']} />}>
				<Route path="/sign-in" element={<SignInPage />} />
			</Route>
			<Route element={<OnlyIn states={['awaiting-second-factor']} />}>
				<Route path="/sign-in/verify" element={<VerifyPage />} />
			</Route>
			<Route path="*" element={<NotFoundPage />} />
		</Route>
		<Route element={<InsideScope />}>
			<Route element={<DoorFrame wide />}>
				<Route element={<OnlyIn states={['awaiting-set-up']} />}>
					<Route path="/set-up" element={<WizardPage step="intro" due />} />
					<Route path="/set-up/:kind/connect" element={<WizardPage step="connect" due />} />
					<Route path="/set-up/:kind/test" element={<WizardPage step="test" due />} />
				</Route>
				<Route element={<OnlyIn states={['signed-in', 'awaiting-set-up']} />}>
					<Route path="/set-up/:kind/done" element={<DonePage />} />
				</Route>
				<Route element={<OnlyIn destination states={['signed-in']} />}>
					<Route path="/security/methods/:kind/set-up" element={<WizardPage step="intro" />} />
					<Route path="/security/methods/:kind/set-up/connect" element={<WizardPage step="connect" />} />
					<Route path="/security/methods/:kind/set-up/test" element={<WizardPage step="test" />} />
					<Route path="/security/methods/:kind/set-up/done" element={<DonePage />} />
				</Route>
			</Route>
			<Route element={<InsideFrame />}>
				<Route element={<OnlyIn destination states={['signed-in']} />}>
					<Route path="/security" element={<OverviewPage />} />
					<Route path="/security/methods" element={<MethodsPage />} />
					<Route path="/security/methods/:kind" element={<MethodPage />} />
					<Route path="/security/client-passwords" element={<ListPage />} />
				</Route>
			</Route>
			<Route element={<InsideFrame navigation={false} />}>
				<Route element={<OnlyIn destination states={['signed-in']} />}>
					<Route path="/security/client-passwords/new" element={<NewPage />} />
				</Route>
			</Route>
		</Route>
		<Route path="/" element={<Navigate replace to="/security" />} />
	</Routes>
);
