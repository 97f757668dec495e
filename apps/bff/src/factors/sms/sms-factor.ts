import { codeProblem, normaliseCode } from '@mailward/shared/factors/code.ts';
import { smsCodeMinutes, smsDigits } from '@mailward/shared/factors/sms.ts';
import type { SmsChallengePrompt, SmsEnrolmentPrompt } from '@mailward/shared/factors/sms-prompts.ts';
import { sameText } from '../../crypto/fingerprint.ts';
import type { RandomBytes } from '../../crypto/random.ts';
import { type Clock, minute, toIso } from '../../time/clock.ts';
import type { Factor, FactorAnswer, Owned, Verdict } from '../factor.ts';
import { endingOf, parsePhoneNumber } from './phone-number.ts';
import type { Texts } from './texts.ts';

/** A mobile number whose owner has shown that codes reach them, as the server keeps it, sealed. */
export interface SmsCredential {
	/** E.164. */
	readonly number: string;
}

/** A code that was sent, and is good for its own five minutes whatever is sent after it. */
interface SentCode {
	readonly code: string;
	readonly number: string;
	readonly messageId: string;
	/** Milliseconds since the epoch. */
	readonly sentAt: number;
}

interface EnrolmentPending {
	readonly codes: readonly SentCode[];
}

interface ChallengePending extends EnrolmentPending {
	readonly numbers: readonly { readonly id: string; readonly owner: string; readonly number: string }[];
}

const codeLife = smsCodeMinutes * minute;

/** Six digits, each of a million equally likely: 32 random bits, drawn again where the last thousands would be unfair. */
const drawCode = (random: RandomBytes): string => {
	const fair = 2 ** 32 - (2 ** 32 % 10 ** smsDigits);
	for (;;) {
		const drawn = random(4).readUInt32BE();
		if (drawn < fair) return String(drawn % 10 ** smsDigits).padStart(smsDigits, '0');
	}
};

/**
 * Codes by text message. A restricted factor (NIST SP 800-63B-4, 3.1.3.3): who can have a number moved to another card
 * gets its codes. The factor draws and checks; others send.
 */
export const createSmsFactor = (parts: { clock: Clock; random: RandomBytes; texts: Texts; mainlandOnly: boolean }) => {
	const { clock, random, texts, mainlandOnly } = parts;
	const isGood = ({ sentAt }: SentCode): boolean => sentAt <= clock.now() && clock.now() < sentAt + codeLife;

	const sendingOf = async (pending: EnrolmentPending) => {
		const newest = pending.codes.at(-1);
		if (newest === undefined) return null;
		return {
			ending: endingOf(newest.number),
			sentAt: toIso(newest.sentAt),
			expiresAt: toIso(newest.sentAt + codeLife),
			// What is forgotten is long over.
			state: (await texts.state(newest.messageId)) ?? ('sent' as const),
		};
	};
	const resendAt = async (number: string) => {
		const at = await texts.resendAt(number);
		return at === null ? null : toIso(at);
	};

	const draw = <Pending extends EnrolmentPending>(pending: Pending, number: string, messageId: string) => {
		const code = drawCode(random);
		const sent = { code, number, messageId, sentAt: clock.now() };
		return { result: 'drawn', pending: { ...pending, codes: [...pending.codes, sent] }, number, code } as const;
	};

	/** Every code is compared, so that time tells nothing. */
	const check = (number: string, pending: EnrolmentPending, answer: FactorAnswer): Verdict<SmsCredential> => {
		const typed = 'code' in answer ? normaliseCode(answer.code) : '';
		const same = pending.codes.filter((sent) => sameText(sent.code, typed) && sent.number === number);
		if (same.some(isGood)) return { result: 'accepted', next: { number } };
		return { result: 'rejected', reason: { kind: same.length > 0 ? 'expired' : 'wrong' } };
	};

	return {
		kind: 'sms',
		most: 1,
		formProblem(answer) {
			if (!('code' in answer)) return { kind: 'foreign' };
			const reason = codeProblem(normaliseCode(answer.code), smsDigits);
			return reason && { kind: 'code', reason };
		},
		startEnrolment: (): EnrolmentPending => ({ codes: [] }),
		async enrolmentPrompt(_account, pending) {
			const number = pending.codes.at(-1)?.number ?? null;
			return {
				mainlandOnly,
				number,
				sending: await sendingOf(pending),
				resendAt: number === null ? null : await resendAt(number),
			};
		},
		finishEnrolment(pending, answer) {
			// The number that is bound is the one that the newest code went to: a code that was sent elsewhere proves nothing of it.
			const number = pending.codes.at(-1)?.number ?? '';
			return check(number, pending, answer);
		},
		startChallenge: (owned: readonly Owned<SmsCredential>[]): ChallengePending => ({
			numbers: owned.map(({ id, owner, credential }) => ({ id, owner, number: credential.number })),
			codes: [],
		}),
		async challengePrompt(pending) {
			const numbers = [];
			for (const { id, owner, number } of pending.numbers) {
				numbers.push({ id, name: owner, ending: endingOf(number), resendAt: await resendAt(number) });
			}
			return { numbers, sending: await sendingOf(pending) };
		},
		verify: (credential, pending, answer) => check(credential.number, pending, answer),
		target: ({ number }) => endingOf(number),
		isWorthKeeping: (pending) => pending.codes.some(isGood),
		unready: (pending) => (pending.codes.some(isGood) ? undefined : 'code-expired'),
		codes: {
			ofEnrolment(pending, typed, messageId) {
				const parsed = parsePhoneNumber(typed, mainlandOnly);
				return 'problem' in parsed
					? { result: 'refused', reason: parsed.problem }
					: draw(pending, parsed.number, messageId);
			},
			ofChallenge(pending, { id, credential: { number } }, messageId) {
				if (!pending.numbers.some((each) => each.id === id)) return { result: 'refused', reason: 'not-available' };
				// It may have been changed since the challenge was begun.
				const numbers = pending.numbers.map((each) => (each.id === id ? { ...each, number } : each));
				return draw({ ...pending, numbers }, number, messageId);
			},
			withoutExpired: (pending) => ({ ...pending, codes: pending.codes.filter(isGood) }),
		},
	} satisfies Factor<SmsCredential, EnrolmentPending, ChallengePending, SmsEnrolmentPrompt, SmsChallengePrompt>;
};
