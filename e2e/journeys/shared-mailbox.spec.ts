import { demoAddress } from '@mailward/sandbox/demo-world/accounts.ts';
import { lookAt } from '../accessible.ts';
import { scanned } from '../actions/authenticator-app.ts';
import { makeClientPassword } from '../actions/client-passwords.ts';
import { chooseAuthenticator, connectAuthenticator, nextCode, saveRecoveryCodes } from '../actions/set-up.ts';
import { answerTrust, enterCode, enterPassword, signIn } from '../actions/sign-in.ts';
import { mailApps, setUpFor } from '../mail/mail-apps.ts';
import { expect, test } from '../world.ts';

test.use({ withMail: true });

test('two people of one mailbox each have their own way in, and one leaves @desktop', async ({
	page,
	words,
	clock,
	world,
	browser,
	context,
	language,
}, info) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	// Gao is the first, and says who she is.
	await signIn(page, words, 'lab');
	await page.goto('/security/methods/totp/set-up');
	await page.getByLabel(words.yourName).fill('高老师');
	const gao = await connectAuthenticator(page, words, clock, info);
	await saveRecoveryCodes(page, words);
	const gaosPassword = await makeClientPassword(page, words, 'Gao’s laptop');

	await page.goto('/security/people');
	await lookAt(page);
	await page.getByRole('button', { name: words.invite }).click();
	await page.getByRole('dialog').getByLabel(words.personName).fill('小赵');
	await page.getByRole('dialog').getByRole('button', { name: words.makeInvitation }).click();
	const code =
		(
			await page
				.getByText(/^[a-z2-9]{5}-[a-z2-9]{5}$/)
				.first()
				.textContent()
		)?.trim() ?? '';
	await lookAt(page);

	// Zhao comes in by the code, to a set-up of his own and to nothing else.
	const zhaos = await browser.newContext({ baseURL: world.origin });
	try {
		await zhaos.grantPermissions(['clipboard-read', 'clipboard-write']);
		const his = await zhaos.newPage();
		await his.goto(`/sign-in?lang=${language}`);
		await enterPassword(his, words, 'lab');
		await his.getByText(words.otherMethod).click();
		await his.getByRole('link', { name: words.invited }).click();
		await lookAt(his);
		await his.getByLabel(words.invitationCode).fill(code);
		await his.getByRole('button', { name: words.goOn, exact: true }).click();
		await chooseAuthenticator(his, words);
		const zhao = await connectAuthenticator(his, words, clock, info);
		await saveRecoveryCodes(his, words);
		const zhaosPassword = await makeClientPassword(his, words, 'Zhao’s phone');
		await his.goto('/security/client-passwords');
		await expect(his.getByText('Gao’s laptop')).toHaveCount(0);

		// Both have mail; both can sign in, each by their own app.
		const opens = async (password: string) =>
			(await mailApps.imapflow?.(await setUpFor(world, 'nginx', demoAddress('lab'), password)))?.ok;
		expect([await opens(gaosPassword), await opens(zhaosPassword)]).toEqual([true, true]);
		await page.goto('/security/activity');
		await expect(page.getByText('小赵').first()).toBeVisible();

		// Gao removes Zhao: his way in ends at once, hers stays.
		await page.goto('/security/people');
		await lookAt(page);
		await page.getByRole('button', { name: words.removePerson('小赵') }).click();
		await lookAt(page);
		await page.getByRole('dialog').getByRole('button', { name: words.removeThem }).click();
		await expect(page.getByText(words.personRemoved('小赵'))).toBeVisible();
		await his.goto('/security');
		await expect(his).toHaveURL(/\/sign-in/);
		await enterPassword(his, words, 'lab');
		await enterCode(his, words, await zhao.codeAt(clock.now()));
		await expect(his.getByRole('alert')).toContainText(words.codeWrong);
		expect([await opens(gaosPassword), await opens(zhaosPassword)]).toEqual([true, false]);
		clock.advance(nextCode);
		await enterCode(his, words, await gao.codeAt(clock.now()));
		await answerTrust(his, words, 'thisTime');
		await expect(his).toHaveURL(/\/security$/);
	} finally {
		await zhaos.close();
	}
});

test('several phones may scan one QR code; the second to use a code waits for the next, and loses nothing @desktop', async ({
	page,
	words,
	clock,
	browser,
	world,
	language,
}, info) => {
	await signIn(page, words, 'lab');
	await page.goto('/security/methods/totp/set-up');
	await page.getByLabel(words.yourName).fill('实验室');
	await page.getByRole('button', { name: words.generateKey }).click();
	const qr = page.getByRole('img', { name: words.qr });
	const [one, two] = [await scanned(qr, info), await scanned(qr, info)];
	await page.getByRole('link', { name: words.next }).click();
	await page.getByLabel(words.code).fill(await one.codeAt(clock.now()));
	await page.getByRole('button', { name: words.checkAndFinish }).click();
	await saveRecoveryCodes(page, words);
	clock.advance(nextCode);

	const code = await two.codeAt(clock.now());
	const [mine, theirs] = await Promise.all([
		browser.newContext({ baseURL: world.origin }),
		browser.newContext({ baseURL: world.origin }),
	]);
	try {
		const [first, second] = [await mine.newPage(), await theirs.newPage()];
		for (const each of [first, second]) {
			await each.goto(`/sign-in?lang=${language}`);
			await enterPassword(each, words, 'lab');
			await expect(each.getByRole('heading', { name: words.enterCode })).toBeVisible();
		}
		await enterCode(first, words, code);
		await answerTrust(first, words, 'thisTime');
		for (let time = 0; time < 6; time += 1) {
			await enterCode(second, words, code);
			await expect(second.getByRole('alert')).toContainText(words.codeUsed);
		}
		clock.advance(nextCode);
		await enterCode(second, words, await two.codeAt(clock.now()));
		await answerTrust(second, words, 'thisTime');
		await expect(second).toHaveURL(/\/security$/);
	} finally {
		await mine.close();
		await theirs.close();
	}
});
