import { hour, minute } from '@mailward/bff/time/clock.ts';
import { lookAt } from '../accessible.ts';
import { scanned, wang, withKey } from '../actions/authenticator-app.ts';
import { chooseAuthenticator, nextCode, saveRecoveryCodes, setUpAuthenticator } from '../actions/set-up.ts';
import { answerTrust, comeBack, enterCode, enterPassword, signIn } from '../actions/sign-in.ts';
import { expect, test } from '../world.ts';

test('a reload keeps the QR code and the key', async ({ page, words, clock }, info) => {
	await signIn(page, words, 'lin');
	await page.goto('/security/methods/totp/set-up');
	await page.getByRole('button', { name: words.generateKey }).click();
	const qr = page.getByRole('img', { name: words.qr });
	const before = await scanned(qr, info);
	await lookAt(page);
	await page.reload();
	const after = await scanned(qr, info);
	const time = clock.now();
	expect(await after.codeAt(time)).toBe(await before.codeAt(time));
	const typed = withKey((await page.getByRole('code').textContent()) ?? '');
	expect(await typed.codeAt(time)).toBe(await before.codeAt(time));
});

test('an expired QR code is renewed in place, in one click', async ({ page, words, clock }, info) => {
	await page.goto('/sign-in');
	await enterPassword(page, words, 'chen');
	await chooseAuthenticator(page, words);
	await page.getByRole('button', { name: words.generateKey }).click();
	const qr = page.getByRole('img', { name: words.qr });
	const before = await scanned(qr, info);
	clock.advance(11 * minute);
	await page.reload();
	await page.getByRole('button', { name: words.newQr }).click();
	const renewed = await scanned(qr, info);
	expect(await renewed.codeAt(clock.now())).not.toBe(await before.codeAt(clock.now()));
});

test('a wrong clock is told as a wrong clock, and a wrong code as a wrong code', async ({
	page,
	words,
	clock,
}, info) => {
	await signIn(page, words, 'lin');
	await page.goto('/security/methods/totp/set-up');
	await page.getByRole('button', { name: words.generateKey }).click();
	const app = await scanned(page.getByRole('img', { name: words.qr }), info);
	await page.getByRole('link', { name: words.next }).click();
	await expect(page.getByRole('heading', { name: words.testTitle })).toBeFocused();

	await page.getByLabel(words.code).fill(await app.codeAt(clock.now() + hour));
	await page.getByRole('button', { name: words.checkAndFinish }).click();
	await expect(page.getByRole('alert')).toContainText(words.clockOff);
	await lookAt(page);
	await page.goBack();
	await expect(page.getByRole('heading', { name: words.connectTitle })).toBeVisible();
	await page.goForward();
	await page.getByLabel(words.code).fill(await app.codeAt(clock.now()));
	await page.getByRole('button', { name: words.checkAndFinish }).click();
	await saveRecoveryCodes(page, words);
	await expect(page.getByRole('heading', { name: words.twoFactorOn })).toBeVisible();
});

test('on a phone the QR code has a way round it @phone', async ({ page, words }) => {
	await signIn(page, words, 'lin');
	await page.goto('/security/methods/totp/set-up');
	await page.getByRole('button', { name: words.generateKey }).click();
	await expect(page.getByRole('link', { name: words.openInApp })).toHaveAttribute('href', /^otpauth:\/\/totp\//);
});

test('replacing asks who it is, never passes through "off", and the old codes end', async ({
	page,
	words,
	clock,
	world,
}, info) => {
	await signIn(page, words, 'wang', { app: wang, time: clock.now() });
	clock.advance(11 * minute);
	await page.goto('/security/methods/totp');
	await lookAt(page);
	await page
		.getByRole('button', { name: words.replace })
		.or(page.getByRole('link', { name: words.replace }))
		.click();
	await page.getByRole('button', { name: words.generateKey }).click();
	const dialog = page.getByRole('dialog', { name: words.confirmTitle });
	await expect(dialog).toBeVisible();
	await lookAt(page);
	await dialog.getByLabel(words.code).fill(await wang.codeAt(clock.now()));
	await dialog.getByRole('button', { name: words.verify }).click();
	await expect(page.getByRole('heading', { name: words.connectTitle })).toBeVisible();
	expect((await world.app.accounts.find('wang')).twoFactor, 'in force until the new one is tested').toBe(true);

	const app = await scanned(page.getByRole('img', { name: words.qr }), info);
	await page.getByRole('link', { name: words.next }).click();
	await page.getByLabel(words.code).fill(await app.codeAt(clock.now()));
	await page.getByRole('button', { name: words.checkAndFinish }).click();
	await saveRecoveryCodes(page, words);
	await expect(page.getByRole('heading', { name: words.replaced })).toBeVisible();
	clock.advance(nextCode);

	await comeBack(page, words, 'wang');
	await enterCode(page, words, await wang.codeAt(clock.now()));
	await expect(page.getByRole('alert')).toContainText(words.codeWrong);
	await enterCode(page, words, await app.codeAt(clock.now()));
	await answerTrust(page, words, 'thisTime');
	await expect(page).toHaveURL(/\/security$/);
});

test('removing the only one says what follows and turns two-factor off', async ({ page, words, clock }) => {
	await signIn(page, words, 'wang', { app: wang, time: clock.now() });
	await page.goto('/security/methods/totp');
	await page.getByRole('button', { name: words.remove }).click();
	await lookAt(page);
	await page.getByRole('dialog').getByRole('button', { name: words.removeLast }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await page.goto('/security');
	await expect(page.getByRole('heading', { name: words.twoFactorOff })).toBeVisible();
});

test('where it is mandatory, the last one stays', async ({ page, words, clock }, info) => {
	await page.goto('/sign-in');
	await enterPassword(page, words, 'chen');
	await chooseAuthenticator(page, words);
	await setUpAuthenticator(page, words, clock, info);
	await page.goto('/security/methods/totp');
	await page.getByRole('button', { name: words.remove }).click();
	await expect(page.getByRole('dialog', { name: words.cannotRemove })).toBeVisible();
	await lookAt(page);
});
