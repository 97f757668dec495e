import { userAgents } from '@mailward/sandbox/phone/apps.ts';
import { lookAt } from '../accessible.ts';
import { showQr } from '../actions/scan.ts';
import { saveRecoveryCodes } from '../actions/set-up.ts';
import { answerTrust, comeBack, signIn } from '../actions/sign-in.ts';
import { expect, test } from '../world.ts';

test.use({ withPlatforms: true, userAgent: userAgents.wechat });

test('inside WeChat there is nothing to scan: it is bound and signs in on the spot @phone', async ({ page, words }) => {
	await signIn(page, words, 'lin');
	await showQr(page, words, 'wechat');
	const confirmHere = page.getByRole('link', { name: words.confirmHere(words.wechat) });
	await expect(confirmHere).toBeVisible();
	await lookAt(page);
	await confirmHere.click();
	await expect(page.getByRole('heading', { name: words.bindThis(words.wechat) })).toBeVisible();
	await lookAt(page);
	await page.getByRole('button', { name: words.confirm, exact: true }).click();
	await page.getByRole('link', { name: words.backToSetUp }).click();
	await page.getByRole('link', { name: words.goOn, exact: true }).click();
	await page.getByRole('button', { name: words.finish, exact: true }).click();
	await saveRecoveryCodes(page, words);
	await expect(page.getByRole('heading', { name: words.twoFactorOn })).toBeVisible();

	await comeBack(page, words, 'lin');
	await lookAt(page);
	await confirmHere.click();
	await page.getByRole('button', { name: words.confirm, exact: true }).click();
	await page.getByRole('link', { name: words.backToSignIn }).click();
	await answerTrust(page, words, 'thisTime');
	await expect(page).toHaveURL(/\/security$/);
});
