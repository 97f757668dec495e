import { minute } from '@mailward/bff/time/clock.ts';
import { demoAddress } from '@mailward/sandbox/demo-world/accounts.ts';
import { lookAt } from '../accessible.ts';
import { wang } from '../actions/authenticator-app.ts';
import { nextCode } from '../actions/set-up.ts';
import { answerTrust, enterCode, enterPassword, signIn } from '../actions/sign-in.ts';
import { expect, test } from '../world.ts';

test('a wrong password, an unknown account and a wrong spelling are told in the same words', async ({
	page,
	words,
}) => {
	await page.goto('/sign-in');
	await enterPassword(page, words, 'lin', 'not the password');
	await expect(page.getByRole('alert')).toContainText(words.refused);
	await lookAt(page);
	await page.getByLabel(words.account, { exact: true }).fill('nobody-at-all');
	await page.getByRole('button', { name: words.signIn, exact: true }).click();
	await expect(page.getByRole('alert')).toContainText(words.refused);
});

test('the account may be typed with full-width letters, in capitals, or without its domain', async ({
	page,
	words,
}) => {
	await page.goto('/sign-in');
	await page.getByLabel(words.account, { exact: true }).fill('ＬＩＮ');
	await page.getByLabel(words.webPassword, { exact: true }).fill('demo-lin-2026');
	await page.getByLabel(words.webPassword, { exact: true }).press('Enter');
	await expect(page.getByText(demoAddress('lin'))).toBeVisible();
});

test('six slips with a code are told in six ways, and a wrong one stays to be corrected', async ({
	page,
	words,
	clock,
}) => {
	await page.goto('/sign-in');
	await enterPassword(page, words, 'wang');
	await expect(page.getByRole('heading', { name: words.enterCode })).toBeFocused();
	await lookAt(page);
	const field = page.getByLabel(words.code);
	const problem = page.getByRole('alert');

	await enterCode(page, words, '');
	await expect(problem).toContainText(words.codeEmpty);
	await enterCode(page, words, '123');
	await expect(problem).toContainText(words.codeShort);
	await enterCode(page, words, '1234567');
	await expect(problem).toContainText(words.codeLong);

	await enterCode(page, words, '000000');
	await expect(problem).toContainText(words.codeWrong);
	await expect(problem).toContainText(words.triesLeft(4));
	await expect(problem).toContainText(words.serverTime);
	await expect(field).toHaveValue('000000');
	await expect(field).toBeFocused();
	await expect(field).toHaveAttribute('aria-invalid', 'true');
	expect(await field.evaluate((input: HTMLInputElement) => [input.selectionStart, input.selectionEnd])).toEqual([0, 6]);
	await lookAt(page);

	clock.advance(11 * minute);
	await enterCode(page, words, await wang.codeAt(clock.now()));
	await expect(page.getByText(words.codeExpired)).toBeVisible();
	await lookAt(page);
	await page.getByRole('button', { name: words.tryAgain }).click();
	await enterCode(page, words, await wang.codeAt(clock.now()));
	await answerTrust(page, words, 'thisTime');
	await expect(page).toHaveURL(/\/security$/);
});

test('a code with full-width digits and blanks is the code, and Enter twice asks once', async ({
	page,
	words,
	clock,
}) => {
	await page.goto('/sign-in');
	await enterPassword(page, words, 'wang');
	const code = await wang.codeAt(clock.now());
	const wide = [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit)));
	let answers = 0;
	page.on('request', (request) => {
		if (request.url().endsWith('/answer')) answers += 1;
	});
	await page.getByLabel(words.code).fill(`${wide.slice(0, 3).join('')} ${wide.slice(3).join('')}`);
	await page.getByLabel(words.code).press('Enter');
	await page.keyboard.press('Enter');
	await answerTrust(page, words, 'thisTime');
	await expect(page).toHaveURL(/\/security$/);
	expect(answers).toBe(1);
});

test('a code that has been used is told as used, and costs no attempt', async ({
	page,
	context,
	words,
	clock,
	world,
}) => {
	const code = await wang.codeAt(clock.now());
	await signIn(page, words, 'wang', { app: wang, time: clock.now() });
	await context.clearCookies({ name: '__Host-mailward' });
	await page.goto('/sign-in');
	await enterPassword(page, words, 'wang');
	await enterCode(page, words, code);
	await expect(page.getByRole('alert')).toContainText(words.codeUsed);
	clock.advance(nextCode);
	await enterCode(page, words, await wang.codeAt(clock.now()));
	await answerTrust(page, words, 'thisTime');
	await expect(page).toHaveURL(`${world.origin}/security`);
});

test('after five wrong codes the verification ends, and after ten the method waits', async ({ page, words, clock }) => {
	await page.goto('/sign-in');
	await enterPassword(page, words, 'wang');
	for (let round = 0; round < 2; round += 1) {
		for (let attempt = 0; attempt < 4; attempt += 1) {
			await enterCode(page, words, `00000${attempt}`);
			await expect(page.getByRole('alert')).toContainText(words.triesLeft(4 - attempt));
		}
		await enterCode(page, words, '111111');
		await page.getByRole('button', { name: words.tryAgain }).click();
	}
	await expect(page.getByText(words.codeThrottled).first()).toBeVisible();
	await lookAt(page);
	clock.advance(16 * minute);
});

test('switching the language keeps the step and what was typed', async ({ page, words, language }) => {
	await page.goto('/sign-in');
	await page.getByLabel(words.account, { exact: true }).fill('wang');
	await page.getByRole('link', { name: words.otherLanguage }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'en' : 'zh-CN');
	await expect(page.getByRole('textbox').first()).toHaveValue('wang');
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'en' : 'zh-CN');
});

test('the second step leads to other methods, to the help desk, and back to another account', async ({
	page,
	words,
}) => {
	await page.goto('/sign-in');
	await enterPassword(page, words, 'wang');
	await page.getByText(words.otherMethod).click();
	await lookAt(page);
	await page.getByRole('link', { name: words.noneOfThese }).click();
	await expect(page.getByRole('main').getByRole('link', { name: '010-5550 1234' })).toBeVisible();
	await lookAt(page);
	await page.getByRole('button', { name: words.differentAccount }).click();
	await expect(page.getByLabel(words.account, { exact: true })).toBeVisible();
});

test('the second step stands when the answer to the password comes: nothing more is asked for', async ({
	page,
	words,
}) => {
	const after: string[] = [];
	let answered = false;
	page.on('response', (response) => {
		if (response.url().endsWith('/api/sign-in')) answered = true;
	});
	page.on('request', (request) => {
		if (answered && !request.url().endsWith('.svg')) after.push(request.url());
	});
	await page.goto('/sign-in');
	await enterPassword(page, words, 'wang');
	await expect(page.getByLabel(words.code)).toBeVisible();
	expect(after).toEqual([]);
});
