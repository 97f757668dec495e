import { expect, type Locator, type Page, type TestInfo } from '@playwright/test';
import type { MovableClock } from '../clock.ts';
import type { Words } from '../words.ts';
import { type AuthenticatorApp, scanned } from './authenticator-app.ts';

/** A code counts once; the next one is half a minute away, which a journey does not wait for. */
export const nextCode = 30_000;

/** From the wizard's first page to the end of its test, by the QR code on the screen. */
export const connectAuthenticator = async (
	page: Page,
	words: Words,
	clock: MovableClock,
	info: TestInfo,
	name?: string,
): Promise<AuthenticatorApp> => {
	await page.getByRole('button', { name: words.generateKey }).click();
	await expect(page.getByRole('heading', { name: words.connectTitle })).toBeVisible();
	const app = await scanned(page.getByRole('img', { name: words.qr }), info);
	await page.getByRole('link', { name: words.next }).click();
	if (name !== undefined) await page.getByLabel(words.methodName).fill(name);
	await page.getByLabel(words.code).fill(await app.codeAt(clock.now()));
	await page.getByRole('button', { name: words.checkAndFinish }).click();
	await expect(page).toHaveURL(/\/(recovery-codes|recovery|done)(\?|$)/);
	clock.advance(nextCode);
	return app;
};

export const recoveryCodesOn = (page: Page, words: Words): Locator =>
	page.getByRole('region', { name: words.yourCodes }).getByRole('listitem');

/** Writes the recovery codes down and says so. */
export const saveRecoveryCodes = async (page: Page, words: Words): Promise<string[]> => {
	await expect(page.getByRole('heading', { name: words.saveCodesTitle })).toBeVisible();
	const list = recoveryCodesOn(page, words);
	await expect(list).toHaveCount(10);
	const codes = (await list.allTextContents()).map((text) => text.trim());
	await page.getByRole('button', { name: words.saved }).click();
	await expect(page.getByRole('heading', { name: words.saveCodesTitle })).toBeHidden();
	return codes;
};

/** The whole wizard of a first authenticator app: test passed, recovery codes saved. */
export const setUpAuthenticator = async (
	page: Page,
	words: Words,
	clock: MovableClock,
	info: TestInfo,
): Promise<AuthenticatorApp> => {
	const app = await connectAuthenticator(page, words, clock, info);
	await saveRecoveryCodes(page, words);
	await expect(page).toHaveURL(/\/done(\?|$)/);
	return app;
};

/** From the question how somebody uses their mail to the wizard of the authenticator app. */
export const chooseAuthenticator = async (page: Page, words: Words): Promise<void> => {
	await expect(page.getByRole('heading', { name: words.chooseTitle })).toBeVisible();
	await page.getByRole('radio', { name: words.inMailApps }).check();
	await page.getByRole('link', { name: words.setUpAuthenticator }).click();
};
