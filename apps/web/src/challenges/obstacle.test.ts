import type { ChallengeView } from '@mailward/shared/contract/challenges.ts';
import { describe, expect, it } from 'vitest';
import { obstacleIn, obstacleOf } from './obstacle.ts';

const retryAt = '2026-11-21T12:15:00.000Z';
const challenge = (method: Partial<ChallengeView['methods'][number]>): ChallengeView => ({
	id: 'c',
	kind: 'totp',
	prompt: {},
	expiresAt: retryAt,
	methods: [{ kind: 'totp', names: [], endings: [], state: 'available', ...method }],
	recovery: null,
});
const byRecoveryCode = (recovery: ChallengeView['recovery']): ChallengeView => ({
	...challenge({}),
	kind: 'recovery',
	prompt: {},
	recovery,
});

describe('an obstacle', () => {
	it('is not a wrong code, nor a lost connection: the field stays for the next try', () => {
		expect(
			obstacleOf({ code: 'factor.code_rejected', details: { attemptsLeft: 1, serverTime: retryAt } }),
		).toBeUndefined();
		expect(obstacleOf({ code: 'offline', details: {} })).toBeUndefined();
		expect(obstacleOf(undefined)).toBeUndefined();
	});

	it('is the last wrong code that a challenge takes', () => {
		expect(obstacleOf({ code: 'factor.code_rejected', details: { attemptsLeft: 0, serverTime: retryAt } })).toEqual({
			what: 'over',
			code: 'challenge.exhausted',
		});
		expect(obstacleOf({ code: 'factor.passkey_rejected', details: { attemptsLeft: 0 } })?.what).toBe('over');
		expect(obstacleOf({ code: 'factor.recovery_rejected', details: { attemptsLeft: 0 } })?.what).toBe('over');
	});

	it('is what ends a challenge, or keeps its method shut', () => {
		expect(obstacleOf({ code: 'challenge.expired', details: {} })).toEqual({ what: 'over', code: 'challenge.expired' });
		expect(obstacleOf({ code: 'factor.throttled', details: { retryAt } })).toEqual({ what: 'throttled', retryAt });
		expect(obstacleOf({ code: 'factor.disabled', details: {} })).toEqual({ what: 'disabled' });
	});

	it('is there from the start where the method is', () => {
		expect(obstacleIn(challenge({}))).toBeUndefined();
		expect(obstacleIn(challenge({ state: 'throttled', retryAt }))).toEqual({ what: 'throttled', retryAt });
		expect(obstacleIn(challenge({ state: 'disabled' }))).toEqual({ what: 'disabled' });
		expect(obstacleIn(challenge({ state: 'not-allowed' }))).toEqual({ what: 'not-allowed' });
	});

	it('may shut the recovery codes like any method', () => {
		expect(obstacleIn(byRecoveryCode({ state: 'available' }))).toBeUndefined();
		expect(obstacleIn(byRecoveryCode({ state: 'throttled', retryAt }))).toEqual({ what: 'throttled', retryAt });
		expect(obstacleIn(byRecoveryCode(null))).toBeUndefined();
	});
});
