import { expect, type Page } from '@playwright/test';
import type { Words } from '../words.ts';

/** From the tiles to the password of one mail app; everything stays as it is filled in. */
export const choosePasswordFor = async (page: Page, words: Words, app: keyof Words['apps']): Promise<void> => {
	await page.goto('/security/client-passwords/new');
	await page.getByRole('link', { name: words.apps[app] }).click();
};

/** A new password of this app, on its one screen. */
export const generateFor = async (page: Page, words: Words, app: keyof Words['apps']): Promise<void> => {
	await choosePasswordFor(page, words, app);
	await page.getByRole('button', { name: words.generate, exact: true }).click();
	await expect(page.getByRole('code')).toBeVisible();
};

/** Types the password off the screens that show it group by group, as somebody does whose phone cannot paste. */
export const readGroupByGroup = async (
	page: Page,
	words: Words,
	look: (page: Page) => Promise<void>,
): Promise<string> => {
	await page.getByRole('button', { name: words.typeIt }).click();
	let typed = '';
	for (let group = 1; group <= 4; group += 1) {
		await expect(page.getByRole('heading', { name: words.group(group) })).toBeFocused();
		await look(page);
		typed += (await page.getByRole('main').locator('li > b').allTextContents()).join('');
		await page.getByRole('button', { name: group < 4 ? words.nextGroup : words.allTyped }).click();
	}
	return typed;
};
