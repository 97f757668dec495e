import { writeFile } from 'node:fs/promises';
import type { Locator, TestInfo } from '@playwright/test';
import { run } from './programs.ts';

/** What a QR code on the screen says, read from its pixels; zbar is the camera. */
export const readQr = async (qr: Locator, info: TestInfo): Promise<string> => {
	const picture = info.outputPath('screen.png');
	await writeFile(picture, await qr.screenshot());
	const { stdout, stderr } = await run('zbarimg', ['--quiet', '--raw', picture]);
	if (stdout.trim() === '') throw new Error(`no QR code on the screen: ${stderr}`);
	return stdout.trim();
};
