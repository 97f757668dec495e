import { demoAddress } from '@mailward/sandbox/demo-world/accounts.ts';
import { lookAt } from '../accessible.ts';
import { wang } from '../actions/authenticator-app.ts';
import { makeClientPassword } from '../actions/client-passwords.ts';
import { nextCode } from '../actions/set-up.ts';
import { enterCode, enterPassword, signIn } from '../actions/sign-in.ts';
import { mailApps, setUpFor } from '../mail/mail-apps.ts';
import { expect, test } from '../world.ts';

test.use({ withMail: true });

test('what happens to an account is listed for its owner, and what matters comes by mail @desktop', async ({
	page,
	context,
	words,
	clock,
	world,
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('/sign-in');
	await enterPassword(page, words, 'wang');
	await enterCode(page, words, '000000');
	await expect(page.getByRole('alert')).toContainText(words.codeWrong);
	clock.advance(nextCode);
	await signIn(page, words, 'wang', { app: wang, time: clock.now() });
	const password = await makeClientPassword(page, words, 'Reading room');

	await page.goto('/security/activity');
	for (const sentence of [words.byTotp, words.codeRefused, words.passwordMade('Reading room')]) {
		await expect(page.getByText(sentence).first()).toBeVisible();
	}
	await lookAt(page);

	// The notice travels by the demo's own post office into the mailbox, where the new password reads it.
	const setUp = await setUpFor(world, 'nginx', demoAddress('wang'), password);
	await expect
		.poll(async () => (await mailApps.imapflow?.(setUp))?.said, { timeout: 20_000 })
		.toContain('客户端专用密码');
});
