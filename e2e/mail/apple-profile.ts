import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';

/** The set-up of a mail account in a downloaded profile, its strings by their names; read by the browser's own XML parser. */
export const readProfile = async (page: Page, download: Download): Promise<Record<string, string>> => {
	const xml = await readFile(await download.path(), 'utf8');
	return page.evaluate((text) => {
		const document = new DOMParser().parseFromString(text, 'application/xml');
		const fault = document.querySelector('parsererror');
		if (fault !== null) throw new Error(fault.textContent ?? 'no XML');
		const account = document.querySelector('array > dict');
		if (document.documentElement.tagName !== 'plist' || account === null) throw new Error('no property list');
		const strings = [...account.querySelectorAll(':scope > key + string')];
		return Object.fromEntries(
			strings.map((each) => [each.previousElementSibling?.textContent ?? '', each.textContent ?? '']),
		);
	}, xml);
};
