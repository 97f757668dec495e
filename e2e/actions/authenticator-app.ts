import { writeFile } from 'node:fs/promises';
import type { Locator, TestInfo } from '@playwright/test';
import { run } from './programs.ts';

/** The authenticator app on somebody's phone: zbar is its camera, oathtool its code generator. */
export interface AuthenticatorApp {
	/** The line under which the entry appears in the app's list. */
	readonly issuer: string;
	readonly account: string;
	/** The code the app shows at `time` (milliseconds since the epoch). */
	codeAt(time: number): Promise<string>;
}

/** Types a set-up key into the app. */
export const withKey = (key: string, issuer = '', account = ''): AuthenticatorApp => ({
	issuer,
	account,
	async codeAt(time) {
		const { stdout, code, stderr } = await run('oathtool', [
			'--totp',
			'--base32',
			'--now',
			`@${Math.floor(time / 1000)}`,
			key.replaceAll(/\s/g, ''),
		]);
		if (code !== 0) throw new Error(stderr);
		return stdout.trim();
	},
});

/** Points the phone's camera at the screen. */
export const scanned = async (qr: Locator, info: TestInfo): Promise<AuthenticatorApp> => {
	const picture = info.outputPath('screen.png');
	await writeFile(picture, await qr.screenshot());
	const { stdout, stderr } = await run('zbarimg', ['--quiet', '--raw', picture]);
	if (!stdout.startsWith('otpauth://totp/')) throw new Error(`no set-up code on the screen: ${stdout}${stderr}`);
	const uri = new URL(stdout.trim());
	const [issuer = '', account = ''] = decodeURIComponent(uri.pathname.replace(/^\/+(totp\/)?/, '')).split(':');
	return withKey(uri.searchParams.get('secret') ?? '', issuer, account);
};
