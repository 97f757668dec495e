import { minute } from '@mailward/bff/time/clock.ts';
import { lookAt } from '../accessible.ts';
import { wang } from '../actions/authenticator-app.ts';
import { askForClientPassword } from '../actions/client-passwords.ts';
import { connectAuthenticator, nextCode, saveRecoveryCodes } from '../actions/set-up.ts';
import { answerTrust, comeBack, enterCode, enterPassword, signIn } from '../actions/sign-in.ts';
import { expect, test } from '../world.ts';

const nextPassword = 'seven-herons-over-the-weir';

test('a trusted device skips the second step, not the question who it is, and only while it is trusted @phone', async ({
	page,
	words,
	clock,
}, info) => {
	/** Signs out and enters the password: what comes then tells whether the device is trusted. */
	const again = async (password?: string) => {
		await comeBack(page, words, 'wang', password);
	};
	const secondStep = page.getByRole('heading', { name: words.enterCode });
	const inside = page.getByRole('heading', { name: words.twoFactorOn });
	const passSecondStep = async (answer: 'trust' | 'thisTime', app = wang) => {
		await expect(secondStep).toBeVisible();
		await enterCode(page, words, await app.codeAt(clock.now()));
		await expect(page.getByRole('heading', { name: words.signedInTitle })).toBeVisible();
		await lookAt(page);
		await answerTrust(page, words, answer);
		await expect(inside).toBeVisible();
		clock.advance(nextCode);
	};

	await page.goto('/sign-in');
	await enterPassword(page, words, 'wang');
	await passSecondStep('thisTime');
	await again();
	await passSecondStep('trust');
	await again();
	await expect(inside).toBeVisible();

	// Trust vouches for a sign-in. What is sensitive asks for a method.
	await askForClientPassword(page, words, 'Phone');
	const dialog = page.getByRole('dialog', { name: words.confirmTitle });
	await dialog.getByLabel(words.code).fill(await wang.codeAt(clock.now()));
	await dialog.getByRole('button', { name: words.verify }).click();
	await expect(page.getByRole('heading', { name: words.readyTitle('Phone') })).toBeVisible();
	clock.advance(nextCode);

	// Revoked.
	await page.goto('/security/trusted-devices');
	await expect(page.getByText(words.thisBrowser).first()).toBeVisible();
	await lookAt(page);
	await page
		.getByRole('button', { name: new RegExp(`^${words.revoke}`) })
		.first()
		.click();
	await page.getByRole('dialog').getByRole('button', { name: words.revoke }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await again();
	await passSecondStep('trust');

	// A method is replaced.
	await page.goto('/security/methods/totp');
	await page.getByRole('link', { name: words.replace }).click();
	const next = await connectAuthenticator(page, words, clock, info);
	await saveRecoveryCodes(page, words);
	await again();
	await passSecondStep('trust', next);
	await again();
	await expect(inside).toBeVisible();

	// The web password is changed.
	clock.advance(11 * minute);
	await page.goto('/security/web-password');
	await lookAt(page);
	await page.getByLabel(words.currentPassword).fill('demo-wang-2026');
	await page.getByLabel(words.newWebPassword, { exact: true }).fill(nextPassword);
	await page.getByRole('button', { name: words.changePassword }).click();
	await dialog.getByLabel(words.code).fill(await next.codeAt(clock.now()));
	await dialog.getByRole('button', { name: words.verify }).click();
	await expect(page.getByText(words.passwordChanged)).toBeVisible();
	clock.advance(nextCode);
	await again(nextPassword);
	await expect(secondStep).toBeVisible();
});

test('the other browsers are listed and can be signed out @desktop', async ({
	page,
	words,
	clock,
	browser,
	world,
	language,
}) => {
	await signIn(page, words, 'wang', { app: wang, time: clock.now() });
	clock.advance(nextCode);
	const elsewhere = await browser.newContext({ baseURL: world.origin });
	try {
		const other = await elsewhere.newPage();
		await other.goto(`/sign-in?lang=${language}`);
		await signIn(other, words, 'wang', { app: wang, time: clock.now() });
		await page.goto('/security/trusted-devices');
		await page.getByRole('button', { name: words.signOutBrowser }).click();
		await lookAt(page);
		await page.getByRole('dialog').getByRole('button', { name: words.signOut, exact: true }).click();
		await expect(page.getByRole('dialog')).toHaveCount(0);
		await other.goto('/security');
		await expect(other).toHaveURL(/\/sign-in/);
	} finally {
		await elsewhere.close();
	}
});
