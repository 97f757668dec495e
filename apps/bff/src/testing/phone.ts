import type { ScanView } from '@mailward/shared/contract/scans.ts';
import type { ScanKind } from '@mailward/shared/factors/kinds.ts';
import type { Browser } from './browser.ts';
import type { TestApp } from './test-app.ts';

/** What phones have shown after they confirmed a set-up, by ticket: their people read it off. */
const numbersShown = new Map<string, string>();

/** What is typed on the page that shows a code; no phone shows `00`. */
export const numberFor = (url: string | undefined): string =>
	(url === undefined ? undefined : numbersShown.get(ticketIn(url))) ?? '00';

/** The browser inside an app that scans, and what people and others do with it. */
export interface Phone {
	readonly browser: Browser;
	/** Scans a code; what its page shows. */
	scan(url: string): Promise<ScanView>;
	/** Comes back from its platform; without a code its person has said no. */
	comeBack(state: string, code?: string): Promise<ScanView>;
	/** Scans a code, and comes back as somebody. */
	identify(url: string, subject: string, name?: string): Promise<ScanView>;
	answer(url: string, answer: 'confirm' | 'deny'): Promise<ScanView>;
	/** Scans, comes back as somebody and confirms. */
	confirm(url: string, subject: string, name?: string): Promise<ScanView>;
}

export const ticketIn = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

/** The `state` that a phone takes to its platform; throws where it is not sent there. */
export const stateIn = (view: ScanView): string => {
	const state = view.state === 'authorise' ? new URL(view.url).searchParams.get('state') : null;
	if (state === null) throw new Error(`the phone is shown ${view.state}`);
	return state;
};

/** `browser`: another than one of its own, such as one of another server. */
export const createPhone = (
	{ browser: open, platforms }: Pick<TestApp, 'browser' | 'platforms'>,
	kind: ScanKind,
	browser: Browser = open('198.51.100.77', platforms[kind].userAgent),
): Phone => {
	const scan: Phone['scan'] = (url) => browser.must('POST /api/scans/open', { body: { ticket: ticketIn(url) } });
	const comeBack: Phone['comeBack'] = async (state, code) => {
		const body = { state, ...(code !== undefined && { code }) };
		return (await browser.must('POST /api/scans/identify', { body })).view;
	};
	const identify: Phone['identify'] = async (url, subject, name) =>
		comeBack(stateIn(await scan(url)), platforms[kind].codeOf(subject, name));
	const answer: Phone['answer'] = async (url, said) => {
		const view = await browser.must('POST /api/scans/answer', { body: { ticket: ticketIn(url), answer: said } });
		if (view.state === 'confirmed' && view.number !== null) numbersShown.set(ticketIn(url), view.number);
		return view;
	};
	return {
		browser,
		scan,
		comeBack,
		identify,
		answer,
		async confirm(url, subject, name) {
			await identify(url, subject, name);
			return answer(url, 'confirm');
		},
	};
};
