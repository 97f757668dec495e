import { type DemoName, demoAddress, demoPassword } from '@mailward/sandbox/demo-world/accounts.ts';
import { expect, type Page } from '@playwright/test';
import type { Words } from '../words.ts';
import type { AuthenticatorApp } from './authenticator-app.ts';

export const enterPassword = async (
	page: Page,
	words: Words,
	name: DemoName,
	password: string = demoPassword(name),
): Promise<void> => {
	await page.getByLabel(words.account, { exact: true }).fill(demoAddress(name));
	await page.getByLabel(words.webPassword, { exact: true }).fill(password);
	await page.getByRole('button', { name: words.signIn, exact: true }).click();
};

export const enterCode = async (page: Page, words: Words, code: string): Promise<void> => {
	await page.getByLabel(words.code).fill(code);
	await page.getByRole('button', { name: words.verify, exact: true }).click();
};

/** Whether this browser is one's own is asked after each second step that was passed. */
export const answerTrust = async (page: Page, words: Words, answer: 'trust' | 'thisTime'): Promise<void> => {
	await expect(page.getByRole('heading', { name: words.signedInTitle })).toBeVisible();
	await page.getByRole('button', { name: words[answer] }).click();
	await expect(page.getByRole('heading', { name: words.signedInTitle })).toBeHidden();
};

/** From nothing to the security overview, with the second step where there is one. */
export const signIn = async (
	page: Page,
	words: Words,
	name: DemoName,
	second?: { app: AuthenticatorApp; time: number },
): Promise<void> => {
	await page.goto('/sign-in');
	await enterPassword(page, words, name);
	if (second !== undefined) {
		await enterCode(page, words, await second.app.codeAt(second.time));
		await answerTrust(page, words, 'thisTime');
	}
	await expect(page).toHaveURL(/\/security$/);
};

export const signOut = async (page: Page, words: Words): Promise<void> => {
	await page.getByRole('button', { name: words.signOut }).click();
	await expect(page).toHaveURL(/\/sign-in/);
};

/** Signs out and enters the password again; what comes then is the journey's. */
export const comeBack = async (page: Page, words: Words, name: DemoName, password?: string): Promise<void> => {
	await page.goto('/security');
	await signOut(page, words);
	await page.goto('/sign-in');
	await enterPassword(page, words, name, password);
};
