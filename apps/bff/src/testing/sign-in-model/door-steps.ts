import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import { day, minute } from '../../time/clock.ts';
import { type Authenticator, createAuthenticator } from '../authenticator.ts';
import { createPasskey, type Passkey } from '../passkey.ts';
import { origin } from '../test-app.ts';
import {
	begin,
	type Challenge,
	type Device,
	deviceToken,
	distrustAll,
	hasKind,
	isAllowed,
	isFresh,
	isTrusted,
	keepDevice,
	type Model,
	type ModelBrowser,
	sessionOf,
	standingOf,
	stepOf,
	stepUp,
} from './model.ts';
import { expectOutcome, type Step } from './turn.ts';

export const signIn =
	(right: boolean): Step =>
	async ({ model, real, mine, browser }) => {
		const password = right ? model.password : 'never-its-password';
		const { status } = await browser.call('POST /api/sign-in', { body: { address: real.address, password } });
		expectOutcome(status, right && !model.disabled);
		if (!right || model.disabled) return;
		const held = model.methods.length > 0 ? deviceToken(mine) : undefined;
		if (held !== undefined && isTrusted(model, held.of)) {
			if (held.generation === held.of.generation) {
				held.of.generation += 1;
				keepDevice(mine, held.of);
				const session = begin(model, mine, { stage: 'in', proof: held.of });
				session.evidence.push({ what: held.of, at: model.now });
				return;
			}
			// A token that was used before: somebody has a copy.
			held.of.exists = false;
		}
		if (model.methods.length > 0) begin(model, mine, { stage: 'second step', proof: 'nothing' });
		else if (model.must) begin(model, mine, { stage: 'set-up', proof: 'nothing' });
		else begin(model, mine, { stage: 'in', proof: 'password' });
	};

const passkeysOf = (model: Model) => model.methods.filter(({ kind }) => kind === 'passkey');

export const signInByPasskey =
	(whose: 'own' | 'removed or foreign'): Step =>
	async ({ model, mine, browser }) => {
		const own = passkeysOf(model)[0];
		const asked = await browser.call('POST /api/sign-in/passkey/options');
		expectOutcome(asked.status, model.passkeysAllowed);
		if (!model.passkeysAllowed) return;
		const { ticket, options } = asked.json as { ticket: string; options: NonNullable<Challenge['options']> };
		const passkey = whose === 'own' && own !== undefined ? (own.proof as Passkey) : createPasskey(origin);
		const body = { ticket, assertion: passkey.assert(options) };
		const { status } = await browser.call('POST /api/sign-in/passkey', { body });
		const accepted = whose === 'own' && own !== undefined && !model.disabled;
		expectOutcome(status, accepted);
		if (!accepted) return;
		const stage = mustSaveCodes(model) ? 'set-up' : 'in';
		begin(model, mine, { stage, proof: 'factor' }).evidence.push({ what: 'factor', at: model.now });
	};

/** Set-up that is due is not over before its recovery codes are saved, however one leaves it. */
const mustSaveCodes = (model: Model) => model.must && model.recovery === undefined;

const canBeChallenged = (model: Model, mine: ModelBrowser) =>
	['awaiting-second-factor', 'signed-in'].includes(standingOf(model, mine));

export const startChallenge =
	(kind: FactorKind): Step =>
	async ({ model, mine, browser }) => {
		const answer = await browser.call('POST /api/challenges', { body: { kind } });
		const started = canBeChallenged(model, mine) && hasKind(model, kind) && isAllowed(model, kind);
		expectOutcome(answer.status, started);
		const session = sessionOf(model, mine);
		if (!started || session === undefined) return;
		const { id, prompt } = answer.json as { id: string; prompt: { options?: Challenge['options'] } };
		session.challenge = { id, kind, options: prompt.options, expiresAt: model.now + 10 * minute };
	};

/** What is typed or signed, and whether it holds for the account as it is. */
const answerTo = (model: Model, { kind, options }: Challenge, right: boolean) => {
	if (kind === 'recovery') {
		const code = (right ? model.recovery?.left[0] : model.recovery?.used[0]) ?? 'aaaaa-aaaaa';
		return { body: { code }, holds: right && (model.recovery?.left.length ?? 0) > 0, method: undefined };
	}
	const method = model.methods.findLast((each) => each.kind === kind);
	if (kind === 'passkey') {
		const passkey = right && method !== undefined ? (method.proof as Passkey) : createPasskey(origin);
		const assertion = passkey.assert(options ?? { challenge: '', rpId: '', timeout: 0, userVerification: 'required' });
		return { body: { assertion }, holds: right && method !== undefined && model.passkeysAllowed, method };
	}
	const authenticator = (method?.proof as Authenticator | undefined) ?? createAuthenticator('AAAAAAAAAAAAAAAA');
	const code = right ? authenticator.codeAt(model.now) : '000000';
	// A code that has been used is no longer right, whoever asks for it.
	return { body: { code }, holds: right && method !== undefined && stepOf(model.now) > method.lastStep, method };
};

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
		const { status } = await browser.call('POST /api/challenges/{id}/answer', { params: { id: challenge.id }, body });
		const accepted = holds && canBeChallenged(model, mine) && challenge.expiresAt > model.now;
		expectOutcome(status, accepted);
		model.wrong += accepted ? 0 : 1;
		if (!accepted) return;
		session.challenge = undefined;
		if (method !== undefined) method.lastStep = stepOf(model.now);
		if (challenge.kind === 'recovery') {
			const code = model.recovery?.left.shift();
			if (code !== undefined) model.recovery?.used.push(code);
		}
		const unfinished = standingOf(model, mine) === 'awaiting-second-factor' && mustSaveCodes(model);
		const proof = challenge.kind === 'recovery' ? 'recovery' : 'factor';
		stepUp(model, mine, { stage: unfinished ? 'set-up' : 'in', proof });
	};

export const verifyByPassword: Step = async ({ model, mine, browser }) => {
	const { status } = await browser.call('POST /api/re-verification/password', { body: { password: model.password } });
	const accepted = standingOf(model, mine) === 'signed-in' && model.methods.length === 0;
	expectOutcome(status, accepted);
	if (accepted) stepUp(model, mine, { stage: 'in', proof: 'password' });
};

export const trust: Step = async ({ model, mine, browser }) => {
	const { status } = await browser.call('POST /api/trusted-devices', { body: {} });
	const byFactor = sessionOf(model, mine)?.proof === 'factor';
	const accepted = isFresh(model, mine) && byFactor && model.methods.length > 0 && model.trustDays > 0;
	expectOutcome(status, accepted);
	if (!accepted) return;
	const before = deviceToken(mine);
	if (before !== undefined && before.generation === before.of.generation) before.of.exists = false;
	const { now } = model;
	const device: Device = { exists: true, generation: 1, createdAt: now, expiresAt: now + model.trustDays * day };
	model.devices.push(device);
	keepDevice(mine, device);
};

export const revokeTrust: Step = async ({ model, mine, browser }) => {
	const { status } = await browser.call('DELETE /api/trusted-devices');
	const accepted = isFresh(model, mine);
	expectOutcome(status, accepted);
	if (accepted) distrustAll(model);
};

export const signOut: Step = async ({ model, mine, browser }) => {
	await browser.must('POST /api/sign-out');
	if (standingOf(model, mine) !== 'signed-out' && mine.session !== undefined) mine.session.of.ended = true;
	mine.session = undefined;
};
