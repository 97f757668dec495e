import { minute } from '@mailward/bff/time/clock.ts';
import type { Page } from '@playwright/test';
import { lookAt } from '../accessible.ts';
import { wang } from '../actions/authenticator-app.ts';
import {
	askForClientPassword,
	copyClientPassword,
	makeClientPassword,
	openClientPasswordForm,
} from '../actions/client-passwords.ts';
import { choosePasswordFor } from '../actions/mail-app.ts';
import { nextCode } from '../actions/set-up.ts';
import { answerTrust, signIn } from '../actions/sign-in.ts';
import type { MovableClock } from '../clock.ts';
import type { Words } from '../words.ts';
import { expect, test } from '../world.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const signInAsWang = async (page: Page, words: Words, clock: MovableClock) => {
	await signIn(page, words, 'wang', { app: wang, time: clock.now() });
	clock.advance(nextCode);
};

test('without a verification method there are none to be made, and the page says what to do', async ({
	page,
	words,
}) => {
	await signIn(page, words, 'lin');
	await page.goto('/security/client-passwords');
	await expect(page.getByRole('heading', { level: 1, name: words.clientPasswords })).toBeVisible();
	await expect(page.getByRole('link', { name: words.newPassword })).toHaveCount(0);
	await lookAt(page);
});

test('shown once: copied and marked by hand alike, not lost to Esc, never to be had again', async ({
	page,
	words,
	clock,
}) => {
	await signInAsWang(page, words, clock);
	await page.goto('/security/client-passwords');
	await expect(page.getByText(words.none)).toBeVisible();
	await lookAt(page);
	await page.getByRole('link', { name: words.newPassword }).first().click();
	await lookAt(page);
	await page.getByRole('link', { name: words.otherApp }).click();
	await lookAt(page);
	await page.getByRole('button', { name: words.generate, exact: true }).click();
	await expect(page.getByText(words.nameEmpty)).toBeVisible();
	await page.getByLabel(words.nameLabel).fill('办公室 Mac');
	await page.getByRole('button', { name: words.generate, exact: true }).click();
	await expect(page.getByRole('heading', { name: words.readyTitle('办公室 Mac') })).toBeFocused();
	await lookAt(page);
	await expect(page.getByText(words.incoming).first()).toBeVisible();
	await expect(page.getByText(words.outgoing).first()).toBeVisible();

	await test.step('Done before a copy asks once, and Esc takes nothing away', async () => {
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: words.done, exact: true }).click();
		await expect(page.getByRole('dialog', { name: words.leaveTitle })).toBeVisible();
		await lookAt(page);
		await page.getByRole('button', { name: words.goBack }).click();
	});

	const secret = await copyClientPassword(page, words);
	expect(secret).toHaveLength(16);
	const marked = await page.getByRole('code').evaluate((element) => {
		getSelection()?.selectAllChildren(element);
		return String(getSelection());
	});
	expect(marked).toBe(secret);

	await test.step('it is nowhere but on this screen', async () => {
		const kept = await page.evaluate(() =>
			JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href]),
		);
		expect(kept).not.toContain(secret);
	});

	await page.reload();
	await expect(page.getByRole('heading', { name: words.goneTitle })).toBeVisible();
	await expect(page.getByText(secret)).toHaveCount(0);
	await lookAt(page);
	await page.getByRole('button', { name: words.replaceLost }).click();
	const renewed = await copyClientPassword(page, words);
	expect(renewed).not.toBe(secret);
	await page.getByRole('button', { name: words.done, exact: true }).click();
	await expect(page.getByText(words.used(1), { exact: true })).toBeVisible();
	await page.goBack();
	await expect(page.getByText(renewed)).toHaveCount(0);
});

test('a lost answer is asked for again without taking a second place', async ({ page, words, clock }) => {
	await signInAsWang(page, words, clock);
	await openClientPasswordForm(page, words);
	await page.route('**/api/client-passwords', async (route) => {
		if (route.request().method() !== 'POST') return route.fallback();
		await route.fetch();
		await route.abort('connectionreset');
	});
	await page.getByLabel(words.nameLabel).fill('Phone');
	await page.getByRole('button', { name: words.generate, exact: true }).click();
	await expect(page.getByText(words.lost)).toBeVisible();
	await lookAt(page);
	await page.unroute('**/api/client-passwords');
	await page.getByRole('button', { name: words.generate, exact: true }).click();
	await copyClientPassword(page, words);
	await page.getByRole('button', { name: words.done, exact: true }).click();
	await expect(page.getByText(words.used(1), { exact: true })).toBeVisible();
});

test('a browser that does not let the page copy gets the password selected instead', async ({
	page,
	context,
	words,
	clock,
}) => {
	await context.clearPermissions();
	await page.addInitScript(() => {
		Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new Error('not allowed')) });
	});
	await signInAsWang(page, words, clock);
	await askForClientPassword(page, words, 'Phone');
	await page.getByRole('button', { name: words.copy, exact: true }).click();
	await expect(page.getByText(words.copyFailed)).toBeVisible();
	expect(await page.evaluate(() => String(getSelection()))).toMatch(/^[a-zA-Z2-9]{16}$/);
	await lookAt(page);
});

test('six at most; deleting one makes room', async ({ page, words, clock }) => {
	await signInAsWang(page, words, clock);
	for (let count = 1; count <= 6; count += 1) {
		await makeClientPassword(page, words, `App ${count}`);
		await page.getByRole('button', { name: words.done, exact: true }).click();
	}
	await page.goto('/security/client-passwords');
	await expect(page.getByText(words.full)).toBeVisible();
	await lookAt(page);
	await page.getByRole('button', { name: words.deleteNamed('App 3') }).click();
	await lookAt(page);
	await page.getByRole('dialog').getByRole('button', { name: words.delete, exact: true }).click();
	await expect(page.getByText(words.deleted('App 3'))).toBeVisible();
	await makeClientPassword(page, words, 'App 7');
});

test('after a while it asks who is there, and keeps what was typed', async ({ page, words, clock }) => {
	await signInAsWang(page, words, clock);
	await openClientPasswordForm(page, words);
	await page.getByLabel(words.nameLabel).fill('Tablet');
	clock.advance(11 * minute);
	await page.getByRole('button', { name: words.generate, exact: true }).click();
	const dialog = page.getByRole('dialog', { name: words.confirmTitle });
	await dialog.getByLabel(words.code).fill(await wang.codeAt(clock.now()));
	await dialog.getByRole('button', { name: words.verify }).click();
	await expect(page.getByRole('heading', { name: words.readyTitle('Tablet') })).toBeVisible();
});

test('a session that ended elsewhere leads to sign-in and back', async ({ page, context, words, clock }) => {
	await signInAsWang(page, words, clock);
	await page.goto('/security/client-passwords');
	await context.clearCookies({ name: '__Host-mailward' });
	await page.reload();
	await expect(page).toHaveURL(/\/sign-in\?next=/);
	await lookAt(page);
	await signInBack(page, words, clock);
	await expect(page).toHaveURL(/\/security\/client-passwords$/);
});

const signInBack = async (page: Page, words: Words, clock: MovableClock) => {
	await page.getByLabel(words.account, { exact: true }).fill('wang');
	await page.getByLabel(words.webPassword, { exact: true }).fill('demo-wang-2026');
	await page.getByRole('button', { name: words.signIn, exact: true }).click();
	await page.getByLabel(words.code).fill(await wang.codeAt(clock.now()));
	await page.getByRole('button', { name: words.verify, exact: true }).click();
	await answerTrust(page, words, 'thisTime');
};

test('the guide that does not arrive takes no password with it', async ({ page, words, clock }) => {
	await signInAsWang(page, words, clock);
	await choosePasswordFor(page, words, 'thunderbird');
	await expect(page.getByRole('button', { name: words.generate, exact: true })).toBeVisible();
	// Whatever is asked for from now on, but for the server's own answers, is lost on its way.
	await page.route('**/assets/**', (route) => route.abort());
	await page.getByRole('button', { name: words.generate, exact: true }).click();
	await expect(page.getByRole('code')).toBeVisible();
	expect(await copyClientPassword(page, words)).toHaveLength(16);
	await expect(page.getByText(words.stepsMissing)).toBeVisible();
	await lookAt(page);
});
