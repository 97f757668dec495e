import type { ScanKind } from '@mailward/shared/factors/kinds.ts';
import type { Identification, IdentityProvider } from '../scans/identity-provider.ts';

/** A platform that says of each code what the test told it to; every code is good once. */
export interface TestPlatform extends IdentityProvider {
	/** A code by which `subject` is known. */
	codeOf(subject: string, name?: string): string;
	/** A code that is answered so. */
	codeFor(identification: Identification): string;
	/** How many codes it was brought. */
	readonly asked: number;
	/** The agent of its app's own browser. */
	readonly userAgent: string;
}

export const createTestPlatform = (kind: ScanKind): TestPlatform => {
	const codes = new Map<string, Identification>();
	let made = 0;
	let asked = 0;
	const codeFor = (identification: Identification) => {
		made += 1;
		const code = `${kind}-code-${made}`;
		codes.set(code, identification);
		return code;
	};
	const userAgent =
		kind === 'wechat' ? 'Mozilla/5.0 (iPhone) MicroMessenger/8.0' : 'Mozilla/5.0 (Android) DingTalk/7.5';
	return {
		kind,
		userAgent,
		codeFor,
		codeOf: (subject, name = '') => codeFor({ result: 'identified', subject, name }),
		isOwnBrowser: (agent) => agent === userAgent,
		authorisationUrl: ({ state, returnTo }) =>
			`https://${kind}.example/authorise?${new URLSearchParams({ state, returnTo })}`,
		get asked() {
			return asked;
		},
		async identify(code) {
			asked += 1;
			const known = codes.get(code);
			codes.delete(code);
			return known ?? { result: 'code-refused', detail: 'used or unknown' };
		},
	};
};
