/**
 * Why a browser came back without a passkey: closed by the person, no answer in time, already there (while making one), a
 * page at another address than the site's, ended by the page itself, or something that only the browser knows.
 */
export type CeremonyEnd = 'cancelled' | 'late' | 'existing' | 'elsewhere' | 'withdrawn' | 'failed';

/** Milliseconds: a browser that gives up does so about when it was told to. */
const slack = 500;

/** Reads the error of `navigator.credentials` (WebAuthn level 3, sections 5.1.3 and 5.1.4). Times in milliseconds. */
export const endOf = (thrown: unknown, { took, timeout }: { took: number; timeout: number }): CeremonyEnd => {
	switch (thrown instanceof Error ? thrown.name : undefined) {
		case 'NotAllowedError':
			return took >= timeout - slack ? 'late' : 'cancelled';
		case 'AbortError':
			return 'withdrawn';
		case 'InvalidStateError':
			return 'existing';
		case 'SecurityError':
			return 'elsewhere';
		default:
			return 'failed';
	}
};
