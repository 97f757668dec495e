import { inflateSync } from 'node:zlib';
import type { SiteView } from '@mailward/shared/contract/site.ts';
import { mailApps } from '@mailward/shared/mail-apps.ts';
import type { Page } from '@playwright/test';
import { lookAt } from '../accessible.ts';
import { expect, test } from '../world.ts';

/** What only a screen can use. */
const onScreenOnly = ['banner', 'contentinfo', 'button'] as const;

/** Paper has the same steps and drawings as the screen, and nothing around them. */
const expectPrintable = async (page: Page) => {
	const steps = page.locator('.guide-steps');
	const drawings = page.getByRole('main').getByRole('img');
	// The guide comes after the page around it.
	await expect(steps.first()).toBeVisible();
	const onScreen = { steps: await steps.allInnerTexts(), drawings: await drawings.count() };
	expect(onScreen.drawings).toBeGreaterThan(0);
	for (const role of onScreenOnly) await expect(page.getByRole(role).first()).toBeVisible();

	await page.emulateMedia({ media: 'print' });
	for (const role of onScreenOnly) await expect(page.getByRole(role)).toHaveCount(0);
	expect({ steps: await steps.allInnerTexts(), drawings: await drawings.count() }).toEqual(onScreen);
	for (const drawing of await drawings.all()) await expect(drawing).toBeVisible();
	await page.emulateMedia({ media: null });
};

/** How many pieces of text each sheet of a PDF shows, as Chromium writes them: none on a blank one. */
const textsOnSheets = (pdf: Buffer): number[] => {
	const source = pdf.toString('latin1');
	return [...source.matchAll(/\/Type \/Page\n[\s\S]*?\/Contents (\d+) 0 R/g)].map(([, id]) => {
		const [head = '', body = ''] = source.slice(source.indexOf(`\n${id} 0 obj\n`)).split(/stream\n/, 2);
		// What is hardly anything is not compressed.
		const drawn = head.includes('/FlateDecode') ? inflateSync(Buffer.from(body, 'latin1')).toString('latin1') : body;
		return drawn.match(/ T[jJ]$/gm)?.length ?? 0;
	});
};

test('without signing in: the guide, and each mail app’s own with this site’s servers, printable @crossed', async ({
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
			await expectPrintable(page);
			const printed = await page.pdf({ path: info.outputPath(`${app}.pdf`), format: 'A4' });
			const texts = textsOnSheets(printed);
			expect(texts.length).toBeGreaterThan(0);
			expect(texts).not.toContain(0);
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
