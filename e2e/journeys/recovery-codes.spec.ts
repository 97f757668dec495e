import { lookAt } from '../accessible.ts';
import { wang } from '../actions/authenticator-app.ts';
import { chooseAuthenticator, connectAuthenticator, saveRecoveryCodes } from '../actions/set-up.ts';
import { answerTrust, comeBack, enterCode, enterPassword, signIn } from '../actions/sign-in.ts';
import { expect, test } from '../world.ts';

test('a recovery code opens one sign-in, once @phone', async ({ page, words, clock }) => {
	await signIn(page, words, 'wang', { app: wang, time: clock.now() });
	await page.goto('/security/recovery-codes');
	await lookAt(page);
	await page.getByRole('button', { name: words.makeCodes }).click();
	const [code = '', other = ''] = await saveRecoveryCodes(page, words);
	const withCode = async (typed: string) => {
		await comeBack(page, words, 'wang');
		await page.getByText(words.otherMethod).click();
		await page.getByRole('link', { name: words.noneOfThese }).click();
		await expect(page.getByRole('heading', { name: words.enterRecovery })).toBeVisible();
		await page.getByLabel(words.recoveryCode, { exact: true }).fill(typed);
		await page.getByRole('button', { name: words.verify, exact: true }).click();
	};

	// Capitals, blanks and full width do not matter.
	await withCode(` ${code.toUpperCase().replace('-', ' ')}　`);
	await expect(page).toHaveURL(/\/security$/);
	await page.goto('/security/recovery-codes');
	await expect(page.getByLabel(words.codesLeft(9))).toBeVisible();
	await lookAt(page);
	await page.goto('/security/activity');
	await expect(page.getByText(words.codeUsedUp)).toBeVisible();

	await withCode(code);
	await expect(page.getByRole('alert')).toContainText(words.recoveryWrong);
	await expect(page.getByText(words.noCodeEither)).toBeVisible();
	await lookAt(page);
	await page.getByLabel(words.recoveryCode, { exact: true }).fill(other);
	await page.getByRole('button', { name: words.verify, exact: true }).click();
	await expect(page).toHaveURL(/\/security$/);
});

test('who has lost everything sets up anew with a code of the help desk, and what was lost opens nothing more @desktop', async ({
	page,
	words,
	clock,
	world,
}, info) => {
	await page.goto('/sign-in');
	await enterPassword(page, words, 'wang');
	await page.getByText(words.otherMethod).click();
	await page.getByRole('link', { name: words.noneOfThese }).click();
	await lookAt(page);
	await page.getByRole('link', { name: words.helpDeskCode }).click();
	const code = await world.app.people.reset(await world.app.accounts.find('wang'));
	await lookAt(page);
	await page.getByRole('textbox').fill(code);
	await page.getByRole('button', { name: words.goOn, exact: true }).click();
	await chooseAuthenticator(page, words);
	const next = await connectAuthenticator(page, words, clock, info);
	await saveRecoveryCodes(page, words);
	await comeBack(page, words, 'wang');
	await enterCode(page, words, await wang.codeAt(clock.now()));
	await expect(page.getByRole('alert')).toContainText(words.codeWrong);
	await enterCode(page, words, await next.codeAt(clock.now()));
	await answerTrust(page, words, 'thisTime');
	await expect(page).toHaveURL(/\/security$/);
});
