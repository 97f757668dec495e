import { demoAddress, demoPassword } from '@mailward/sandbox/demo-world/accounts.ts';
import type { Page } from '@playwright/test';
import { lookAt } from '../accessible.ts';
import { deleteClientPassword, makeClientPassword } from '../actions/client-passwords.ts';
import { setUpAuthenticator } from '../actions/set-up.ts';
import { signIn, signOut } from '../actions/sign-in.ts';
import { mailApps, sentSubject, setUpFor } from '../mail/mail-apps.ts';
import { expect, test } from '../world.ts';

test.use({ withMail: true, permissions: ['clipboard-read', 'clipboard-write'] });
test.setTimeout(120_000);

const refusal = 'Application-specific password required: ';

/** nginx hands each protocol the text; Dovecot's own protocols have no place for it (see docs/operating). */
const showsText = (door: string, app: string) => door === 'nginx' && !app.startsWith('curl POP3');

test('from nothing to mail: lin sets up an authenticator and a mail app', async ({
	page,
	world,
	words,
	clock,
}, info) => {
	const user = demoAddress('lin');
	const everyMailApp = async (password: string, check: (door: string, app: string, outcome: Outcome) => void) => {
		const attempts = (['nginx', 'dovecot'] as const).flatMap((door) =>
			Object.entries(mailApps).map(
				async ([name, app]) => [door, name, await app(await setUpFor(world, door, user, password))] as const,
			),
		);
		for (const attempt of await Promise.all(attempts)) check(...attempt);
	};
	type Outcome = Awaited<ReturnType<(typeof mailApps)[string]>>;
	const works = (door: string, app: string, { ok, said }: Outcome) =>
		expect(ok, `${app} through ${door} must get in: ${said}`).toBe(true);
	const isRefused = (door: string, app: string, { ok, said }: Outcome) => {
		expect(ok, `${app} through ${door} must be refused`).toBe(false);
		if (showsText(door, app)) expect(said, `${app} through ${door}`).toContain(refusal);
	};

	await test.step('before two-factor, the web password opens the mailbox', () =>
		everyMailApp(demoPassword('lin'), works));

	await test.step('signs in and is told that two-factor is off', async () => {
		await page.goto('/sign-in');
		await lookAt(page);
		await signIn(page, words, 'lin');
		await expect(page.getByRole('heading', { name: words.twoFactorOff })).toBeVisible();
		await lookAt(page);
	});

	const app = await test.step('sets up the authenticator from the QR code on the screen', async () => {
		await page.goto('/security/methods/totp/set-up');
		await lookAt(page);
		const made = await setUpAuthenticator(page, words, clock, info);
		expect([made.issuer, made.account]).toEqual(['Mailward', user]);
		await expect(page.getByRole('heading', { name: words.twoFactorOn })).toBeVisible();
		await lookAt(page);
		return made;
	});

	await test.step('from that moment the web password is refused everywhere', () =>
		everyMailApp(demoPassword('lin'), isRefused));

	await test.step('signs out, and in again with a code', async () => {
		await signOut(page, words);
		await signIn(page, words, 'lin', { app, time: clock.now() });
		await expect(page.getByRole('heading', { name: words.twoFactorOn })).toBeVisible();
		await lookAt(page);
	});

	const secret = await test.step('makes a client password and copies it', async () => {
		const copied = await makeClientPassword(page, words, 'Thunderbird');
		expect(copied).toMatch(/^[a-hjkmnp-zA-HJ-NP-Z2-9]{16}$/);
		await lookAt(page);
		return copied;
	});

	await test.step('every mail app gets in with it, through both doors', async () => {
		await everyMailApp(secret, works);
		const inbox = await mailApps.imapflow?.(await setUpFor(world, 'nginx', user, secret));
		expect(inbox?.said, 'what was sent has arrived').toContain(sentSubject);
		await everyMailApp(demoPassword('lin'), isRefused);
	});

	await test.step('it does not open the web', async () => {
		const stranger = await page.context().browser()?.newPage({ baseURL: world.origin });
		if (stranger === undefined) throw new Error('no browser');
		await refusedOnTheWeb(stranger, secret);
	});

	await test.step('the list says when it was used, and from where', async () => {
		await expect(async () => {
			await page.goto('/security/client-passwords');
			await expect(page.getByText(/IMAP.*127\.0\.0\.1/)).toBeVisible({ timeout: 1000 });
		}).toPass();
		await lookAt(page);
	});

	await test.step('deletes it, and every mail app is refused at once', async () => {
		await deleteClientPassword(page, words, 'Thunderbird');
		await everyMailApp(secret, isRefused);
	});
});

const refusedOnTheWeb = async (page: Page, secret: string): Promise<void> => {
	await page.goto('/sign-in');
	const answer = await page.evaluate(
		async ([address, password]) => {
			const response = await fetch('/api/sign-in', {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify({ address, password }),
			});
			return response.status;
		},
		[demoAddress('lin'), secret] as const,
	);
	expect(answer).toBe(401);
	await page.close();
};
