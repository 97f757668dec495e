import { Navigate, Route, Routes } from 'react-router-dom';
import { BrowserOnlyPage } from './browser-only-page.tsx';
import { ChoosePage } from './choose-page.tsx';
import { GuidePage } from './guide-page.tsx';
import { NewPage } from './new-page.tsx';
import { ReplacePage } from './replace-page.tsx';

/** The pages below the list: one thing each, fetched together. */
const ClientPasswordPages = () => (
	<Routes>
		<Route path="new" element={<ChoosePage />} />
		<Route path="new/browser" element={<BrowserOnlyPage />} />
		<Route path="new/:app" element={<NewPage />} />
		<Route path=":id" element={<GuidePage />} />
		<Route path=":id/replace" element={<ReplacePage />} />
		<Route path="*" element={<Navigate replace to="/security/client-passwords" />} />
	</Routes>
);

export default ClientPasswordPages;
