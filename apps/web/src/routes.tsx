import { type ComponentType, lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { DoorFrame } from './frames/door-frame.tsx';
import { loadGuideWords, loadInsideWords, loadProfileWords, loadScanWords } from './locales/load-words.ts';
import { OnlyIn } from './session/only-in.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';

/** A page, or a frame, with words of its own: fetched beside them, and there only when they are. */
const worded = <P,>(load: () => Promise<{ default: ComponentType<P> }>, loadWords = loadInsideWords) =>
	lazy(async () => {
		const [page] = await Promise.all([load(), loadWords()]);
		return page;
	});

const VerifyPage = worded(() => import('./sign-in/verify-page.tsx'));
const SignInMethodsPage = worded(() => import('./sign-in/methods-page.tsx'));
const SignInRecoveryPage = worded(() => import('./sign-in/recovery-page.tsx'));
const InvitationPage = worded(() => import('./sign-in/invitation-page.tsx'));
const TrustPage = worded(() => import('./sign-in/trust-page.tsx'));
const ScanPage = worded(() => import('./scan/scan-page.tsx'), loadScanWords);
const ProfilePage = worded(() => import('./profile/profile-page.tsx'), loadProfileWords);
const GuidePage = worded(() => import('./guide/guide-page.tsx'), loadGuideWords);
const GuideFrame = worded(() => import('./frames/inside-frame.tsx'), loadGuideWords);
const InsidePages = worded(() => import('./inside-pages.tsx'));

/**
 * The pages that can be seen before anybody is known, each with its frame and the states of the session that may see it. All
 * the others come together, so that a first visit learns the names of no files which it has no use for.
 */
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
			<Route path="/profile/:ticket" element={<ProfilePage />} />
		</Route>
		<Route element={<GuideFrame navigation={false} />}>
			<Route path="/guide/:app?" element={<GuidePage />} />
		</Route>
		<Route path="/" element={<Navigate replace to="/security" />} />
		<Route path="*" element={<InsidePages />} />
	</Routes>
);
