import type { ChallengeView } from '@mailward/shared/contract/challenges.ts';
import type { EnrolmentView } from '@mailward/shared/contract/enrolments.ts';
import { minute } from '../time/clock.ts';
import type { Answer, Browser } from './browser.ts';
import type { TestApp } from './test-app.ts';

/** What people do with codes by text message. */

let numbers = 0;
/** A mobile number, E.164, in a range of its own. */
export const newNumber = (): string => {
	numbers += 1;
	return `+86138${String(numbers).padStart(4, '0')}${String((numbers * 7919) % 10_000).padStart(4, '0')}`;
};

let networks = 0;
/** An address in a network of its own. */
export const newNetwork = (): string => {
	networks += 1;
	return `10.${networks >> 8}.${networks & 255}.1`;
};

/** Somebody whose codes come by text message. */
export interface TextedPerson {
	readonly address: string;
	/** Signed in and freshly verified. */
	readonly browser: Browser;
	readonly number: string;
	/** Where their browsers are. */
	readonly network: string;
}

export const beginTextSetUp = async (
	browser: Browser,
	more: { replaces?: string; personName?: string } = {},
): Promise<string> => (await browser.must('POST /api/enrolments', { body: { kind: 'sms', ...more } })).id;

export const sendTestCode = (browser: Browser, id: string, number: string): Promise<Answer> =>
	browser.call('POST /api/enrolments/{id}/message', { params: { id }, body: { number } });

export const finishTextSetUp = (browser: Browser, id: string, code: string): Promise<Answer> =>
	browser.call('POST /api/enrolments/{id}/answer', { params: { id }, body: { code } });

/** Sets a number up in a browser that may. */
export const setUpNumber = async (
	app: TestApp,
	browser: Browser,
	number = newNumber(),
	more: { replaces?: string; personName?: string } = {},
): Promise<string> => {
	const id = await beginTextSetUp(browser, more);
	const sent = await sendTestCode(browser, id, number);
	if (sent.status !== 200) throw new Error(`no code was sent: ${sent.text}`);
	const answer = await finishTextSetUp(browser, id, app.texts.codeFor(number));
	if (answer.status !== 200) throw new Error(`the set-up was not finished: ${answer.text}`);
	return number;
};

/** Somebody with a number that was set up a minute ago, so that the next code can be sent. */
export const addTextedPerson = async (app: TestApp): Promise<TextedPerson> => {
	const address = await app.addPerson();
	const network = newNetwork();
	const browser = await app.passwordStep(address, network);
	const number = await setUpNumber(app, browser);
	app.clock.advance(minute);
	return { address, browser, number, network };
};

/** A challenge by text message, begun or taken up again, and the id of its only number. */
export const textChallenge = async (browser: Browser): Promise<{ id: string; to: string; view: ChallengeView }> => {
	const view = await browser.must('POST /api/challenges', { body: { kind: 'sms' } });
	if (view.kind !== 'sms') throw new Error(`asked for a text message, got ${view.kind}`);
	return { id: view.id, to: view.prompt.numbers[0]?.id ?? '', view };
};

export const sendCode = (browser: Browser, { id, to }: { id: string; to: string }): Promise<Answer> =>
	browser.call('POST /api/challenges/{id}/message', { params: { id }, body: { number: to } });

export const answerByCode = (browser: Browser, id: string, code: string): Promise<Answer> =>
	browser.call('POST /api/challenges/{id}/answer', { params: { id }, body: { code } });

/** A browser at the second step that has been sent a code. */
export const atTextChallenge = async (
	app: TestApp,
	{ address, number, network }: Pick<TextedPerson, 'address' | 'number' | 'network'>,
): Promise<{ browser: Browser; id: string; to: string; code: string }> => {
	const browser = await app.passwordStep(address, network);
	const { id, to } = await textChallenge(browser);
	const sent = await sendCode(browser, { id, to });
	if (sent.status !== 200) throw new Error(`no code was sent: ${sent.text}`);
	return { browser, id, to, code: app.texts.codeFor(number) };
};

/** Somebody with a browser at the second step that has been sent a code; `owner` is their other browser. */
export const startTextChallenge = async (app: TestApp) => {
	const person = await addTextedPerson(app);
	return { ...person, owner: person.browser, ...(await atTextChallenge(app, person)) };
};

/** A further code of the same challenge, a minute later. */
export const sendAgain = async (
	app: TestApp,
	at: { browser: Browser; id: string; to: string; number: string },
): Promise<string> => {
	app.clock.advance(minute);
	const sent = await sendCode(at.browser, at);
	if (sent.status !== 200) throw new Error(`no code was sent: ${sent.text}`);
	return app.texts.codeFor(at.number);
};

/** A code that is none of these. */
export const otherCode = (...codes: readonly string[]): string => {
	let other = 111_111;
	while (codes.includes(String(other))) other += 1;
	return String(other);
};

/** What a page shows of a text under way. */
export const sendingIn = ({ json }: Answer) => {
	const view = json as ChallengeView | EnrolmentView;
	return view.kind === 'sms' ? view.prompt.sending : null;
};
