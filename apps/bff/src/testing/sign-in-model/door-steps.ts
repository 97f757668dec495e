import { day } from '../../time/clock.ts';
import { createPasskey, type Passkey } from '../passkey.ts';
import { origin } from '../test-app.ts';
import {
	begin,
	type Challenge,
	type Device,
	deviceToken,
	distrustAll,
	isFresh,
	isTrusted,
	keepDevice,
	type Model,
	sessionOf,
	standingOf,
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
		expectOutcome(asked.status, model.allAllowed);
		if (!model.allAllowed) return;
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
export const mustSaveCodes = (model: Model) => model.must && model.recovery === undefined;

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
