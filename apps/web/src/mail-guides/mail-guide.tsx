import { lazy } from 'react';
import { loadGuideWords } from '../locales/load-words.ts';
import type { FieldValuesProps } from './field-values.tsx';
import type { MailGuideProps } from './guide-view.tsx';

const GuideView = lazy(async () => {
	const [view] = await Promise.all([import('./guide-view.tsx'), loadGuideWords()]);
	return view;
});

const FieldValues = lazy(async () => {
	const [view] = await Promise.all([import('./field-values.tsx'), loadGuideWords()]);
	return { default: view.FieldValues };
});

/** The guide of a mail app, fetched together with its words. It waits in the nearest `Suspense`. */
const MailGuide = (props: MailGuideProps) => <GuideView {...props} />;

/** What belongs in the fields of a mail app that has no guide, fetched in the same way. */
export const MailFields = (props: FieldValuesProps) => <FieldValues {...props} />;

export default MailGuide;
