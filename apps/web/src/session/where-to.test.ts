import type { SessionState } from '@mailward/shared/session-state.ts';
import { describe, expect, it } from 'vitest';
import { placeAfterSecondStep, placeOf } from './where-to.ts';

const account = { address: 'lin@campus.example', name: '', kind: 'person', administrator: false } as const;
const passwordAt = '2026-11-21T12:02:00.000Z';
const settingUp = {
	state: 'awaiting-set-up',
	account,
	person: null,
	passwordAt,
	reason: 'required',
	methods: ['totp'],
} as const;
const signedIn = (trustOffer: { days: number } | null): SessionState => ({
	state: 'signed-in',
	account,
	person: null,
	verifiedAt: passwordAt,
	twoFactor: true,
	twoFactorRequired: false,
	twoFactorRequiredFrom: null,
	trustOffer,
});

describe('where a session belongs', () => {
	it('keeps the way on through every step of the sign-in', () => {
		expect(placeOf({ state: 'signed-out' }, '/security/methods')).toBe('/sign-in?next=%2Fsecurity%2Fmethods');
		expect(placeOf({ ...settingUp, methods: ['totp'], remaining: 'method' }, '/security/methods')).toBe(
			'/set-up?next=%2Fsecurity%2Fmethods',
		);
		expect(placeOf(signedIn(null), '/security/methods')).toBe('/security/methods');
		expect(placeOf(signedIn(null), undefined)).toBe('/security');
	});

	it('is what remains to be set up', () => {
		expect(placeOf({ ...settingUp, methods: ['totp'], remaining: 'recovery-codes' }, undefined)).toBe(
			'/set-up/recovery-codes',
		);
	});

	it('is the question of trust right after the second step, and only where there is one', () => {
		expect(placeAfterSecondStep(signedIn({ days: 30 }), '/security/methods')).toBe(
			'/sign-in/trust?next=%2Fsecurity%2Fmethods',
		);
		expect(placeAfterSecondStep(signedIn(null), '/security/methods')).toBe('/security/methods');
		expect(placeOf(signedIn({ days: 30 }), undefined)).toBe('/security');
	});
});
