import { expect, it } from 'vitest';
import { placeOf } from './where-to.ts';

const account = { address: 'lin@campus.example', name: '', kind: 'person', administrator: false } as const;
const passwordAt = '2026-11-21T12:02:00.000Z';

it('keeps the way on through every step of the sign-in', () => {
	expect(placeOf({ state: 'signed-out' }, '/security/methods')).toBe('/sign-in?next=%2Fsecurity%2Fmethods');
	expect(placeOf({ state: 'awaiting-set-up', account, passwordAt }, '/security/methods')).toBe(
		'/set-up?next=%2Fsecurity%2Fmethods',
	);
	const signedIn = {
		state: 'signed-in',
		account,
		verifiedAt: passwordAt,
		twoFactor: true,
		twoFactorRequired: false,
	} as const;
	expect(placeOf(signedIn, '/security/methods')).toBe('/security/methods');
	expect(placeOf(signedIn, undefined)).toBe('/security');
});
