import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** WCAG 2.2 A and AA, and axe's good practice, on the page as it stands. */
export const expectAccessible = async (page: Page): Promise<void> => {
	const { violations } = await new AxeBuilder({ page }).analyze();
	const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
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
