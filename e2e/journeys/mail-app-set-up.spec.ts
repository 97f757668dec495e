import { demoAddress, demoPassword } from '@mailward/sandbox/demo-world/accounts.ts';
import { devices } from '@playwright/test';
import { expectNoSidewaysScroll, lookAt } from '../accessible.ts';
import { wang } from '../actions/authenticator-app.ts';
import { readQr } from '../actions/camera.ts';
import { copyClientPassword } from '../actions/client-passwords.ts';
import { choosePasswordFor, generateFor, readGroupByGroup } from '../actions/mail-app.ts';
import { signIn } from '../actions/sign-in.ts';
import { readProfile } from '../mail/apple-profile.ts';
import { mailApps, setUpFor } from '../mail/mail-apps.ts';
import { expect, test } from '../world.ts';

const { userAgent, viewport } = devices['iPhone 15'];
const iphone = { userAgent, viewport, hasTouch: true };

test.use({ withMail: true, permissions: ['clipboard-read', 'clipboard-write'] });

test('Thunderbird: from its tile to both ticks, as real mail servers see it sign in @crossed', async ({
	page,
	world,
	words,
	clock,
}) => {
	await signIn(page, words, 'wang', { app: wang, time: clock.now() });
	await page.goto('/security/client-passwords/new');
	await lookAt(page);
	await generateFor(page, words, 'thunderbird');
	const secret = await copyClientPassword(page, words);
	await expect(page.getByText(words.incomingWaits)).toBeVisible();
	await expect(page.getByText(words.outgoingWaits)).toBeVisible();
	await lookAt(page);
	const user = demoAddress('wang');

	await test.step('the old password in one of two fields is told apart from the new one', async () => {
		const stale = await mailApps.nodemailer?.(await setUpFor(world, 'nginx', user, demoPassword('wang')));
		expect(stale?.ok).toBe(false);
		await expect(page.getByText(words.outgoingRefused)).toBeVisible();
		await expect(page.getByText(words.stillWebPassword)).toBeVisible();
		await lookAt(page);
	});

	await test.step('each half ticks when the mail app gets in with this very password', async () => {
		const setUp = await setUpFor(world, 'nginx', user, secret);
		expect((await mailApps.imapflow?.(setUp))?.ok).toBe(true);
		await expect(page.getByText(words.incomingWorks)).toBeVisible();
		expect((await mailApps.nodemailer?.(setUp))?.ok).toBe(true);
		await expect(page.getByText(words.outgoingWorks)).toBeVisible();
		await lookAt(page);
	});

	await test.step('another password of the same account does not tick it', async () => {
		await generateFor(page, words, 'thunderbird');
		expect((await mailApps.imapflow?.(await setUpFor(world, 'nginx', user, secret)))?.ok).toBe(true);
		const renewed = await copyClientPassword(page, words);
		await expect(page.getByText(words.incomingWaits)).toBeVisible();
		expect((await mailApps.imapflow?.(await setUpFor(world, 'dovecot', user, renewed)))?.ok).toBe(true);
		await expect(page.getByText(words.incomingWorks)).toBeVisible();
	});
});

test('Huawei Email, which cannot paste: typed off the screen group by group on a phone 320 px wide @crossed', async ({
	page,
	world,
	words,
	clock,
}) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await signIn(page, words, 'wang', { app: wang, time: clock.now() });
	await generateFor(page, words, 'huawei');
	await expectNoSidewaysScroll(page);
	const typed = await readGroupByGroup(page, words, lookAt);
	expect(typed).toMatch(/^[a-hjkmnp-zA-HJ-NP-Z2-9]{16}$/);
	const setUp = await setUpFor(world, 'dovecot', demoAddress('wang'), typed);
	expect((await mailApps.imapflow?.(setUp))?.ok).toBe(true);
	await expect(page.getByText(words.incomingWorks)).toBeVisible();
	expect((await mailApps.nodemailer?.(setUp))?.ok).toBe(true);
	await expect(page.getByText(words.outgoingWorks)).toBeVisible();
	await lookAt(page);
});

test('a printer only sends: its password opens no mailbox @crossed', async ({ page, world, words, clock }) => {
	await signIn(page, words, 'wang', { app: wang, time: clock.now() });
	await generateFor(page, words, 'program');
	const secret = await copyClientPassword(page, words);
	await expect(page.getByText(words.incomingWaits)).toHaveCount(0);
	const setUp = await setUpFor(world, 'nginx', demoAddress('wang'), secret);
	expect((await mailApps.imapflow?.(setUp))?.ok).toBe(false);
	expect((await mailApps.nodemailer?.(setUp))?.ok).toBe(true);
	await expect(page.getByText(words.outgoingWorks)).toBeVisible();
});

test('who only uses a browser is told that there is nothing to do @crossed', async ({ page, words, clock }) => {
	await signIn(page, words, 'wang', { app: wang, time: clock.now() });
	await page.goto('/security/client-passwords/new');
	await page.getByRole('link', { name: words.browserOnlyTile }).click();
	await expect(page.getByRole('heading', { name: words.noneNeeded })).toBeFocused();
	await lookAt(page);
});

test('an iPhone sets itself up by a link that is good once @crossed', async ({
	page,
	world,
	words,
	clock,
	browser,
	locale,
}, info) => {
	await signIn(page, words, 'wang', { app: wang, time: clock.now() });
	await choosePasswordFor(page, words, 'iphone');
	await lookAt(page);
	await page.getByRole('button', { name: words.continueToLink, exact: true }).click();
	await expect(page.getByRole('heading', { name: words.openOnIphone })).toBeFocused();
	await lookAt(page);
	const link = await readQr(page.getByRole('img', { name: words.linkCode }), info);
	const context = await browser.newContext({ ...iphone, ...(locale && { locale }) });
	const phone = await context.newPage();
	await phone.goto(link);
	await lookAt(phone);
	await phone.reload();
	const downloading = phone.waitForEvent('download');
	await phone.getByRole('button', { name: words.downloadProfile }).click();
	const profile = await readProfile(phone, await downloading);
	await expect(phone.getByRole('heading', { name: words.nowInstall })).toBeVisible();
	await lookAt(phone);
	await expect(page.getByRole('heading', { name: words.deviceFetched })).toBeVisible();
	expect(profile).toMatchObject({ PayloadType: 'com.apple.mail.managed', EmailAddress: demoAddress('wang') });
	expect(profile.OutgoingPassword).toBe(profile.IncomingPassword);

	await test.step('the password in it works, and the page ticks', async () => {
		const setUp = await setUpFor(world, 'nginx', demoAddress('wang'), profile.IncomingPassword ?? '');
		expect((await mailApps.imapflow?.(setUp))?.ok).toBe(true);
		expect((await mailApps.nodemailer?.(setUp))?.ok).toBe(true);
		await expect(page.getByText(words.incomingWorks)).toBeVisible();
		await expect(page.getByText(words.outgoingWorks)).toBeVisible();
		await lookAt(page);
	});

	await test.step('the link gives nothing a second time', async () => {
		const again = await context.newPage();
		await again.goto(link);
		await expect(again.getByRole('heading', { name: words.linkGone })).toBeVisible();
		await lookAt(again);
	});
	await context.close();
});
