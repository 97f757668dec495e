import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import type { PasskeyChallengePrompt, PasskeyEnrolmentPrompt } from '@mailward/shared/factors/passkey-prompts.ts';
import type { ScanPrompt } from '@mailward/shared/factors/scan-prompts.ts';
import type { SmsEnrolmentPrompt } from '@mailward/shared/factors/sms-prompts.ts';
import type { Draw, FactorAnswer } from '../factors/factor.ts';
import type { Confirmation, Scans } from '../factors/scan/scans.ts';
import type { Texts } from '../factors/sms/texts.ts';
import { minute, toIso } from '../time/clock.ts';
import { createAuthenticator } from './authenticator.ts';
import { createPasskey } from './passkey.ts';
import type { SettableClock } from './settable-clock.ts';
import { origin } from './test-app.ts';

/** What other rooms do for factors: texts that arrive at once, and phones that confirm when they are told to. */
export const createFactorWorld = () => {
	const codes = new Map<string, string>();
	const confirmed = new Map<string, Confirmation>();
	let made = 0;
	const texts: Texts = { state: async () => 'delivered', resendAt: async () => null };
	const scans: Scans = {
		async open() {
			made += 1;
			return { ticket: `ticket-${made}`, expiresAt: 3 * minute };
		},
		prompt: async (ticket, expiresAt) => ({
			url: ticket,
			expiresAt: toIso(expiresAt),
			state: confirmed.has(ticket) ? 'confirmed' : 'waiting',
			problem: null,
			phone: null,
		}),
		confirmedBy: async (ticket) => confirmed.get(ticket),
	};
	return {
		texts,
		scans,
		confirm: (ticket: string, subject: string) => confirmed.set(ticket, { subject, name: 'Lin Wen', number: '' }),
		/** Takes a code to its number. */
		carry(draw: Draw<unknown>) {
			if (draw.result !== 'drawn') throw new Error(`no code was drawn: ${draw.reason}`);
			codes.set(draw.number, draw.code);
			return draw.pending;
		},
		codeAt: (number: string) => codes.get(number) ?? '',
		newName() {
			made += 1;
			return String(made);
		},
	};
};
type World = ReturnType<typeof createFactorWorld>;

/** Given when they are asked for: a phone confirms at the moment in which its page says so. */
interface Answers {
	right(): FactorAnswer;
	/** Well formed. */
	wrong(): FactorAnswer;
}

/** Somebody with a prompt of their set-up before them: how they pass its test, and a challenge afterwards. */
export interface Person {
	readonly enrol: Answers;
	answer(prompt: unknown): Answers;
}
type MakePerson = (prompt: unknown, clock: SettableClock, world: World) => Person;

const withPhone: MakePerson = (prompt, _clock, world) => {
	const subject = world.newName();
	const answers = (shown: unknown): Answers => ({
		right() {
			world.confirm((shown as ScanPrompt).url, subject);
			return { scanned: true };
		},
		wrong: () => ({ scanned: true }),
	});
	return { enrol: answers(prompt), answer: answers };
};

/** How a person would answer, by kind. */
export const factorPeople: { readonly [Kind in FactorKind]: MakePerson } = {
	totp: (prompt, clock) => {
		const authenticator = createAuthenticator((prompt as { secret: string }).secret);
		const answers: Answers = {
			right: () => ({ code: authenticator.codeAt(clock.now()) }),
			wrong: () => ({ code: authenticator.wrongCodeAt(clock.now()) }),
		};
		return { enrol: answers, answer: () => answers };
	},
	sms: (prompt, _clock, world) => {
		const { number } = prompt as SmsEnrolmentPrompt;
		const code = () => world.codeAt(number ?? '');
		const answers: Answers = {
			right: () => ({ code: code() }),
			wrong: () => ({ code: code() === '123456' ? '654321' : '123456' }),
		};
		return { enrol: answers, answer: () => answers };
	},
	wechat: withPhone,
	dingtalk: withPhone,
	passkey: (prompt) => {
		const { options } = prompt as PasskeyEnrolmentPrompt;
		const passkey = createPasskey(origin);
		return {
			enrol: {
				right: () => ({ attestation: passkey.attest(options) }),
				wrong: () => ({ attestation: passkey.attest(options, { challenge: 'AAAA' }) }),
			},
			answer: (challenge) => ({
				right: () => ({ assertion: passkey.assert((challenge as PasskeyChallengePrompt).options) }),
				wrong: () => ({
					assertion: passkey.assert((challenge as PasskeyChallengePrompt).options, { challenge: 'AAAA' }),
				}),
			}),
		};
	},
	recovery: (prompt) => {
		const [code = ''] = (prompt as { codes: string[] }).codes;
		const wrong = () => ({ code: code.startsWith('a') ? 'bbbbb-bbbbb' : 'aaaaa-aaaaa' });
		// There is no test of codes but the word that they are saved; a code is no such word.
		return {
			enrol: { right: () => ({ saved: true }), wrong },
			answer: () => ({ right: () => ({ code }), wrong }),
		};
	},
};
