import { minute } from '@mailward/bff/time/clock.ts';
import { lookAt } from '../accessible.ts';
import { readQr } from '../actions/camera.ts';
import { confirmOnPhone, followLink, readNumber } from '../actions/phones.ts';
import { bindByScan, finishWithNumber, qrOn, showQr } from '../actions/scan.ts';
import { saveRecoveryCodes } from '../actions/set-up.ts';
import { answerTrust, comeBack, signIn } from '../actions/sign-in.ts';
import { expect, test } from '../world.ts';

test.use({ withPlatforms: true });

test('WeChat is bound with the demo’s own phone, which reads the screen, and signs in with another @desktop', async ({
	page,
	context,
	words,
	language,
	sandbox,
	openPhone,
}, info) => {
	await signIn(page, words, 'lin');
	await page.goto('/security/methods/wechat/set-up');
	await lookAt(page);
	await page.getByRole('button', { name: words.showQr }).click();
	await expect(qrOn(page, words, 'wechat')).toBeVisible();
	await expect(page.getByText(words.waitingForPhone).first()).toBeVisible();
	await lookAt(page);

	await test.step('the demo’s phone, with nothing to install', async () => {
		const desk = await context.newPage();
		await desk.goto(`${sandbox.origin}/?lang=${language}`);
		await desk.getByRole('link', { name: words.wechat }).click();
		await desk.getByRole('radio', { name: words.linWen }).check();
		await desk.getByRole('button', { name: words.scan, exact: true }).click();
		await lookAt(desk);
		await desk
			.getByLabel(words.choosePicture)
			.setInputFiles({ name: 'screen.png', mimeType: 'image/png', buffer: await page.screenshot() });
		const inWechat = desk.frameLocator('iframe');
		await expect(inWechat.getByRole('heading', { name: words.bindThis(words.wechat) })).toBeVisible();
		await expect(page.getByRole('status').filter({ hasText: words.phoneAsks })).toBeVisible();
		await inWechat.getByRole('button', { name: words.confirm, exact: true }).click();
		await expect(inWechat.getByRole('heading', { name: words.confirmed })).toBeVisible();
		const number = await readNumber(inWechat);
		await desk.close();
		// Who photographed the code and confirmed first shows another number, or none.
		await finishWithNumber(page, words, number === '10' ? '11' : '10');
		await expect(page.getByText(words.notThatNumber)).toBeVisible();
		await lookAt(page);
		await finishWithNumber(page, words, number);
	});
	await saveRecoveryCodes(page, words);
	await expect(page.getByRole('heading', { name: words.twoFactorOn })).toBeVisible();
	await lookAt(page);

	await comeBack(page, words, 'lin');
	await expect(page.getByRole('heading', { name: words.scanTitle(words.wechat) })).toBeFocused();
	const link = await readQr(qrOn(page, words, 'wechat'), info);
	await lookAt(page);
	const camera = await openPhone('browser', undefined);
	await camera.goto(link);
	await expect(camera.getByRole('heading', { name: words.openIn(words.wechat) })).toBeVisible();
	await lookAt(camera);
	const phone = await openPhone('wechat', 'lin');
	await followLink(phone, words, 'wechat', link);
	await expect(phone.getByRole('heading', { name: words.isItYou })).toBeVisible();
	await expect(phone.getByText('lin@campus.example')).toBeVisible();
	await lookAt(phone);
	await phone.getByRole('button', { name: words.confirm, exact: true }).click();
	await expect(phone.getByRole('heading', { name: words.confirmed })).toBeVisible();
	await lookAt(phone);
	// Nobody touches the page: it goes on by itself.
	await answerTrust(page, words, 'thisTime');
	await expect(page).toHaveURL(/\/security$/);
});

test('DingTalk is bound for the one organisation only, and signs in @desktop', async ({
	page,
	words,
	openPhone,
}, info) => {
	await signIn(page, words, 'lin');
	await showQr(page, words, 'dingtalk');
	const link = await readQr(qrOn(page, words, 'dingtalk'), info);
	const phone = await openPhone('dingtalk', 'chen');

	await phone.goto(link);
	await phone.getByRole('button', { name: words.disagree, exact: true }).click();
	await expect(phone.getByRole('heading', { name: words.saidNothing(words.dingtalk) })).toBeVisible();
	await lookAt(phone);
	await phone.getByRole('button', { name: words.tryAgain }).click();
	await phone.getByRole('radio', { name: words.hospital }).check();
	await phone.getByRole('button', { name: words.agree, exact: true }).click();
	await expect(phone.getByRole('heading', { name: words.otherOrganisation })).toBeVisible();
	await lookAt(phone);
	await lookAt(page);
	await phone.getByRole('button', { name: words.tryAgain }).click();
	await phone.getByRole('radio', { name: words.university }).check();
	await phone.getByRole('button', { name: words.agree, exact: true }).click();
	await expect(phone.getByRole('heading', { name: words.bindThis(words.dingtalk) })).toBeVisible();
	await lookAt(phone);
	await phone.getByRole('button', { name: words.confirm, exact: true }).click();
	await expect(page.getByText('陈默')).toBeVisible();
	await finishWithNumber(page, words, await readNumber(phone));
	await saveRecoveryCodes(page, words);

	await comeBack(page, words, 'lin');
	await confirmOnPhone(phone, words, 'dingtalk', await readQr(qrOn(page, words, 'dingtalk'), info));
	await answerTrust(page, words, 'thisTime');
	await expect(page).toHaveURL(/\/security$/);
});

test('an old code is dead and renewed in place, another’s phone opens nothing, and “It’s not me” is heard @desktop', async ({
	page,
	words,
	clock,
	openPhone,
}, info) => {
	const phone = await openPhone('wechat', 'lin');
	await signIn(page, words, 'lin');
	await bindByScan(page, words, 'wechat', phone, info);
	await saveRecoveryCodes(page, words);
	await comeBack(page, words, 'lin');
	const qr = qrOn(page, words, 'wechat');
	const renew = page.getByRole('button', { name: words.renewQr });

	const old = await readQr(qr, info);
	clock.advance(3 * minute);
	// What a browser tells a page that is looked at again.
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await expect(page.getByRole('status').filter({ hasText: words.qrExpired })).toBeVisible();
	await lookAt(page);
	await renew.click();
	const second = await readQr(qr, info);
	expect(second).not.toBe(old);
	await phone.goto(old);
	await expect(phone.getByRole('heading', { name: words.qrDead })).toBeVisible();
	await lookAt(phone);

	const anothers = await openPhone('wechat', 'chen');
	await followLink(anothers, words, 'wechat', second);
	await expect(anothers.getByRole('heading', { name: words.wrongPhone(words.wechat) })).toBeVisible();
	await lookAt(anothers);
	await expect(page.getByText(words.notTheBoundOne).first()).toBeVisible();
	await lookAt(page);

	// The code has stayed good for whom it is meant.
	await followLink(phone, words, 'wechat', second);
	await phone.getByRole('button', { name: words.notMe, exact: true }).click();
	await expect(phone.getByRole('heading', { name: words.signInRefused })).toBeVisible();
	await lookAt(phone);
	await expect(page.getByText(words.refusedOnPhone).first()).toBeVisible();
	await lookAt(page);
	await renew.click();
	await confirmOnPhone(phone, words, 'wechat', await readQr(qr, info));
	await answerTrust(page, words, 'thisTime');
	await page.goto('/security/activity');
	await expect(page.getByText(words.refusalListed)).toBeVisible();
});
