import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import { expect } from 'vitest';
import { minute, second } from '../../time/clock.ts';
import { type Authenticator, createAuthenticator } from '../authenticator.ts';
import { createPasskey, type Passkey } from '../passkey.ts';
import { createPhone, stateIn } from '../phone.ts';
import { newSubject } from '../scan-acts.ts';
import { origin } from '../test-app.ts';
import { otherCode } from '../text-acts.ts';
import { mustSaveCodes, signIn } from './door-steps.ts';
import {
	type Challenge,
	hasKind,
	isAllowed,
	type Method,
	type Model,
	type ModelBrowser,
	sessionOf,
	standingOf,
	stepOf,
	stepUp,
} from './model.ts';
import { expectOutcome, type Step, type Turn } from './turn.ts';

const canBeChallenged = (model: Model, mine: ModelBrowser) =>
	['awaiting-second-factor', 'signed-in'].includes(standingOf(model, mine));

const methodOf = (model: Model, kind: FactorKind): Method | undefined =>
	model.methods.findLast((each) => each.kind === kind);

/** What the prompts of the kinds have, each some of it. */
interface Prompt {
	readonly options?: Challenge['options'];
	readonly numbers?: readonly { readonly id: string }[];
	readonly url?: string;
	readonly expiresAt?: string;
}

const fresh = (model: Model, kind: FactorKind, id: string, prompt: Prompt): Challenge => {
	const { options, numbers = [], url, expiresAt = '' } = prompt;
	return {
		id,
		kind,
		options,
		expiresAt: model.now + 10 * minute,
		to: { id: numbers[0]?.id ?? '', number: String(methodOf(model, kind)?.proof) },
		texts: [],
		scan: url === undefined ? undefined : { url, expiresAt: Date.parse(expiresAt), confirmedBy: undefined },
	};
};

export const startChallenge =
	(kind: FactorKind): Step =>
	async ({ model, mine, browser }) => {
		const answer = await browser.call('POST /api/challenges', { body: { kind } });
		const started = canBeChallenged(model, mine) && hasKind(model, kind) && isAllowed(model, kind);
		expectOutcome(answer.status, started);
		const session = sessionOf(model, mine);
		if (!started || session === undefined) return;
		const { id, prompt } = answer.json as { id: string; prompt: Prompt };
		const challenge = session.challenges.find((each) => each.id === id) ?? fresh(model, kind, id, prompt);
		session.challenge = challenge;
		session.challenges = [...session.challenges.filter((each) => each.kind !== kind), challenge];
	};

/** The challenge of a kind that a browser has under way; one is begun where there is none. */
const challengeOf = async (turn: Turn, kind: FactorKind): Promise<Challenge | undefined> => {
	const under = () => sessionOf(turn.model, turn.mine)?.challenge;
	if (under()?.kind !== kind) await startChallenge(kind)(turn);
	const challenge = under();
	return challenge?.kind === kind ? challenge : undefined;
};

/** Between two texts to a number. */
const apart = 10 * second;

export const sendText: Step = async (turn) => {
	const { model, real, mine, browser } = turn;
	const challenge = await challengeOf(turn, 'sms');
	if (challenge === undefined) return;
	const { number, id } = challenge.to;
	const params = { id: challenge.id };
	const { status } = await browser.call('POST /api/challenges/{id}/message', { params, body: { number: id } });
	const may = canBeChallenged(model, mine) && isAllowed(model, 'sms') && challenge.expiresAt > model.now;
	const sent = may && (model.texted.get(number) ?? 0) <= model.now - apart;
	expectOutcome(status, sent);
	if (!sent) return;
	model.texted.set(number, model.now);
	challenge.texts.push({ code: real.app.texts.codeFor(number), number, at: model.now });
};

/** A phone scans the code that the page shows, and its person says yes or no. */
export const scanAndSay =
	(whose: 'own' | 'foreign', say: 'confirm' | 'deny'): Step =>
	async (turn) => {
		const { model, real, mine } = turn;
		const scan = (await challengeOf(turn, 'wechat'))?.scan;
		if (scan === undefined) return;
		const own = String(methodOf(model, 'wechat')?.proof);
		const subject = whose === 'own' ? own : newSubject('wechat');
		const phone = createPhone(real.app, 'wechat');
		const shown = await phone.scan(scan.url);
		if (shown.state !== 'authorise') return;
		const view = await phone.comeBack(stateIn(shown), real.app.platforms.wechat.codeOf(subject));
		if (view.state !== 'confirm') return;
		const { state } = await phone.answer(scan.url, say);
		// Told that it counts, by a server that must not say so: of a stranger, too late, or of a session that is over.
		const live = sessionOf(model, mine) !== undefined && scan.expiresAt > model.now && subject === own;
		expect([state, live]).toEqual([say === 'confirm' ? 'confirmed' : 'denied', true]);
		if (state === 'confirmed') scan.confirmedBy = subject;
	};

/** What is typed or signed, and whether it holds for the account as it is. */
const answerTo = (model: Model, challenge: Challenge, right: boolean) => {
	const { kind, options, texts, scan } = challenge;
	if (kind === 'recovery') {
		const code = (right ? model.recovery?.left[0] : model.recovery?.used[0]) ?? 'aaaaa-aaaaa';
		return { body: { code }, holds: right && (model.recovery?.left.length ?? 0) > 0, method: undefined };
	}
	const method = methodOf(model, kind);
	const usable = method !== undefined && isAllowed(model, kind);
	if (kind === 'passkey') {
		const passkey = right && method !== undefined ? (method.proof as Passkey) : createPasskey(origin);
		const assertion = passkey.assert(options ?? { challenge: '', rpId: '', timeout: 0, userVerification: 'required' });
		return { body: { assertion }, holds: right && usable, method };
	}
	if (kind === 'sms') {
		// The oldest that is still good: a text that was late.
		const good = texts.find(({ at }) => at + 5 * minute > model.now);
		const over = texts.find(({ at }) => at + 5 * minute <= model.now);
		const code = (right ? good : over)?.code ?? otherCode(...texts.map((text) => text.code));
		return { body: { code }, holds: right && usable && good !== undefined && good.number === method.proof, method };
	}
	if (kind === 'wechat') {
		const confirmed = scan !== undefined && scan.expiresAt > model.now && scan.confirmedBy === method?.proof;
		return { body: { scanned: true } as const, holds: usable && confirmed, method };
	}
	const authenticator = (method?.proof as Authenticator | undefined) ?? createAuthenticator('AAAAAAAAAAAAAAAA');
	const code = right ? authenticator.codeAt(model.now) : '000000';
	// A code that has been used is no longer right, whoever asks for it.
	return { body: { code }, holds: right && method !== undefined && stepOf(model.now) > method.lastStep, method };
};

/** What stood in the way before the answer was looked at, so that it cost no attempt. */
const unspent: readonly unknown[] = ['factor.code_expired', 'factor.not_confirmed'];

/** Answers the challenge under way, also one that is over; starts one where there is none. */
export const answerChallenge =
	(kind: FactorKind, right: boolean): Step =>
	async (turn) => {
		const { model, mine, browser } = turn;
		if (sessionOf(model, mine)?.challenge === undefined) await startChallenge(kind)(turn);
		const session = sessionOf(model, mine);
		const challenge = session?.challenge;
		if (session === undefined || challenge === undefined) return;
		const { body, holds, method } = answerTo(model, challenge, right);
		const params = { id: challenge.id };
		const { status, code } = await browser.call('POST /api/challenges/{id}/answer', { params, body });
		const accepted = holds && canBeChallenged(model, mine) && challenge.expiresAt > model.now;
		expectOutcome(status, accepted);
		model.wrong += accepted || unspent.includes(code) ? 0 : 1;
		if (!accepted) return;
		session.challenge = undefined;
		session.challenges = [];
		if (method !== undefined) method.lastStep = stepOf(model.now);
		if (challenge.kind === 'recovery') {
			const used = model.recovery?.left.shift();
			if (used !== undefined) model.recovery?.used.push(used);
		}
		const unfinished = standingOf(model, mine) === 'awaiting-second-factor' && mustSaveCodes(model);
		const proof = challenge.kind === 'recovery' ? 'recovery' : 'factor';
		model.passedBy.push(challenge.kind);
		stepUp(model, mine, { stage: unfinished ? 'set-up' : 'in', proof });
	};

/** Everything right, one after the other: the password where it is asked for, then a challenge of this kind. */
export const comeInBy =
	(kind: FactorKind): Step =>
	async (turn) => {
		if (standingOf(turn.model, turn.mine) === 'signed-out') await signIn(true)(turn);
		await startChallenge(kind)(turn);
		if (kind === 'sms') await sendText(turn);
		if (kind === 'wechat') await scanAndSay('own', 'confirm')(turn);
		await answerChallenge(kind, true)(turn);
	};
