import { factorKinds } from '@mailward/shared/factors/kinds.ts';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '../crypto/random.ts';
import { createAuthenticator } from '../testing/authenticator.ts';
import { createSettableClock } from '../testing/settable-clock.ts';
import type { FactorRegistry } from './registry.ts';
import { createFactorRegistry } from './registry.ts';

const account = { address: 'lin@example.edu.cn' };

/** How a person would answer, by kind: a right answer now, and one that is wrong but well formed. */
const people: {
	readonly [Kind in keyof FactorRegistry]: (prompt: unknown, now: number) => { right: string; wrong: string };
} = {
	totp: (prompt, now) => {
		const authenticator = createAuthenticator((prompt as { secret: string }).secret);
		return { right: authenticator.codeAt(now), wrong: authenticator.wrongCodeAt(now) };
	},
};

describe.each(factorKinds)('the factor %s keeps the contract of all factors', (kind) => {
	const clock = createSettableClock();
	const factor = createFactorRegistry(clock, systemRandom)[kind];
	/** What storing does to a secret. */
	const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
	const begin = () => {
		const { pending, prompt } = factor.startEnrolment(account);
		return { pending: stored(pending), prompt, ...people[kind](prompt, clock.now()) };
	};
	const enrolled = () => {
		const begun = begin();
		const verdict = factor.finishEnrolment(begun.pending, begun.right);
		if (verdict.result !== 'accepted') throw new Error('the test was not passed');
		return { ...begun, credential: stored(verdict.next) };
	};

	it('is of its kind', () => {
		expect(factor.kind).toBe(kind);
	});

	it('is set up by a right answer, and not by a wrong one', () => {
		const { pending, right, wrong } = begin();
		expect(factor.finishEnrolment(pending, wrong).result).toBe('rejected');
		expect(factor.finishEnrolment(pending, right).result).toBe('accepted');
	});

	it('shows the same prompt again to who reloads', () => {
		const { pending, prompt } = begin();
		expect(factor.enrolmentPrompt(account, pending)).toEqual(prompt);
	});

	it('gives no two people the same secret', () => {
		expect(begin().pending).not.toEqual(begin().pending);
	});

	it('refuses the answer of somebody else', () => {
		expect(factor.verify(enrolled().credential, {}, begin().right).result).toBe('rejected');
	});

	it('takes no answer twice: not the one of its set-up, and not the one of a challenge', () => {
		const { credential, prompt, right } = enrolled();
		expect(factor.verify(credential, {}, right).result).toBe('rejected');
		clock.advance(60_000);
		const next = people[kind](prompt, clock.now()).right;
		const verdict = factor.verify(credential, {}, next);
		if (verdict.result !== 'accepted') throw new Error('a fresh answer was refused');
		expect(factor.verify(stored(verdict.next), {}, next).result).toBe('rejected');
	});

	it('tells of a slip of the form, whatever the secret, and of none in a right answer', () => {
		expect(factor.formProblem('')).toBe('empty');
		expect(factor.formProblem(begin().right)).toBeUndefined();
	});

	it('shows nothing of the secret at a challenge', () => {
		const { credential, prompt } = enrolled();
		const shown = JSON.stringify(factor.startChallenge([credential]).prompt);
		for (const value of Object.values(prompt as Record<string, string>)) expect(shown).not.toContain(value);
	});

	it('changes nothing it is given', () => {
		const { credential, right, wrong } = enrolled();
		const before = JSON.stringify(credential);
		factor.verify(credential, {}, right);
		factor.verify(credential, {}, wrong);
		expect(JSON.stringify(credential)).toBe(before);
	});
});
