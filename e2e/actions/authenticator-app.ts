import type { Locator, TestInfo } from '@playwright/test';
import { readQr } from './camera.ts';
import { run } from './programs.ts';

/** The authenticator app on somebody's phone; oathtool is its code generator. */
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

/** The app that the demo's wang has from the start. */
export const wang = withKey('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');

/** Points the phone's camera at the screen. */
export const scanned = async (qr: Locator, info: TestInfo): Promise<AuthenticatorApp> => {
	const said = await readQr(qr, info);
	if (!said.startsWith('otpauth://totp/')) throw new Error(`no set-up code on the screen: ${said}`);
	const uri = new URL(said);
	const [issuer = '', account = ''] = decodeURIComponent(uri.pathname.replace(/^\/+(totp\/)?/, '')).split(':');
	return withKey(uri.searchParams.get('secret') ?? '', issuer, account);
};
