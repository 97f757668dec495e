import { lazy } from 'react';
import { loadGuideWords } from '../locales/load-words.ts';
import type { MailGuideProps } from './guide-view.tsx';

const GuideView = lazy(async () => {
	const [view] = await Promise.all([import('./guide-view.tsx'), loadGuideWords()]);
	return view;
});

/** The guide of a mail app, fetched together with its words. It waits in the nearest `Suspense`. */
const MailGuide = (props: MailGuideProps) => <GuideView {...props} />;

export default MailGuide;
