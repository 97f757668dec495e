import { expect, type Page } from '@playwright/test';
import type { Words } from '../words.ts';

/** To the form for a mail app that has no guide: nothing is filled in there, and the servers follow. */
export const openClientPasswordForm = async (page: Page, words: Words): Promise<void> => {
	await page.goto('/security/client-passwords/new');
	await page.getByRole('link', { name: words.otherApp }).click();
	await expect(page.getByLabel(words.nameLabel)).toBeVisible();
};

/** Names it and asks for it; what comes then is the journey's. */
export const askForClientPassword = async (page: Page, words: Words, name: string): Promise<void> => {
	await openClientPasswordForm(page, words);
	await page.getByLabel(words.nameLabel).fill(name);
	await page.getByRole('button', { name: words.generate, exact: true }).click();
};

/** Names it, generates it, copies it and reads the clipboard. */
export const makeClientPassword = async (page: Page, words: Words, name: string): Promise<string> => {
	await askForClientPassword(page, words, name);
	await expect(page.getByRole('heading', { name: words.readyTitle(name) })).toBeVisible();
	return copyClientPassword(page, words);
};

export const copyClientPassword = async (page: Page, words: Words): Promise<string> => {
	await page.getByRole('button', { name: words.copy, exact: true }).click();
	await expect(page.getByText(words.copied, { exact: true }).first()).toBeVisible();
	return page.evaluate(() => navigator.clipboard.readText());
};

export const deleteClientPassword = async (page: Page, words: Words, name: string): Promise<void> => {
	await page.goto('/security/client-passwords');
	await page.getByRole('button', { name: words.deleteNamed(name), exact: true }).click();
	await page.getByRole('dialog').getByRole('button', { name: words.delete, exact: true }).click();
	await expect(page.getByText(words.deleted(name))).toBeVisible();
};
