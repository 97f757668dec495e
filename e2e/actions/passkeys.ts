import type { CDPSession, Page } from '@playwright/test';

/** What holds passkeys in a browser: a computer whose owner has a fingerprint that always matches. */
export interface PasskeyHolder {
	/** How many passkeys it holds. */
	count(): Promise<number>;
	/** Whether the person shows their finger when they are asked. */
	setPresent(present: boolean): Promise<void>;
}

/** Chromium's own virtual authenticator, by its developer protocol. */
export const withPasskeys = async (page: Page): Promise<PasskeyHolder> => {
	const session: CDPSession = await page.context().newCDPSession(page);
	await session.send('WebAuthn.enable');
	const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	});
	return {
		async count() {
			const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
			return credentials.length;
		},
		async setPresent(present) {
			await session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: present });
		},
	};
};
