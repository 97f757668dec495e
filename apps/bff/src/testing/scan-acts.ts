import type { ScanKind } from '@mailward/shared/factors/kinds.ts';
import type { Answer, Browser } from './browser.ts';
import { createPhone, numberFor, type Phone } from './phone.ts';
import type { TestApp } from './test-app.ts';

/** What people do with methods by which a phone confirms. */

/** A code that a page shows, and the challenge or set-up it is for. */
export interface ShownCode {
	readonly id: string;
	/** What is in the QR code. */
	readonly url: string;
}

/** Somebody who has such a method. */
export interface ScanningPerson {
	readonly address: string;
	/** Signed in and freshly verified. */
	readonly browser: Browser;
	readonly phone: Phone;
	/** Who they are to the platform. */
	readonly subject: string;
}

export const beginScanSetUp = async (
	browser: Browser,
	kind: ScanKind,
	more: { replaces?: string; personName?: string } = {},
): Promise<ShownCode> => {
	const enrolment = await browser.must('POST /api/enrolments', { body: { kind, ...more } });
	if (enrolment.kind !== 'wechat' && enrolment.kind !== 'dingtalk') throw new Error(`got ${enrolment.kind}`);
	return { id: enrolment.id, url: enrolment.prompt.url };
};

/** With the number that the phone shows which confirmed what the page shows now. */
export const finishScanSetUp = async (browser: Browser, id: string): Promise<Answer> => {
	const { json } = await browser.call('GET /api/enrolments/current');
	const { enrolment } = (json ?? {}) as { enrolment?: { prompt?: { url?: string } } | null };
	const body = { scanned: true, number: numberFor(enrolment?.prompt?.url) } as const;
	return browser.call('POST /api/enrolments/{id}/answer', { params: { id }, body });
};

/** A challenge by such a method, begun or taken up again. */
export const scanChallenge = async (browser: Browser, kind: ScanKind): Promise<ShownCode> => {
	const challenge = await browser.must('POST /api/challenges', { body: { kind } });
	if (challenge.kind !== 'wechat' && challenge.kind !== 'dingtalk') throw new Error(`got ${challenge.kind}`);
	return { id: challenge.id, url: challenge.prompt.url };
};

export const answerByScan = (browser: Browser, id: string): Promise<Answer> =>
	browser.call('POST /api/challenges/{id}/answer', { params: { id }, body: { scanned: true } });

let subjects = 0;
export const newSubject = (kind: ScanKind): string => {
	subjects += 1;
	return `${kind}-person-${subjects}`;
};

/** Sets one up in a browser that may, by a phone of its own. */
export const setUpScan = async (
	app: TestApp,
	browser: Browser,
	kind: ScanKind,
	more: { subject?: string; personName?: string } = {},
): Promise<{ phone: Phone; subject: string }> => {
	const { subject = newSubject(kind), ...named } = more;
	const { id, url } = await beginScanSetUp(browser, kind, named);
	const phone = createPhone(app, kind);
	await phone.confirm(url, subject, 'Lin Wen');
	const answer = await finishScanSetUp(browser, id);
	if (answer.status !== 200) throw new Error(`the set-up was not finished: ${answer.text}`);
	return { phone, subject };
};

export const addScanningPerson = async (app: TestApp, kind: ScanKind = 'wechat'): Promise<ScanningPerson> => {
	const address = await app.addPerson();
	const browser = await app.passwordStep(address);
	return { address, browser, ...(await setUpScan(app, browser, kind)) };
};
