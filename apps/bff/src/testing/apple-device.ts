import type { Contract } from '@mailward/shared/contract/contract.ts';
import { parse } from 'plist';
import type { z } from 'zod';
import type { Browser } from './browser.ts';
import { origin, type TestApp } from './test-app.ts';

type Wishes = z.input<Contract['POST /api/apple-profiles']['body']>;

/** What an iPhone says of itself. */
export const safariOnIphone =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1';

export const iphoneWishes = (more: Partial<Wishes> = {}): Wishes => ({
	name: 'My iPhone',
	app: 'iphone',
	protocols: ['imap', 'submission'],
	expiresAt: null,
	idempotencyKey: crypto.randomUUID(),
	...more,
});

/** A link that a page has made. */
export interface ProfileLink {
	readonly id: string;
	readonly ticket: string;
	readonly expiresAt: string;
}

export const makeLink = async (browser: Browser, more: Partial<Wishes> = {}): Promise<ProfileLink> => {
	const { id, url, expiresAt } = await browser.must('POST /api/apple-profiles', { body: iphoneWishes(more) });
	return { id, ticket: url.slice(`${origin}/profile/`.length), expiresAt };
};

/** What came of the form's button. */
export interface Fetched {
	readonly status: number;
	readonly headers: Headers;
	readonly file: Buffer;
}

const fromOurPage = { Origin: origin, 'Sec-Fetch-Site': 'same-origin' };

/** Presses the button of a link's page. */
export const pressButton = async (
	browser: Browser,
	ticket: string,
	headers: Readonly<Record<string, string>> = fromOurPage,
): Promise<Fetched> => {
	const response = await browser.open('/profile', {
		method: 'POST',
		headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
		body: new URLSearchParams({ ticket }).toString(),
	});
	return { status: response.status, headers: response.headers, file: Buffer.from(await response.arrayBuffer()) };
};

/** The parts of a profile that the tests look at. */
export interface ReadProfile extends Readonly<Record<string, unknown>> {
	readonly PayloadContent: readonly [Readonly<Record<string, unknown>>];
}

/** Throws what it is when it is no property list. */
export const readProfile = (file: Buffer): ReadProfile => {
	try {
		return parse(file.toString('utf8')) as unknown as ReadProfile;
	} catch {
		throw new Error(`no property list: ${file.toString('utf8').slice(0, 200)}`);
	}
};

/** The client password in it. */
export const secretIn = (file: Buffer): string => String(readProfile(file).PayloadContent[0].IncomingPassword);

/** A device that has opened a link. */
export const appleDevice = (app: TestApp): Browser => app.browser('198.51.100.77', safariOnIphone);
