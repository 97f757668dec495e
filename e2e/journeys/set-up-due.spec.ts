import { demoAddress } from '@mailward/sandbox/demo-world/accounts.ts';
import { lookAt } from '../accessible.ts';
import { chooseAuthenticator, connectAuthenticator, recoveryCodesOn, saveRecoveryCodes } from '../actions/set-up.ts';
import { enterPassword, signIn, signOut } from '../actions/sign-in.ts';
import { expect, test } from '../world.ts';

test('chen is led from sign-in to a method by how he uses his mail, and on to where he was going', async ({
	page,
	words,
	clock,
}, info) => {
	await page.goto('/sign-in?next=/security/client-passwords');
	await enterPassword(page, words, 'chen');
	await expect(page).toHaveURL(/\/set-up(\?|$)/);
	await expect(page.getByText(words.required)).toBeVisible();
	await expect(page.getByRole('heading', { name: words.chooseTitle })).toBeFocused();
	await lookAt(page);

	// There is nowhere else to go, by whatever address.
	for (const elsewhere of ['/security', '/security/client-passwords/new', '/sign-in', '/set-up/recovery-codes']) {
		await page.goto(elsewhere);
		await expect(page.getByRole('heading', { name: words.chooseTitle })).toBeVisible();
	}
	await page.goto('/sign-in?next=/security/client-passwords');
	await chooseAuthenticator(page, words);
	await lookAt(page);
	const app = await connectAuthenticator(page, words, clock, info);
	await lookAt(page);

	// The method counts; the codes that go with it are still to be saved, and nothing else can be done before.
	await page.goto('/security');
	await expect(page).toHaveURL(/\/set-up\/recovery-codes/);
	const codes = await saveRecoveryCodes(page, words);
	expect(new Set(codes).size).toBe(10);
	for (const code of codes) expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
	await expect(page.getByRole('heading', { name: words.twoFactorOn })).toBeVisible();
	await lookAt(page);

	await page.goto('/security');
	await expect(page.getByText(demoAddress('chen'))).toBeVisible();
	await signOut(page, words);
	await signIn(page, words, 'chen', { app, time: clock.now() });
});

test('the recovery codes stay until they are said to be saved, over a reload as well @desktop', async ({
	page,
	words,
	clock,
}, info) => {
	await page.goto('/sign-in');
	await enterPassword(page, words, 'chen');
	await chooseAuthenticator(page, words);
	await connectAuthenticator(page, words, clock, info);
	const list = recoveryCodesOn(page, words);
	await expect(list).toHaveCount(10);
	const before = await list.allTextContents();
	await page.reload();
	await expect(list).toHaveText(before);
	await page.getByRole('link', { name: words.otherLanguage }).click();
	await expect(list).toHaveCount(0);
	await expect(page.getByRole('code')).toHaveText(before);
});
