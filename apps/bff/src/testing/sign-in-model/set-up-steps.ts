import type { FactorKind, MethodKind } from '@mailward/shared/factors/kinds.ts';
import { type Authenticator, createAuthenticator } from '../authenticator.ts';
import { createPasskey, type Passkey } from '../passkey.ts';
import { origin } from '../test-app.ts';
import {
	distrustAll,
	isAllowed,
	isFresh,
	type Method,
	type Model,
	type ModelBrowser,
	standingOf,
	stepOf,
	stepUp,
	unverifyOthers,
} from './model.ts';
import { expectOutcome, type Step } from './turn.ts';

const mayEnrol = (model: Model, mine: ModelBrowser, kind: FactorKind): boolean => {
	if (!isAllowed(model, kind)) return false;
	switch (standingOf(model, mine)) {
		case 'awaiting-set-up':
			return model.methods.length === 0 ? kind !== 'recovery' : kind === 'recovery';
		case 'signed-in':
			return isFresh(model, mine) && (kind !== 'recovery' || model.methods.length > 0);
		default:
			return false;
	}
};

export const setUp =
	(kind: MethodKind, replacing: boolean): Step =>
	async ({ model, mine, browser }) => {
		const replaced = replacing ? model.methods.find((each) => each.kind === kind) : undefined;
		const body = { kind, ...(replaced !== undefined && { replaces: replaced.id }) };
		const begun = await browser.call('POST /api/enrolments', { body });
		const may = mayEnrol(model, mine, kind);
		expectOutcome(begun.status, may);
		if (!may) return;
		const enrolment = begun.json as { id: string; prompt: { secret: string; options: never } };
		const proof = kind === 'totp' ? createAuthenticator(enrolment.prompt.secret) : createPasskey(origin);
		const answer =
			kind === 'totp'
				? { code: (proof as Authenticator).codeAt(model.now) }
				: { attestation: (proof as Passkey).attest(enrolment.prompt.options) };
		const params = { id: enrolment.id };
		const { method } = await browser.must('POST /api/enrolments/{id}/answer', { params, body: answer });
		const wasSignedIn = standingOf(model, mine) === 'signed-in';
		const fresh: Method = { id: method?.id ?? '', kind, proof, lastStep: stepOf(model.now) };
		if (replaced === undefined) model.methods.push(fresh);
		else {
			model.methods[model.methods.indexOf(replaced)] = fresh;
			distrustAll(model);
			unverifyOthers(model, mine);
		}
		stepUp(model, mine, { stage: wasSignedIn ? 'in' : 'set-up', proof: 'factor' }, wasSignedIn);
	};

export const saveRecoveryCodes: Step = async ({ model, mine, browser }) => {
	const begun = await browser.call('POST /api/enrolments', { body: { kind: 'recovery' } });
	const may = mayEnrol(model, mine, 'recovery');
	expectOutcome(begun.status, may);
	if (!may) return;
	const { id, prompt } = begun.json as { id: string; prompt: { codes: string[] } };
	await browser.must('POST /api/enrolments/{id}/answer', { params: { id }, body: { saved: true } });
	model.recovery = { left: prompt.codes, used: [] };
	if (standingOf(model, mine) === 'awaiting-set-up') stepUp(model, mine, { stage: 'in', proof: 'factor' });
};

export const removeMethod: Step = async ({ model, mine, browser }) => {
	const [first] = model.methods;
	const { status } = await browser.call('DELETE /api/methods/{id}', { params: { id: first?.id ?? 'none' } });
	const accepted = first !== undefined && isFresh(model, mine) && (model.methods.length > 1 || !model.must);
	expectOutcome(status, accepted);
	if (!accepted) return;
	unverifyOthers(model, mine);
	model.methods.shift();
	distrustAll(model);
	if (model.methods.length === 0) model.recovery = undefined;
};
