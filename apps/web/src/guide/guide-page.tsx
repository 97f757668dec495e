import { type MailApp, mailApps } from '@mailward/shared/mail-apps.ts';
import { lazy } from 'react';
import { useParams } from 'react-router-dom';
import { loadInsideWords } from '../locales/load-words.ts';
import { Sheet } from '../ui/sheet.tsx';
import { AppPage } from './app-page.tsx';
import { IndexPage } from './index-page.tsx';
import './guide-page.css';
import './print.css';

const NotFoundPage = lazy(async () => {
	const [page] = await Promise.all([import('../not-found/not-found-page.tsx'), loadInsideWords()]);
	return page;
});

const toApp = (name: string): MailApp | undefined => mailApps.find((app) => app === name);

/** `/guide` and `/guide/APP`: for everybody, signed in or not. */
const GuidePage = () => {
	const { app: name } = useParams();
	if (name === undefined) return <IndexPage />;
	const app = toApp(name);
	if (app) return <AppPage key={app} app={app} />;
	return (
		<div className="guide-missing">
			<Sheet>
				<NotFoundPage />
			</Sheet>
		</div>
	);
};

export default GuidePage;
