import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

declare global {
	interface Window {
		axe: typeof axe;
	}
}

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/**
 * WCAG 2.2 A and AA, and axe's good practice, on the page as it stands. axe is put into a document once and stays there:
 * reading it costs more than looking.
 */
export const expectAccessible = async (page: Page): Promise<void> => {
	expect(page.frames(), 'axe looks at one document; a frame inside would go unseen').toHaveLength(1);
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
	const found = await page.evaluate(async () => {
		const { violations } = await window.axe.run({ resultTypes: ['violations'] });
		return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
	});
	expect(found, `axe on ${page.url()}`).toEqual([]);
};

/** Nothing is wider than the window, so nobody scrolls sideways to read. */
export const expectNoSidewaysScroll = async (page: Page): Promise<void> => {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow, `${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
};

/** Looks at a page the way each journey must: it can be used with a screen reader, and fits. */
export const lookAt = async (page: Page): Promise<void> => {
	await expect(page.locator('h1')).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
};
