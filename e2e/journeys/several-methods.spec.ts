import { minute } from '@mailward/bff/time/clock.ts';
import { lookAt } from '../accessible.ts';
import { wang } from '../actions/authenticator-app.ts';
import { askForClientPassword } from '../actions/client-passwords.ts';
import { withPasskeys } from '../actions/passkeys.ts';
import { connectAuthenticator, nextCode, saveRecoveryCodes } from '../actions/set-up.ts';
import { answerTrust, comeBack, enterCode, signIn, signOut } from '../actions/sign-in.ts';
import { expect, test } from '../world.ts';

test('two authenticators and a passkey side by side: each signs in, one is shown first, each has its name @desktop', async ({
	page,
	words,
	clock,
}, info) => {
	const passkeys = await withPasskeys(page);
	await signIn(page, words, 'wang', { app: wang, time: clock.now() });
	clock.advance(nextCode);

	await page.goto('/security/methods/totp/set-up');
	const second = await connectAuthenticator(page, words, clock, info, 'iPad');
	await saveRecoveryCodes(page, words);
	await page.goto('/security/methods/passkey/set-up');
	await lookAt(page);
	await page.getByRole('button', { name: words.goOn, exact: true }).click();
	await lookAt(page);
	await page.getByRole('button', { name: words.createPasskey }).click();
	await expect(page).toHaveURL(/\/done/);
	await lookAt(page);
	expect(await passkeys.count()).toBe(1);
	// From here on the sign-in page offers the passkey by itself; its person looks away.
	await passkeys.setPresent(false);

	// Each of the two authenticators signs in, at the same field.
	for (const app of [wang, second]) {
		await comeBack(page, words, 'wang');
		await page.getByText(words.otherMethod).click();
		await lookAt(page);
		if (await page.getByRole('button', { name: words.authenticator }).isVisible()) {
			await page.getByRole('button', { name: words.authenticator }).click();
		}
		await enterCode(page, words, await app.codeAt(clock.now()));
		await answerTrust(page, words, 'thisTime');
		await expect(page).toHaveURL(/\/security$/);
		clock.advance(nextCode);
	}

	// Shown first from now on: the passkey.
	await page.goto('/security/methods/passkey');
	await lookAt(page);
	await page.getByRole('button', { name: words.showFirst }).click();
	await expect(page.getByText(words.madeDefault)).toBeVisible();
	await comeBack(page, words, 'wang');
	await expect(page.getByRole('heading', { name: words.passkeyTitle })).toBeVisible();
	await lookAt(page);
	await passkeys.setPresent(true);
	await page.getByRole('button', { name: words.confirmPasskey, exact: true }).click();
	await answerTrust(page, words, 'thisTime');
	await expect(page).toHaveURL(/\/security$/);

	await page.goto('/security/methods/totp');
	await page.getByRole('button', { name: words.rename('iPad') }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('textbox').fill('办公室 iPad');
	await dialog.getByRole('button', { name: words.save }).click();
	await expect(page.getByText('办公室 iPad').first()).toBeVisible();
	await page.goto('/security/activity');
	await expect(page.getByText(words.byPasskey).first()).toBeVisible();
	await expect(page.getByText(words.byTotp).first()).toBeVisible();
	await lookAt(page);
});

test('a passkey signs in without a password @desktop', async ({ page, words, clock, world }) => {
	const passkeys = await withPasskeys(page);
	await signIn(page, words, 'wang', { app: wang, time: clock.now() });
	await page.goto('/security/methods/passkey/set-up');
	await page.getByRole('button', { name: words.goOn, exact: true }).click();
	await page.getByRole('button', { name: words.createPasskey }).click();
	await saveRecoveryCodes(page, words);
	// From here on the field offers the passkey; its person looks away and uses the button first.
	await passkeys.setPresent(false);
	await page.goto('/security');
	await signOut(page, words);

	await page.goto('/sign-in?next=/security/methods');
	await lookAt(page);
	await passkeys.setPresent(true);
	await page.getByRole('button', { name: words.usePasskey }).click();
	await expect(page).toHaveURL(`${world.origin}/security/methods`);
	await passkeys.setPresent(false);
	await page.goto('/security');
	await signOut(page, words);
	await expect(page.getByLabel(words.account, { exact: true })).toHaveAttribute('autocomplete', /webauthn/);
	// What the field's own list offers, chosen: no button of the page is pressed.
	await passkeys.setPresent(true);
	await page.goto('/sign-in?next=/security/methods');
	await expect(page).toHaveURL(`${world.origin}/security/methods`);
	// Two factors in one: nothing more is asked for what is sensitive, for ten minutes.
	await askForClientPassword(page, words, 'Phone');
	await expect(page.getByRole('heading', { name: words.readyTitle('Phone') })).toBeVisible();
});

test('a passkey confirms who it is, and what was typed is still there @desktop', async ({ page, words, clock }) => {
	await withPasskeys(page);
	await signIn(page, words, 'wang', { app: wang, time: clock.now() });
	await page.goto('/security/methods/passkey/set-up');
	await page.getByRole('button', { name: words.goOn, exact: true }).click();
	await page.getByRole('button', { name: words.createPasskey }).click();
	await saveRecoveryCodes(page, words);
	clock.advance(11 * minute);
	await askForClientPassword(page, words, 'Reading room');
	const dialog = page.getByRole('dialog', { name: words.confirmTitle });
	await expect(dialog).toBeVisible();
	await lookAt(page);
	const passkey = dialog.getByRole('button', { name: words.confirmPasskey, exact: true });
	if (!(await passkey.isVisible())) {
		await dialog.getByText(words.otherMethodConfirming).click();
		await dialog.getByRole('button', { name: words.passkey }).click();
	}
	await passkey.click();
	await expect(page.getByRole('heading', { name: words.readyTitle('Reading room') })).toBeVisible();
});
