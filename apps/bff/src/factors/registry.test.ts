import { factorKinds } from '@mailward/shared/factors/kinds.ts';
import type { PasskeyChallengePrompt, PasskeyEnrolmentPrompt } from '@mailward/shared/factors/passkey-prompts.ts';
import { describe, expect, it } from 'vitest';
import { createFingerprint } from '../crypto/fingerprint.ts';
import { systemRandom } from '../crypto/random.ts';
import { createAuthenticator } from '../testing/authenticator.ts';
import { createPasskey } from '../testing/passkey.ts';
import { createSettableClock, type SettableClock } from '../testing/settable-clock.ts';
import type { FactorAnswer } from './factor.ts';
import { createFactorRegistry, type FactorRegistry } from './registry.ts';

const account = { address: 'lin@example.edu.cn', name: 'Lin Wen', personId: 'PzR0x1kq3vT5yU7wA9bC2d' };
const origin = 'https://mail.example.edu.cn';
const relyingParty = { id: 'mail.example.edu.cn', origin, name: 'Example' };

interface Answers {
	readonly right: FactorAnswer;
	/** Well formed. */
	readonly wrong: FactorAnswer;
}

/** Somebody with a prompt of their set-up before them: how they pass its test, and a challenge afterwards. */
interface Person {
	readonly enrol: Answers;
	answer(prompt: unknown): Answers;
}

/** How a person would answer, by kind. */
const people: { readonly [Kind in keyof FactorRegistry]: (prompt: unknown, clock: SettableClock) => Person } = {
	totp: (prompt, clock) => {
		const authenticator = createAuthenticator((prompt as { secret: string }).secret);
		const answers = () => ({
			right: { code: authenticator.codeAt(clock.now()) },
			wrong: { code: authenticator.wrongCodeAt(clock.now()) },
		});
		return { enrol: answers(), answer: answers };
	},
	passkey: (prompt) => {
		const { options } = prompt as PasskeyEnrolmentPrompt;
		const passkey = createPasskey(origin);
		return {
			enrol: {
				right: { attestation: passkey.attest(options) },
				wrong: { attestation: passkey.attest(options, { challenge: 'AAAA' }) },
			},
			answer: (challenge) => ({
				right: { assertion: passkey.assert((challenge as PasskeyChallengePrompt).options) },
				wrong: { assertion: passkey.assert((challenge as PasskeyChallengePrompt).options, { challenge: 'AAAA' }) },
			}),
		};
	},
	recovery: (prompt) => {
		const [code = ''] = (prompt as { codes: string[] }).codes;
		const wrong = { code: code.startsWith('a') ? 'bbbbb-bbbbb' : 'aaaaa-aaaaa' };
		// There is no test of codes but the word that they are saved; a code is no such word.
		return { enrol: { right: { saved: true }, wrong }, answer: () => ({ right: { code }, wrong }) };
	},
};

describe.each(factorKinds)('the factor %s keeps the contract of all factors', (kind) => {
	const clock = createSettableClock();
	const factor = createFactorRegistry({
		clock,
		random: systemRandom,
		recoveryFingerprint: createFingerprint(Buffer.alloc(32, 1)),
		relyingParty,
	})[kind];
	/** What storing does to a secret. */
	const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
	const begin = async () => {
		const pending = stored(await factor.startEnrolment(account, []));
		const prompt = factor.enrolmentPrompt(account, pending);
		return { pending, prompt, person: people[kind](prompt, clock) };
	};
	const enrolled = async () => {
		const begun = await begin();
		const verdict = await factor.finishEnrolment(begun.pending, begun.person.enrol.right);
		if (verdict.result !== 'accepted') throw new Error('the test was not passed');
		// The code of the set-up's test is used up; the next one comes with time.
		clock.advance(60_000);
		return { ...begun, credential: stored(verdict.next) };
	};
	const challenged = async (credential: unknown, person: Person) => {
		const pending = stored(await factor.startChallenge([credential]));
		return { pending, ...person.answer(factor.challengePrompt(pending)) };
	};

	it('is of its kind', () => {
		expect(factor.kind).toBe(kind);
	});

	it('is set up by a right answer, and not by a wrong one', async () => {
		const { pending, person } = await begin();
		expect((await factor.finishEnrolment(pending, person.enrol.wrong)).result).toBe('rejected');
		expect((await factor.finishEnrolment(pending, person.enrol.right)).result).toBe('accepted');
	});

	it('shows the same prompt again to who reloads', async () => {
		const { pending, prompt } = await begin();
		expect(factor.enrolmentPrompt(account, pending)).toEqual(prompt);
	});

	it('gives no two people the same secret', async () => {
		expect((await begin()).pending).not.toEqual((await begin()).pending);
	});

	it('accepts a right answer to a challenge, and refuses a wrong one', async () => {
		const { credential, person } = await enrolled();
		const { pending, right, wrong } = await challenged(credential, person);
		expect((await factor.verify(credential, pending, wrong)).result).toBe('rejected');
		expect((await factor.verify(credential, pending, right)).result).toBe('accepted');
	});

	it('refuses the answer of somebody else', async () => {
		const { credential } = await enrolled();
		const { credential: foreign, person: somebodyElse } = await enrolled();
		const pending = stored(await factor.startChallenge([credential]));
		const { right } = somebodyElse.answer(factor.challengePrompt(pending));
		expect((await factor.verify(credential, pending, right)).result).toBe('rejected');
		expect(foreign).not.toEqual(credential);
	});

	it('takes no answer twice', async () => {
		const { credential, person } = await enrolled();
		const { pending, right } = await challenged(credential, person);
		const verdict = await factor.verify(credential, pending, right);
		if (verdict.result !== 'accepted') throw new Error('a fresh answer was refused');
		expect((await factor.verify(stored(verdict.next), pending, right)).result).toBe('rejected');
	});

	it('tells an answer of another method’s form, whatever the secret, and finds nothing in a right one', async () => {
		const { person } = await begin();
		expect(factor.formProblem(person.enrol.right)).toBeUndefined();
		const foreign = kind === 'passkey' ? { code: '123456' } : { attestation: {} as never };
		expect(factor.formProblem(foreign)).toEqual({ kind: 'foreign' });
	});

	it('shows nothing of the secret at a challenge', async () => {
		const { credential, person } = await enrolled();
		const { pending } = await challenged(credential, person);
		const shown = JSON.stringify(factor.challengePrompt(pending));
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
		await factor.verify(credential, pending, right);
		await factor.verify(credential, pending, wrong);
		expect(JSON.stringify(credential)).toBe(before);
	});
});
