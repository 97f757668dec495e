import { type ComponentType, lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { DoorFrame } from './frames/door-frame.tsx';
import { loadInsideWords, loadScanWords } from './locales/load-words.ts';
import { OnlyIn } from './session/only-in.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';

/** A page with words of its own: fetched beside them, and there only when they are. */
const worded = (load: () => Promise<{ default: ComponentType }>, loadWords = loadInsideWords) =>
	lazy(async () => {
		const [page] = await Promise.all([load(), loadWords()]);
		return page;
	});

const NotFoundPage = worded(() => import('./not-found/not-found-page.tsx'));
const VerifyPage = worded(() => import('./sign-in/verify-page.tsx'));
const SignInMethodsPage = worded(() => import('./sign-in/methods-page.tsx'));
const SignInRecoveryPage = worded(() => import('./sign-in/recovery-page.tsx'));
const InvitationPage = worded(() => import('./sign-in/invitation-page.tsx'));
const TrustPage = worded(() => import('./sign-in/trust-page.tsx'));
const ScanPage = worded(() => import('./scan/scan-page.tsx'), loadScanWords);
// All that follow stand within this one, so its words are theirs.
const InsideScope = worded(() => import('./frames/inside-scope.tsx'));
const InsideFrame = lazy(() => import('./frames/inside-frame.tsx'));
const OverviewPage = lazy(() => import('./overview/overview-page.tsx'));
const MethodsPage = lazy(() => import('./enrolments/methods-page.tsx'));
const MethodPage = lazy(() => import('./enrolments/method-page.tsx'));
const ChooserPage = lazy(() => import('./enrolments/chooser-page.tsx'));
const WizardPage = lazy(() => import('./enrolments/wizard-page.tsx'));
const RecoveryPage = lazy(() => import('./enrolments/recovery-page.tsx'));
const DonePage = lazy(() => import('./enrolments/done-page.tsx'));
const ListPage = lazy(() => import('./client-passwords/list-page.tsx'));
const NewPage = lazy(() => import('./client-passwords/new-page.tsx'));
const RecoveryCodesPage = lazy(() => import('./recovery-codes/recovery-codes-page.tsx'));
const TrustedDevicesPage = lazy(() => import('./trusted-devices/trusted-devices-page.tsx'));
const ActivityPage = lazy(() => import('./activity/activity-page.tsx'));
const WebPasswordPage = lazy(() => import('./web-password/web-password-page.tsx'));
const PeoplePage = lazy(() => import('./people/people-page.tsx'));

/** Every page, with the frame it stands in and the states of the session that may see it. */
export const Pages = () => (
	<Routes>
		<Route element={<DoorFrame />}>
			<Route element={<OnlyIn atOnce states={['signed-out', 'awaiting-second-factor']} />}>
				<Route path="/sign-in" element={<SignInPage />} />
			</Route>
			<Route element={<OnlyIn states={['awaiting-second-factor', 'signed-in', 'awaiting-set-up']} />}>
				<Route path="/sign-in/verify" element={<VerifyPage />} />
				<Route path="/sign-in/methods" element={<SignInMethodsPage />} />
				<Route path="/sign-in/recovery" element={<SignInRecoveryPage />} />
				<Route path="/sign-in/invitation" element={<InvitationPage />} />
			</Route>
			<Route element={<OnlyIn states={['signed-in']} />}>
				<Route path="/sign-in/trust" element={<TrustPage />} />
			</Route>
			{/* With `return` for a ticket, where a platform sends the phone back to: one page, which knows what it was told there. */}
			<Route path="/scan/:ticket" element={<ScanPage />} />
			<Route path="*" element={<NotFoundPage />} />
		</Route>
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
					<Route path="/security/client-passwords/new" element={<NewPage />} />
				</Route>
			</Route>
		</Route>
		<Route path="/" element={<Navigate replace to="/security" />} />
	</Routes>
);
