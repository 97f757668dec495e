import { codeProblem, normaliseCode } from '@mailward/shared/factors/code.ts';
import { totpDigits, totpStepSeconds } from '@mailward/shared/factors/totp.ts';
import type { TotpEnrolmentPrompt } from '@mailward/shared/factors/totp-prompts.ts';
import { NodeCryptoPlugin } from '@otplib/plugin-crypto-node';
import { generateSync, generateURI, ScureBase32Plugin } from 'otplib';
import { sameText } from '../../crypto/fingerprint.ts';
import type { RandomBytes } from '../../crypto/random.ts';
import { type Clock, hour, second } from '../../time/clock.ts';
import type { Factor, FactorAnswer, Verdict } from '../factor.ts';

/** A time-based one-time code generator (RFC 6238) as the server keeps it, sealed. */
export interface TotpCredential {
	/** The shared secret, base64; 20 bytes (RFC 4226, section 4, R6). */
	readonly secret: string;
	/** The last step whose code was accepted; no code of this or an earlier step counts again (RFC 6238, 5.2). */
	readonly lastStep: number;
}

const stepMs = totpStepSeconds * second;
/** One step either side of now, for slow fingers and slightly wrong clocks (RFC 6238, 5.2). */
const tolerance = 1;
/** How far off a clock is recognised while setting up. Half a day covers a wrong time zone. */
const clockSearch = (12 * hour) / stepMs;

const crypto = new NodeCryptoPlugin();
const base32 = new ScureBase32Plugin();

/** The code of one step, by HMAC-SHA-1 as every authenticator app has it. */
const codeOf = (secret: Buffer, step: number): string =>
	generateSync({ secret, epoch: step * totpStepSeconds, digits: totpDigits, period: totpStepSeconds, crypto });

const issuer = 'Mailward';

export const createTotpFactor = (clock: Clock, random: RandomBytes) => {
	const currentStep = () => Math.floor(clock.now() / stepMs);

	/** The step near now whose code this is. Every candidate is computed, so that time tells nothing. */
	const matchingStep = (secret: Buffer, code: string): number | undefined => {
		const now = currentStep();
		let found: number | undefined;
		for (let step = now - tolerance; step <= now + tolerance; step += 1) {
			if (sameText(codeOf(secret, step), code)) found = step;
		}
		return found;
	};

	const offsetOf = (secret: Buffer, code: string): number | undefined => {
		const now = currentStep();
		for (let distance = tolerance + 1; distance <= clockSearch; distance += 1) {
			for (const step of [now + distance, now - distance]) {
				if (sameText(codeOf(secret, step), code)) return (step - now) * stepMs;
			}
		}
		return undefined;
	};

	const check = (credential: TotpCredential, answer: FactorAnswer, enrolling: boolean): Verdict<TotpCredential> => {
		const code = 'code' in answer ? normaliseCode(answer.code) : '';
		const secret = Buffer.from(credential.secret, 'base64');
		const step = matchingStep(secret, code);
		if (step === undefined) {
			const offset = enrolling ? offsetOf(secret, code) : undefined;
			return { result: 'rejected', reason: offset === undefined ? { kind: 'wrong' } : { kind: 'clock-off', offset } };
		}
		if (step === credential.lastStep) {
			const next = Math.max(step, currentStep()) + 1;
			return { result: 'rejected', reason: { kind: 'just-used', nextIn: next * stepMs - clock.now() } };
		}
		if (step < credential.lastStep) return { result: 'rejected', reason: { kind: 'wrong' } };
		return { result: 'accepted', next: { ...credential, lastStep: step } };
	};

	const enrolmentPrompt = (account: { address: string }, pending: TotpCredential): TotpEnrolmentPrompt => {
		const secret = base32.encode(Buffer.from(pending.secret, 'base64'), { padding: false });
		return { secret, uri: generateURI({ issuer, label: account.address, secret }) };
	};

	return {
		kind: 'totp',
		most: 20,
		formProblem(answer) {
			if (!('code' in answer)) return { kind: 'foreign' };
			const reason = codeProblem(normaliseCode(answer.code), totpDigits);
			return reason && { kind: 'code', reason };
		},
		startEnrolment: () => ({ secret: random(20).toString('base64'), lastStep: 0 }),
		enrolmentPrompt,
		finishEnrolment: (pending, answer) => check(pending, answer, true),
		startChallenge: () => ({}),
		challengePrompt: () => ({}),
		verify: (credential, _pending, answer) => check(credential, answer, false),
	} satisfies Factor<TotpCredential, TotpCredential, Record<never, never>, TotpEnrolmentPrompt, Record<never, never>>;
};
