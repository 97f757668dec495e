import { type FactorKind, factorKinds, isScanKind } from '@mailward/shared/factors/kinds.ts';
import { describe, expect, it } from 'vitest';
import { createFingerprint } from '../crypto/fingerprint.ts';
import { systemRandom } from '../crypto/random.ts';
import { createFactorWorld, factorPeople, type Person } from '../testing/factor-people.ts';
import { createSettableClock } from '../testing/settable-clock.ts';
import { origin } from '../testing/test-app.ts';
import { minute } from '../time/clock.ts';
import { createFactorRegistry, type FactorRegistry } from './registry.ts';

const account = { address: 'lin@example.edu.cn', name: 'Lin Wen', personId: 'PzR0x1kq3vT5yU7wA9bC2d' };
const context = {
	id: 'one-of-its-own',
	familyId: 'family',
	accountId: account.personId,
	personId: account.personId,
	purpose: 'set-up',
	client: { browser: 'Firefox', system: 'Linux', address: '203.0.113.7' },
} as const;
const relyingParty = { id: 'mail.example.edu.cn', origin, name: 'Example' };

/**
 * Whose answers are spent because the challenge they belong to ends: the factor itself would take them again. That it does
 * end, also of many answers at once, is shown in challenges/stolen-text-codes.test.ts and scans/first-end.test.ts.
 */
const spentByTheirChallenge = ['sms', 'wechat', 'dingtalk'] as const satisfies readonly FactorKind[];

describe.each(factorKinds)('the factor %s keeps the contract of all factors', (kind) => {
	const clock = createSettableClock();
	const world = createFactorWorld();
	const registry: FactorRegistry = createFactorRegistry({
		clock,
		random: systemRandom,
		recoveryFingerprint: createFingerprint(Buffer.alloc(32, 1)),
		relyingParty,
		texts: world.texts,
		mainlandOnly: true,
		scans: world.scans,
	});
	const factor = registry[kind];
	/** What storing does to a secret. */
	const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
	const begin = async () => {
		const begun = stored(await factor.startEnrolment(account, [], context));
		const number = `138${world.newName().padStart(8, '0')}`;
		const pending = factor.codes ? stored(world.carry(factor.codes.ofEnrolment(begun, number, 'text'))) : begun;
		const prompt = await factor.enrolmentPrompt(account, pending);
		return { pending, prompt, person: factorPeople[kind](prompt, clock, world) };
	};
	const enrolled = async () => {
		const begun = await begin();
		const verdict = await factor.finishEnrolment(begun.pending, begun.person.enrol.right());
		if (verdict.result !== 'accepted') throw new Error('the test was not passed');
		// The code of the set-up's test is used up; the next one comes with time.
		clock.advance(minute);
		return { ...begun, credential: stored(verdict.next) };
	};
	const pendingFor = async (credential: unknown) => {
		const begun = stored(await factor.startChallenge([{ id: 'own', owner: '', credential }], context));
		return factor.codes
			? stored(world.carry(factor.codes.ofChallenge(begun, { id: 'own', credential }, 'text')))
			: begun;
	};
	const challenged = async (credential: unknown, person: Person) => {
		const pending = await pendingFor(credential);
		return { pending, ...person.answer(await factor.challengePrompt(pending)) };
	};

	it('is of its kind', () => {
		expect(factor.kind).toBe(kind);
	});

	it('is set up by a right answer, and not by a wrong one', async () => {
		const { pending, person } = await begin();
		expect((await factor.finishEnrolment(pending, person.enrol.wrong())).result).toBe('rejected');
		expect((await factor.finishEnrolment(pending, person.enrol.right())).result).toBe('accepted');
	});

	it('shows the same prompt again to who reloads', async () => {
		const { pending, prompt } = await begin();
		expect(await factor.enrolmentPrompt(account, pending)).toEqual(prompt);
	});

	it('gives no two people the same secret', async () => {
		expect((await begin()).pending).not.toEqual((await begin()).pending);
	});

	it('accepts a right answer to a challenge, and refuses a wrong one', async () => {
		const { credential, person } = await enrolled();
		const { pending, right, wrong } = await challenged(credential, person);
		expect((await factor.verify(credential, pending, wrong())).result).toBe('rejected');
		expect((await factor.verify(credential, pending, right())).result).toBe('accepted');
	});

	it('refuses the answer of somebody else', async () => {
		const { credential } = await enrolled();
		const { credential: foreign, person: somebodyElse } = await enrolled();
		const pending = await pendingFor(credential);
		const { right } = somebodyElse.answer(await factor.challengePrompt(pending));
		expect((await factor.verify(credential, pending, right())).result).toBe('rejected');
		expect(foreign).not.toEqual(credential);
	});

	const isSpentByItsChallenge = spentByTheirChallenge.some((each) => each === kind);
	it(
		isSpentByItsChallenge ? 'leaves it to its challenge that no answer counts twice' : 'takes no answer twice',
		async () => {
			const { credential, person } = await enrolled();
			const { pending, right } = await challenged(credential, person);
			const answer = right();
			const verdict = await factor.verify(credential, pending, answer);
			if (verdict.result !== 'accepted') throw new Error('a fresh answer was refused');
			const again = await factor.verify(stored(verdict.next), pending, answer);
			expect(again.result).toBe(isSpentByItsChallenge ? 'accepted' : 'rejected');
		},
	);

	it('tells an answer of another method’s form, whatever the secret, and finds nothing in a right one', async () => {
		const { person } = await begin();
		expect(factor.formProblem(person.enrol.right())).toBeUndefined();
		const foreign = kind === 'passkey' ? { code: '123456' } : { attestation: {} as never };
		expect(factor.formProblem(foreign)).toEqual({ kind: 'foreign' });
	});

	it('shows nothing of the secret at a challenge', async () => {
		const { credential, person } = await enrolled();
		const { pending } = await challenged(credential, person);
		const shown = JSON.stringify(await factor.challengePrompt(pending));
		const secrets = kind === 'passkey' ? ['publicKey'] : Object.keys(credential as object);
		for (const name of secrets) {
			const secret = JSON.stringify((credential as Record<string, unknown>)[name]);
			expect(shown).not.toContain(secret);
		}
	});

	it('changes nothing it is given', async () => {
		const { credential, person } = await enrolled();
		const before = JSON.stringify(credential);
		const { pending, right, wrong } = await challenged(credential, person);
		await factor.verify(credential, pending, right());
		await factor.verify(credential, pending, wrong());
		expect(JSON.stringify(credential)).toBe(before);
	});

	it('names only what a page may show of its owner', async () => {
		const { credential } = await enrolled();
		const target = factor.target?.(credential) ?? '';
		if (kind === 'sms') expect(target).toMatch(/^\d\d$/);
		else expect(target).toBe(isScanKind(kind) ? 'Lin Wen' : '');
	});
});
