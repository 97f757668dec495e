import type { ScanKind } from '@mailward/shared/factors/kinds.ts';
import type { Locator, Page, TestInfo } from '@playwright/test';
import type { Words } from '../words.ts';
import { readQr } from './camera.ts';
import { confirmOnPhone, readNumber } from './phones.ts';

export const qrOn = (page: Page, words: Words, kind: ScanKind): Locator =>
	page.getByRole('img', { name: words.qrFor(words[kind]) });

/** From the wizard's first page to the one with the code to scan. */
export const showQr = async (page: Page, words: Words, kind: ScanKind): Promise<void> => {
	await page.goto(`/security/methods/${kind}/set-up`);
	await page.getByRole('button', { name: words.showQr }).click();
};

/** Types what the phone shows that has confirmed. */
export const finishWithNumber = async (page: Page, words: Words, number: string): Promise<void> => {
	await page.getByLabel(words.phoneNumberShown).fill(number);
	await page.getByRole('button', { name: words.finish, exact: true }).click();
};

/** The whole wizard but for the recovery codes, with a phone that confirms. */
export const bindByScan = async (
	page: Page,
	words: Words,
	kind: ScanKind,
	phone: Page,
	info: TestInfo,
): Promise<void> => {
	await showQr(page, words, kind);
	await confirmOnPhone(phone, words, kind, await readQr(qrOn(page, words, kind), info));
	await finishWithNumber(page, words, await readNumber(phone));
};
