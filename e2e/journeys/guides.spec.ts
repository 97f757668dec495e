import type { SiteView } from '@mailward/shared/contract/site.ts';
import { mailApps } from '@mailward/shared/mail-apps.ts';
import { lookAt } from '../accessible.ts';
import { expect, test } from '../world.ts';

test('without signing in: the guide, and each mail app’s own with this site’s servers, printable', async ({
	page,
	words,
}, info) => {
	await page.goto('/sign-in');
	// In a window of its own: whoever reads it loses nothing of what they were doing.
	const opening = page.waitForEvent('popup');
	await page.getByRole('link', { name: words.guide, exact: true }).click();
	const guide = await opening;
	await expect(guide.getByRole('heading', { level: 1, name: words.guide, exact: true })).toBeVisible();
	await lookAt(guide);
	const { mail } = (await (await page.request.get('/api/site')).json()) as SiteView;
	for (const app of mailApps) {
		await test.step(app, async () => {
			await page.goto(`/guide/${app}`);
			await lookAt(page);
			await expect(page.getByRole('main')).toContainText(mail.submission.host);
			if (app !== 'program') await expect(page.getByRole('main')).toContainText(mail.imap.host);
			const printed = await page.pdf({ path: info.outputPath(`${app}.pdf`), format: 'A4' });
			expect(printed.subarray(0, 5).toString()).toBe('%PDF-');
		});
	}
	await page.goto('/guide/pigeon-post');
	await expect(page.getByRole('main')).not.toContainText(mail.submission.host);
});

test('a drawing can be enlarged, and Esc puts it back', async ({ page, words }) => {
	await page.goto('/guide/foxmail');
	await page.getByRole('button', { name: words.enlarge }).first().click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await lookAt(page);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
});
