import {
	groupedPaperCode,
	isPaperCode,
	normalisePaperCode,
	paperCodeAlphabet,
	paperCodeLength,
	recoveryCodeCount,
} from '@mailward/shared/factors/recovery.ts';
import type { RecoveryEnrolmentPrompt } from '@mailward/shared/factors/recovery-prompts.ts';
import { type Fingerprint, sameText } from '../../crypto/fingerprint.ts';
import { type RandomBytes, randomText } from '../../crypto/random.ts';
import type { Factor } from '../factor.ts';

/** Look-up secrets (NIST SP 800-63B-4, 3.1.2) as the server keeps them, sealed. */
export interface RecoveryCredential {
	/** Base64url; makes the hashes of one person useless against another's. */
	readonly salt: string;
	/** Salted, keyed hashes of the codes that have not been used. */
	readonly left: readonly string[];
}

interface Pending {
	readonly codes: readonly string[];
}

/**
 * Recovery codes: each opens one sign-in, once. A used one is taken out of the credential, and the swap of the
 * credential by version is what lets only one of two users of the same code in.
 */
export const createRecoveryFactor = (random: RandomBytes, fingerprint: Fingerprint) => {
	const hash = (salt: string, code: string) => fingerprint(`${salt} ${code}`);
	return {
		kind: 'recovery',
		// New ones take the place of the old.
		most: 1,
		formProblem(answer) {
			if ('saved' in answer) return undefined;
			if (!('code' in answer)) return { kind: 'foreign' };
			return isPaperCode(normalisePaperCode(answer.code)) ? undefined : { kind: 'recovery-code' };
		},
		startEnrolment: () => ({
			codes: Array.from({ length: recoveryCodeCount }, () => randomText(random, paperCodeAlphabet, paperCodeLength)),
		}),
		enrolmentPrompt: (_account, { codes }) => ({ codes: codes.map(groupedPaperCode) }),
		finishEnrolment({ codes }, answer) {
			if (!('saved' in answer)) return { result: 'rejected', reason: { kind: 'wrong' } };
			const salt = random(16).toString('base64url');
			return { result: 'accepted', next: { salt, left: codes.map((code) => hash(salt, code)) } };
		},
		startChallenge: () => ({}),
		challengePrompt: () => ({}),
		verify(credential, _pending, answer) {
			const wanted = 'code' in answer ? hash(credential.salt, normalisePaperCode(answer.code)) : '';
			const left = credential.left.filter((each) => !sameText(each, wanted));
			if (left.length === credential.left.length) return { result: 'rejected', reason: { kind: 'wrong' } };
			return { result: 'accepted', next: { ...credential, left } };
		},
	} satisfies Factor<RecoveryCredential, Pending, Record<never, never>, RecoveryEnrolmentPrompt, Record<never, never>>;
};

/** How many codes are left of what a credential of this kind was opened to. */
export const recoveryCodesLeft = (opened: unknown): number => (opened as RecoveryCredential).left.length;
