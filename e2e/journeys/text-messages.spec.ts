import { minute, second } from '@mailward/bff/time/clock.ts';
import type { Page } from '@playwright/test';
import { lookAt } from '../accessible.ts';
import { wang } from '../actions/authenticator-app.ts';
import { nextCode, saveRecoveryCodes } from '../actions/set-up.ts';
import { answerTrust, comeBack, enterCode, signIn } from '../actions/sign-in.ts';
import { bindNumber, enterTextCode, proveNumber, receiveCode, textsTo } from '../actions/text-messages.ts';
import { type Words, wordsOf } from '../words.ts';
import { expect, test } from '../world.ts';

test.use({ withPlatforms: true });

const number = '13800138042';
/** A number gets one code a minute. */
const untilNextText = minute + second;

const sendAgain = (page: Page, words: Words) => page.getByRole('button', { name: words.sendAgain });

test('a mobile number is bound by a code and signs in by one, and nothing is sent before somebody asks', async ({
	page,
	words,
	clock,
	sandbox,
}) => {
	await signIn(page, words, 'lin');
	await page.goto('/security/methods/sms/set-up');
	await lookAt(page);
	await page.getByRole('button', { name: words.goOn, exact: true }).click();
	await lookAt(page);
	const field = page.getByLabel(words.mobileNumber, { exact: true });
	await field.fill('+44 7400 123456');
	await page.getByRole('button', { name: words.sendCode }).click();
	await expect(page.getByRole('alert')).toContainText(words.notMainland);
	await lookAt(page);

	// As people paste it: full width, with a blank and a hyphen.
	await field.fill('１３８ 0013-8042');
	await page.getByRole('button', { name: words.sendCode }).click();
	const code = await receiveCode(sandbox, number, 1);
	await expect(page.getByLabel(words.textCode)).toBeVisible();
	await lookAt(page);
	await enterTextCode(page, words, code === '000000' ? '000001' : '000000', 'confirm');
	await expect(page.getByRole('alert')).toContainText(words.textCodeWrong);
	await enterTextCode(page, words, code, 'confirm');
	await saveRecoveryCodes(page, words);
	await expect(page.getByRole('heading', { name: words.twoFactorOn })).toBeVisible();
	await lookAt(page);
	clock.advance(untilNextText);

	await comeBack(page, words, 'lin');
	await expect(page.getByRole('heading', { name: words.smsTitle })).toBeFocused();
	await expect(page.getByText(words.codeWillGoTo('42'))).toBeVisible();
	await expect(page.getByText(/0013/)).toHaveCount(0);
	await lookAt(page);
	expect(await textsTo(sandbox, number)).toHaveLength(1);
	await page.getByRole('button', { name: words.sendCode }).click();
	await expect(page.getByText(words.codeSentTo('42'))).toBeVisible();
	await lookAt(page);
	await enterTextCode(page, words, await receiveCode(sandbox, number, 2), 'verify');
	await answerTrust(page, words, 'thisTime');
	await expect(page).toHaveURL(/\/security$/);
});

test('when another code may be sent is the server’s to say: over a reload, in another tab, in the other language @desktop', async ({
	page,
	context,
	words,
	clock,
	sandbox,
	language,
}) => {
	await signIn(page, words, 'lin');
	await bindNumber(page, words, sandbox, number);
	await saveRecoveryCodes(page, words);
	clock.advance(untilNextText);
	await comeBack(page, words, 'lin');
	await page.getByRole('button', { name: words.sendCode }).click();
	const first = await receiveCode(sandbox, number, 2);
	/** Nothing can be sent yet, and the code that was sent can be entered. */
	const expectWait = async (tab: Page, said: Words) => {
		await expect(sendAgain(tab, said)).toHaveAttribute('aria-disabled', 'true');
		await expect(tab.getByRole('timer')).toContainText(said.canSendIn);
		await expect(tab.getByLabel(said.textCode)).toBeVisible();
	};
	await expectWait(page, words);
	// Pressed all the same: nothing happens.
	await sendAgain(page, words).press('Enter');
	await page.reload();
	await expectWait(page, words);
	const other = await context.newPage();
	await other.goto('/sign-in/verify');
	await expectWait(other, words);
	await other.close();
	const otherWords = wordsOf(language === 'zh' ? 'en' : 'zh');
	await page.getByRole('link', { name: words.otherLanguage }).click();
	await expectWait(page, otherWords);
	await page.getByRole('link', { name: otherWords.otherLanguage }).click();
	await expectWait(page, words);
	expect(await textsTo(sandbox, number)).toHaveLength(2);

	clock.advance(untilNextText);
	await page.reload();
	await sendAgain(page, words).click();
	const second = await receiveCode(sandbox, number, 3);
	await expectWait(page, words);
	// Each code has five minutes of its own, whatever was sent after it.
	clock.advance(4 * minute);
	await enterTextCode(page, words, first, 'verify');
	await expect(page.getByRole('alert')).toContainText(words.textCodeExpired);
	await enterTextCode(page, words, second, 'verify');
	await answerTrust(page, words, 'thisTime');
	await expect(page).toHaveURL(/\/security$/);
});

test('a number is changed by who it is, and the old one counts until the new one has passed its test @desktop', async ({
	page,
	words,
	clock,
	sandbox,
}) => {
	const next = '15900159077';
	await signIn(page, words, 'lin');
	await bindNumber(page, words, sandbox, number);
	await saveRecoveryCodes(page, words);
	clock.advance(11 * minute);
	await page.goto('/security/methods/sms');
	await expect(page.getByText(words.numberEnding('42')).first()).toBeVisible();
	await lookAt(page);
	await page.getByRole('link', { name: words.changeNumber }).click();
	await page.getByRole('button', { name: words.goOn, exact: true }).click();
	const dialog = page.getByRole('dialog', { name: words.confirmTitle });
	await dialog.getByRole('button', { name: words.sendCode }).click();
	await lookAt(page);
	await enterTextCode(dialog, words, await receiveCode(sandbox, number, 2), 'verify');
	await proveNumber(page, words, sandbox, next);
	await expect(page.getByRole('heading', { name: words.numberChanged })).toBeVisible();
	await lookAt(page);
	clock.advance(untilNextText);

	await comeBack(page, words, 'lin');
	await page.getByRole('button', { name: words.sendCode }).click();
	await expect(page.getByText(words.codeSentTo('77'))).toBeVisible();
	await enterTextCode(page, words, await receiveCode(sandbox, next, 2), 'verify');
	await answerTrust(page, words, 'thisTime');
	expect(await textsTo(sandbox, number), 'the old number hears nothing more').toHaveLength(2);
});

test('where one gateway fails the next one sends; what no gateway sends is told, with the other methods @desktop', async ({
	page,
	words,
	clock,
	sandbox,
}) => {
	await signIn(page, words, 'wang', { app: wang, time: clock.now() });
	await bindNumber(page, words, sandbox, number);
	await saveRecoveryCodes(page, words);
	clock.advance(untilNextText);
	await comeBack(page, words, 'wang');
	await page.getByText(words.otherMethod).click();
	await page.getByRole('button', { name: words.sms }).click();

	sandbox.faults.set('aliyun', 'error-500');
	await page.getByRole('button', { name: words.sendCode }).click();
	await receiveCode(sandbox, number, 2);
	await expect(page.getByText(words.codeSentTo('42'))).toBeVisible();
	const [newest] = await textsTo(sandbox, number);
	expect(newest?.via).toBe('webhook');

	sandbox.faults.set('aliyun', 'undelivered');
	clock.advance(untilNextText);
	await page.reload();
	await sendAgain(page, words).click();
	await expect(sendAgain(page, words)).toHaveAttribute('aria-disabled', 'true');
	// The operator's report is asked for; the page hears of it by itself.
	clock.advance(4 * second);
	await expect(page.getByText(words.undelivered)).toBeVisible();
	await lookAt(page);

	sandbox.faults.set('aliyun', 'error-500');
	sandbox.faults.set('webhook', 'error-500');
	clock.advance(untilNextText);
	await page.reload();
	await sendAgain(page, words).click();
	await expect(page.getByText(words.nobodySends)).toBeVisible();
	await lookAt(page);
	// The list of the others has opened by itself.
	await page.getByRole('button', { name: words.authenticator }).click();
	clock.advance(nextCode);
	await enterCode(page, words, await wang.codeAt(clock.now()));
	await answerTrust(page, words, 'thisTime');
	await expect(page).toHaveURL(/\/security$/);
});
