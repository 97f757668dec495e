import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../crypto/random.ts';
import { createAuthenticator } from '../../testing/authenticator.ts';
import { createSettableClock } from '../../testing/settable-clock.ts';
import { second } from '../../time/clock.ts';
import { createTotpFactor } from './totp-factor.ts';

/** RFC 6238, appendix B: the SHA-1 rows, of whose eight digits the last six are the six-digit code. */
const vectors = [
	[59, '94287082'],
	[1_111_111_109, '07081804'],
	[1_111_111_111, '14050471'],
	[1_234_567_890, '89005924'],
	[2_000_000_000, '69279037'],
	[20_000_000_000, '65353130'],
] as const;
const rfcSecret = Buffer.from('12345678901234567890').toString('base64');
const account = { address: 'lin@example.edu.cn', name: '', personId: 'lin' };
const credential = { secret: rfcSecret, lastStep: 0 };

describe('TOTP (RFC 6238)', () => {
	it.each(vectors)('accepts the code of the RFC at %i s', (seconds, digits) => {
		const factor = createTotpFactor(createSettableClock(seconds * second), systemRandom);
		expect(factor.verify(credential, {}, { code: digits.slice(-6) })).toEqual({
			result: 'accepted',
			next: { secret: rfcSecret, lastStep: Math.floor(seconds / 30) },
		});
		expect(factor.verify(credential, {}, { code: digits.slice(0, 6) }).result).toBe('rejected');
	});

	it('agrees with a second implementation at any time, and one step either side only', () => {
		fc.assert(
			fc.property(fc.integer({ min: 60_000, max: 4e12 }), fc.integer({ min: -5, max: 5 }), (time, distance) => {
				const clock = createSettableClock(time);
				const factor = createTotpFactor(clock, systemRandom);
				const pending = factor.startEnrolment();
				const prompt = factor.enrolmentPrompt(account, pending);
				const authenticator = createAuthenticator(prompt.secret);
				const near = [-1, 0, 1].map((steps) => authenticator.codeAt(Math.max(0, time + steps * 30_000)));
				const code = authenticator.codeAt(Math.max(0, time + distance * 30_000));
				expect(factor.verify(pending, {}, { code }).result).toBe(near.includes(code) ? 'accepted' : 'rejected');
			}),
			{ numRuns: 60 },
		);
	});

	it('never accepts a step twice, nor an older one after a newer one, in any order of codes and clocks', () => {
		fc.assert(
			fc.property(
				fc.array(fc.record({ move: fc.integer({ min: -90, max: 90 }), code: fc.integer({ min: -1, max: 1 }) }), {
					maxLength: 20,
				}),
				(tries) => {
					const clock = createSettableClock(1_800_000_000_000);
					const factor = createTotpFactor(clock, systemRandom);
					const pending = factor.startEnrolment();
					const prompt = factor.enrolmentPrompt(account, pending);
					const authenticator = createAuthenticator(prompt.secret);
					let stored = pending;
					for (const { move, code } of tries) {
						clock.advance(move * second);
						const verdict = factor.verify(
							stored,
							{},
							{
								code: authenticator.codeAt(clock.now() + code * 30 * second),
							},
						);
						if (verdict.result !== 'accepted') continue;
						expect(verdict.next.lastStep).toBeGreaterThan(stored.lastStep);
						stored = verdict.next;
					}
				},
			),
			{ numRuns: 100 },
		);
	});

	it('tells of the step just used when the next code comes', () => {
		const clock = createSettableClock(1_800_000_010_000);
		const factor = createTotpFactor(clock, systemRandom);
		const pending = factor.startEnrolment();
		const prompt = factor.enrolmentPrompt(account, pending);
		const authenticator = createAuthenticator(prompt.secret);
		const lastStep = Math.floor(clock.now() / 30_000);
		const used = authenticator.codeAt(clock.now());
		const rejected = (nextIn: number) => ({ result: 'rejected', reason: { kind: 'just-used', nextIn } });
		expect(factor.verify({ ...pending, lastStep }, {}, { code: used })).toEqual(rejected(20_000));
		// A phone that runs ahead shows its next code only after that.
		const ahead = authenticator.codeAt(clock.now() + 30_000);
		expect(factor.verify({ ...pending, lastStep: lastStep + 1 }, {}, { code: ahead })).toEqual(rejected(50_000));
	});

	it('draws secrets of 160 bits (RFC 4226, 4, R6) that differ', () => {
		const factor = createTotpFactor(createSettableClock(), systemRandom);
		const secrets = Array.from({ length: 50 }, () => factor.startEnrolment().secret);
		expect(new Set(secrets).size).toBe(50);
		expect(secrets.every((secret) => Buffer.from(secret, 'base64').length === 20)).toBe(true);
	});
});
