import { type dingtalkPeople, dingtalkPersonCookie } from '@mailward/sandbox/dingtalk/people.ts';
import { type PhoneApp, userAgents } from '@mailward/sandbox/phone/apps.ts';
import { type wechatPeople, wechatPersonCookie } from '@mailward/sandbox/wechat/people.ts';
import type { ScanKind } from '@mailward/shared/factors/kinds.ts';
import { type Browser, type BrowserContext, devices, expect, type FrameLocator, type Page } from '@playwright/test';
import type { Words } from '../words.ts';

/** Who uses an app on their phone; nobody is known to a browser. */
interface Holders {
	readonly wechat: (typeof wechatPeople)[number]['id'];
	readonly dingtalk: (typeof dingtalkPeople)[number]['id'];
	readonly browser: undefined;
}

const cookieOf = { wechat: wechatPersonCookie, dingtalk: dingtalkPersonCookie, browser: undefined } as const;

/** The browser inside one app on a phone of its own. */
export type OpenPhone = <App extends PhoneApp>(app: App, holder: Holders[App]) => Promise<Page>;

const { defaultBrowserType: _, userAgent: __, ...size } = devices['Pixel 7'];

interface Surroundings {
	readonly browser: Browser;
	readonly portalOrigin: string;
	/** Where the platforms are, which know the phone's person. */
	readonly sandboxOrigin: string;
	readonly locale: string | undefined;
}

/** Phones, each with its own cookies, and how to put them all away. */
export const createPhones = (at: Surroundings): { open: OpenPhone; close(): Promise<void> } => {
	const opened: BrowserContext[] = [];
	return {
		async open(app, holder) {
			const context = await at.browser.newContext({
				...size,
				baseURL: at.portalOrigin,
				userAgent: userAgents[app],
				...(at.locale !== undefined && { locale: at.locale }),
			});
			opened.push(context);
			const name = cookieOf[app];
			if (name !== undefined && holder !== undefined) {
				await context.addCookies([{ name, value: holder, url: at.sandboxOrigin }]);
			}
			return context.newPage();
		},
		async close() {
			await Promise.all(opened.map((context) => context.close()));
		},
	};
};

/** Follows a scanned link; DingTalk asks its person first, WeChat does not. */
export const followLink = async (phone: Page, words: Words, kind: ScanKind, link: string): Promise<void> => {
	await phone.goto(link);
	if (kind === 'dingtalk') await phone.getByRole('button', { name: words.agree, exact: true }).click();
};

/** Follows a scanned link and confirms. */
export const confirmOnPhone = async (phone: Page, words: Words, kind: ScanKind, link: string): Promise<void> => {
	await followLink(phone, words, kind, link);
	await phone.getByRole('button', { name: words.confirm, exact: true }).click();
};

/** What a phone shows after it has confirmed a set-up. */
export const readNumber = async (phone: Page | FrameLocator): Promise<string> => {
	const number = phone.getByText(/^\d\d$/);
	await expect(number).toBeVisible();
	return (await number.textContent()) ?? '';
};
