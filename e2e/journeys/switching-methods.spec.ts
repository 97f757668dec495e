import { minute } from '@mailward/bff/time/clock.ts';
import type { Page } from '@playwright/test';
import { lookAt } from '../accessible.ts';
import { readQr } from '../actions/camera.ts';
import { followLink } from '../actions/phones.ts';
import { bindByScan, qrOn } from '../actions/scan.ts';
import { saveRecoveryCodes } from '../actions/set-up.ts';
import { answerTrust, comeBack, signIn } from '../actions/sign-in.ts';
import { bindNumber, enterTextCode, receiveCode, textsTo } from '../actions/text-messages.ts';
import type { Words } from '../words.ts';
import { expect, test } from '../world.ts';

test.use({ withPlatforms: true });

const number = '13800138042';

const switchTo = async (page: Page, words: Words, method: 'sms' | 'wechat'): Promise<void> => {
	await page.getByText(words.otherMethod).click();
	await page.getByRole('button', { name: words[method] }).click();
	const title = method === 'sms' ? words.smsTitle : words.scanTitle(words.wechat);
	await expect(page.getByRole('heading', { name: title })).toBeFocused();
};

test('from a text message to WeChat and back again: nothing is sent anew, and both go on where they were @desktop', async ({
	page,
	words,
	clock,
	sandbox,
	openPhone,
}, info) => {
	const phone = await openPhone('wechat', 'lin');
	await signIn(page, words, 'lin');
	await bindByScan(page, words, 'wechat', phone, info);
	await saveRecoveryCodes(page, words);
	await bindNumber(page, words, sandbox, number);
	await expect(page).toHaveURL(/\/done(\?|$)/);
	clock.advance(2 * minute);

	await comeBack(page, words, 'lin');
	await page.getByRole('button', { name: words.sendCode }).click();
	const code = await receiveCode(sandbox, number, 2);
	await switchTo(page, words, 'wechat');
	const link = await readQr(qrOn(page, words, 'wechat'), info);
	await followLink(phone, words, 'wechat', link);
	const asked = page.getByRole('status').filter({ hasText: words.phoneAsks });
	await expect(asked).toBeVisible();

	await switchTo(page, words, 'sms');
	await expect(page.getByText(words.codeSentTo('42'))).toBeVisible();
	await expect(page.getByLabel(words.textCode)).toBeVisible();
	await lookAt(page);
	await switchTo(page, words, 'wechat');
	await expect(asked).toBeVisible();
	expect(await readQr(qrOn(page, words, 'wechat'), info)).toBe(link);
	await switchTo(page, words, 'sms');
	expect(await textsTo(sandbox, number)).toHaveLength(2);
	await enterTextCode(page, words, code, 'verify');
	await answerTrust(page, words, 'thisTime');
	await expect(page).toHaveURL(/\/security$/);

	// What the phone still shows has nothing to confirm any more.
	await phone.getByRole('button', { name: words.confirm, exact: true }).click();
	await expect(phone.getByRole('heading', { name: words.qrDead })).toBeVisible();
});
