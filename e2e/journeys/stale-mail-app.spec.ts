import { demoAddress, demoPassword } from '@mailward/sandbox/demo-world/accounts.ts';
import { lookAt } from '../accessible.ts';
import { wang } from '../actions/authenticator-app.ts';
import { copyClientPassword } from '../actions/client-passwords.ts';
import { generateFor } from '../actions/mail-app.ts';
import { signIn } from '../actions/sign-in.ts';
import { mailApps, setUpFor } from '../mail/mail-apps.ts';
import { expect, test } from '../world.ts';

test.use({ withMail: true, permissions: ['clipboard-read', 'clipboard-write'] });

test('a forgotten mail app goes on with the web password: its owner is told, and told when it is mended @crossed', async ({
	page,
	world,
	words,
	clock,
}) => {
	const user = demoAddress('wang');
	const forgotten = await setUpFor(world, 'nginx', user, demoPassword('wang'));
	const tries = async (count: number) => {
		for (let number = 1; number <= count; number += 1) {
			expect((await mailApps['curl IMAP']?.(forgotten))?.ok).toBe(false);
		}
	};
	await signIn(page, words, 'wang', { app: wang, time: clock.now() });
	await expect(page.getByRole('heading', { name: words.twoFactorOn })).toBeVisible();
	await expect(page.getByText(words.stale)).toHaveCount(0);

	await test.step('it appears while the page is open, and counts', async () => {
		await tries(1);
		await expect(page.getByText(words.stale)).toBeVisible();
		await tries(4);
		await page.reload();
		await expect(page.getByText(words.staleTries(5))).toBeVisible();
		await lookAt(page);
	});

	await test.step('nobody is shut out by it: the account signs in as before', async () => {
		const other = await page.context().browser()?.newContext({ baseURL: world.origin });
		const stranger = await other?.newPage();
		if (stranger === undefined) throw new Error('no browser');
		await stranger.goto('/sign-in');
		const status = await stranger.evaluate(
			async ([address, password]) => {
				const response = await fetch('/api/sign-in', {
					method: 'POST',
					headers: { 'Content-Type': 'application/json' },
					body: JSON.stringify({ address, password }),
				});
				return response.status;
			},
			[user, demoPassword('wang')] as const,
		);
		expect(status).toBe(200);
		await other?.close();
	});

	await test.step('with a client password in the same place it vanishes by itself', async () => {
		await generateFor(page, words, 'thunderbird');
		const secret = await copyClientPassword(page, words);
		const watching = await page.context().newPage();
		await watching.goto('/security');
		await expect(watching.getByText(words.stale)).toBeVisible();
		expect((await mailApps['curl IMAP']?.({ ...forgotten, password: secret }))?.ok).toBe(true);
		await expect(watching.getByText(words.allMended)).toBeVisible();
		await expect(watching.getByText(words.stale)).toHaveCount(0);
		await lookAt(watching);
	});
});
