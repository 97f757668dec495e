import { expect, type Page, type TestInfo } from '@playwright/test';
import type { MovableClock } from '../clock.ts';
import type { Words } from '../words.ts';
import { type AuthenticatorApp, scanned } from './authenticator-app.ts';

/** A code counts once; the next one is half a minute away, which a journey does not wait for. */
export const nextCode = 30_000;

/** From the wizard's first page to its last, by the QR code on the screen. */
export const setUpAuthenticator = async (
	page: Page,
	words: Words,
	clock: MovableClock,
	info: TestInfo,
): Promise<AuthenticatorApp> => {
	await page.getByRole('button', { name: words.generateKey }).click();
	await expect(page.getByRole('heading', { name: words.connectTitle })).toBeVisible();
	const app = await scanned(page.getByRole('img', { name: words.qr }), info);
	await page.getByRole('link', { name: words.next }).click();
	await page.getByLabel(words.code).fill(await app.codeAt(clock.now()));
	await page.getByRole('button', { name: words.checkAndFinish }).click();
	await expect(page).toHaveURL(/\/done(\?|$)/);
	clock.advance(nextCode);
	return app;
};
