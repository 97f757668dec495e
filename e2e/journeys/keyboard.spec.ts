import type { Locator, Page } from '@playwright/test';
import { scanned, wang } from '../actions/authenticator-app.ts';
import { recoveryCodesOn } from '../actions/set-up.ts';
import { expect, test } from '../world.ts';

/** Tab by Tab, as far as it takes; further than anybody would go is a failure. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
	await expect(target).toBeVisible();
	for (let pressed = 0; pressed < 30; pressed += 1) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	await expect(target).toBeFocused();
};

const activate = async (page: Page, target: Locator): Promise<void> => {
	await tabTo(page, target);
	await page.keyboard.press('Enter');
};

test('the keyboard alone signs in, and trusts the device @desktop', async ({ page, words, clock }) => {
	await page.goto('/sign-in');
	await page.getByLabel(words.account, { exact: true }).focus();
	await page.keyboard.type('wang');
	await page.keyboard.press('Tab');
	await page.keyboard.type('demo-wang-2026');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: words.enterCode })).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(page.getByLabel(words.code)).toBeFocused();
	await page.keyboard.type(await wang.codeAt(clock.now()));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: words.signedInTitle })).toBeFocused();
	await activate(page, page.getByRole('button', { name: words.trust }));
	await expect(page.getByRole('heading', { name: words.twoFactorOn })).toBeVisible();
	await activate(page, page.getByRole('link', { name: words.devices, exact: true }).first());
	await expect(page.getByText(words.thisBrowser).first()).toBeVisible();
});

test('the keyboard alone passes the set-up that is due @desktop', async ({ page, words, clock }, info) => {
	await page.goto('/sign-in');
	await page.getByLabel(words.account, { exact: true }).focus();
	await page.keyboard.type('chen');
	await page.keyboard.press('Tab');
	await page.keyboard.type('demo-chen-2026');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: words.chooseTitle })).toBeFocused();
	await page.keyboard.press('Tab');
	await page.keyboard.press('ArrowDown');
	await activate(page, page.getByRole('link', { name: words.setUpAuthenticator }));
	await activate(page, page.getByRole('button', { name: words.generateKey }));
	const app = await scanned(page.getByRole('img', { name: words.qr }), info);
	await activate(page, page.getByRole('link', { name: words.next }));
	await tabTo(page, page.getByLabel(words.code));
	await page.keyboard.type(await app.codeAt(clock.now()));
	await page.keyboard.press('Enter');
	await expect(recoveryCodesOn(page, words)).toHaveCount(10);
	await activate(page, page.getByRole('button', { name: words.saved }));
	await expect(page.getByRole('heading', { name: words.twoFactorOn })).toBeFocused();
});
