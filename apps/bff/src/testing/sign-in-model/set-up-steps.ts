import type { EnrolmentAnswer } from '@mailward/shared/contract/enrolments.ts';
import type { FactorKind, MethodKind } from '@mailward/shared/factors/kinds.ts';
import { createAuthenticator } from '../authenticator.ts';
import { createPasskey } from '../passkey.ts';
import { createPhone, numberFor } from '../phone.ts';
import { newSubject } from '../scan-acts.ts';
import { origin } from '../test-app.ts';
import { newNumber } from '../text-acts.ts';
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
import { expectOutcome, type Step, type Turn } from './turn.ts';

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

/** Kinds that a person has one of at the most. */
const single: readonly MethodKind[] = ['sms', 'wechat'];

/** What the page shows of a set-up: each kind some of it. */
interface Begun {
	readonly id: string;
	readonly prompt: { readonly secret: string; readonly options: never; readonly url: string };
}

/** Passes the test of a set-up; what the method is proved by from then on. */
const passTest = async ({ model, real, browser }: Turn, kind: MethodKind, { id, prompt }: Begun) => {
	const params = { id };
	const finish = (body: EnrolmentAnswer) => browser.must('POST /api/enrolments/{id}/answer', { params, body });
	switch (kind) {
		case 'totp': {
			const authenticator = createAuthenticator(prompt.secret);
			return { proof: authenticator, ...(await finish({ code: authenticator.codeAt(model.now) })) };
		}
		case 'passkey': {
			const passkey = createPasskey(origin);
			return { proof: passkey, ...(await finish({ attestation: passkey.attest(prompt.options) })) };
		}
		case 'sms': {
			const number = newNumber();
			await browser.must('POST /api/enrolments/{id}/message', { params, body: { number } });
			model.texted.set(number, model.now);
			return { proof: number, ...(await finish({ code: real.app.texts.codeFor(number) })) };
		}
		default: {
			const subject = newSubject('wechat');
			await createPhone(real.app, 'wechat').confirm(prompt.url, subject);
			return { proof: subject, ...(await finish({ scanned: true, number: numberFor(prompt.url) })) };
		}
	}
};

export const setUp =
	(kind: MethodKind, replacing: boolean): Step =>
	async (turn) => {
		const { model, mine, browser } = turn;
		const ofKind = model.methods.filter((each) => each.kind === kind);
		const replaced = replacing ? ofKind[0] : undefined;
		const body = { kind, ...(replaced !== undefined && { replaces: replaced.id }) };
		const begun = await browser.call('POST /api/enrolments', { body });
		const hasRoom = replaced !== undefined || ofKind.length === 0 || !single.includes(kind);
		const may = mayEnrol(model, mine, kind) && hasRoom;
		expectOutcome(begun.status, may);
		if (!may) return;
		const { proof, method } = await passTest(turn, kind, begun.json as Begun);
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
