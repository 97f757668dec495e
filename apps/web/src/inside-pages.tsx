import { lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { DoorFrame } from './frames/door-frame.tsx';
import InsideFrame from './frames/inside-frame.tsx';
import { InsideScope } from './frames/inside-scope.tsx';
import { OnlyIn } from './session/only-in.tsx';

const OverviewPage = lazy(() => import('./overview/overview-page.tsx'));
const MethodsPage = lazy(() => import('./enrolments/methods-page.tsx'));
const MethodPage = lazy(() => import('./enrolments/method-page.tsx'));
const ChooserPage = lazy(() => import('./enrolments/chooser-page.tsx'));
const WizardPage = lazy(() => import('./enrolments/wizard-page.tsx'));
const RecoveryPage = lazy(() => import('./enrolments/recovery-page.tsx'));
const DonePage = lazy(() => import('./enrolments/done-page.tsx'));
const ListPage = lazy(() => import('./client-passwords/list-page.tsx'));
const ClientPasswordPages = lazy(() => import('./client-passwords/pages.tsx'));
const RecoveryCodesPage = lazy(() => import('./recovery-codes/recovery-codes-page.tsx'));
const TrustedDevicesPage = lazy(() => import('./trusted-devices/trusted-devices-page.tsx'));
const ActivityPage = lazy(() => import('./activity/activity-page.tsx'));
const WebPasswordPage = lazy(() => import('./web-password/web-password-page.tsx'));
const PeoplePage = lazy(() => import('./people/people-page.tsx'));
const NotFoundPage = lazy(() => import('./not-found/not-found-page.tsx'));

/** The pages for whoever is known, and what is said of an address that leads nowhere. Their words come with this file. */
const InsidePages = () => (
	<Routes>
		<Route element={<InsideScope />}>
			<Route element={<DoorFrame wide />}>
				<Route element={<OnlyIn states={['awaiting-set-up']} />}>
					<Route path="/set-up" element={<ChooserPage />} />
					<Route path="/set-up/:kind" element={<WizardPage due />} />
					<Route path="/set-up/:kind/:step" element={<WizardPage due />} />
				</Route>
				<Route element={<OnlyIn states={['signed-in', 'awaiting-set-up']} />}>
					<Route path="/set-up/recovery-codes" element={<RecoveryPage due />} />
					<Route path="/set-up/done" element={<DonePage />} />
				</Route>
				<Route element={<OnlyIn destination states={['signed-in']} />}>
					<Route path="/security/methods/:kind/set-up" element={<WizardPage />} />
					<Route path="/security/methods/:kind/set-up/recovery" element={<RecoveryPage />} />
					<Route path="/security/methods/:kind/set-up/done" element={<DonePage />} />
					<Route path="/security/methods/:kind/set-up/:step" element={<WizardPage />} />
				</Route>
			</Route>
			<Route element={<InsideFrame />}>
				<Route element={<OnlyIn destination states={['signed-in']} />}>
					<Route path="/security" element={<OverviewPage />} />
					<Route path="/security/methods" element={<MethodsPage />} />
					<Route path="/security/methods/:kind" element={<MethodPage />} />
					<Route path="/security/client-passwords" element={<ListPage />} />
					<Route path="/security/recovery-codes" element={<RecoveryCodesPage />} />
					<Route path="/security/trusted-devices" element={<TrustedDevicesPage />} />
					<Route path="/security/activity" element={<ActivityPage />} />
					<Route path="/security/web-password" element={<WebPasswordPage />} />
					<Route path="/security/people" element={<PeoplePage />} />
				</Route>
			</Route>
			<Route element={<InsideFrame navigation={false} />}>
				<Route element={<OnlyIn destination states={['signed-in']} />}>
					<Route path="/security/client-passwords/*" element={<ClientPasswordPages />} />
				</Route>
			</Route>
		</Route>
		<Route element={<DoorFrame />}>
			<Route path="*" element={<NotFoundPage />} />
		</Route>
	</Routes>
);

export default InsidePages;
