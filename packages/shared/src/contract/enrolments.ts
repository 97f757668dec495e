import { z } from 'zod';
import { factorKinds, methodKinds } from '../factors/kinds.ts';
import { passkeyAttestation, passkeyEnrolmentPrompt } from '../factors/passkey-prompts.ts';
import { recoveryEnrolmentPrompt } from '../factors/recovery-prompts.ts';
import { scanPrompt } from '../factors/scan-prompts.ts';
import { smsEnrolmentPrompt } from '../factors/sms-prompts.ts';
import { totpEnrolmentPrompt } from '../factors/totp-prompts.ts';

/** A method that is set up. */
export const methodView = z.object({
	id: z.string(),
	kind: z.enum(methodKinds),
	/** Empty where the person gave none. */
	name: z.string(),
	/** What it leads to: the last two digits of a number, what a platform calls its person; may be empty. */
	target: z.string(),
	createdAt: z.iso.datetime(),
	lastUsedAt: z.iso.datetime().nullable(),
	/** Shown first at sign-in. */
	default: z.boolean(),
	/** Shut after too many wrong codes in a row; still counts as having one. */
	disabled: z.boolean(),
	/** False where the security policy does not take it any more. */
	allowed: z.boolean(),
});

/** How many recovery codes are left, of how many, and since when. */
export const recoveryView = z.object({
	left: z.number().int(),
	of: z.number().int(),
	createdAt: z.iso.datetime(),
});

const ofKind = {
	totp: { kind: z.literal('totp'), prompt: totpEnrolmentPrompt },
	sms: { kind: z.literal('sms'), prompt: smsEnrolmentPrompt },
	wechat: { kind: z.literal('wechat'), prompt: scanPrompt },
	dingtalk: { kind: z.literal('dingtalk'), prompt: scanPrompt },
	passkey: { kind: z.literal('passkey'), prompt: passkeyEnrolmentPrompt },
	recovery: { kind: z.literal('recovery'), prompt: recoveryEnrolmentPrompt },
};

const common = {
	id: z.string(),
	expiresAt: z.iso.datetime(),
	/** The method this one will take the place of once its test is passed; until then that one stays in force. */
	replaces: z.string().nullable(),
};

/** A set-up under way. The prompt is shown to the session that began it, until it ends, and to nobody afterwards. */
export const enrolmentView = z.discriminatedUnion('kind', [
	z.object({ ...ofKind.totp, ...common }),
	z.object({ ...ofKind.sms, ...common }),
	z.object({ ...ofKind.wechat, ...common }),
	z.object({ ...ofKind.dingtalk, ...common }),
	z.object({ ...ofKind.passkey, ...common }),
	z.object({ ...ofKind.recovery, ...common }),
]);

/** How a set-up stands that waits for something to happen elsewhere. */
export const enrolmentProgress = z.discriminatedUnion('kind', [
	z.object(ofKind.sms),
	z.object(ofKind.wechat),
	z.object(ofKind.dingtalk),
]);

export type MethodView = z.infer<typeof methodView>;
export type RecoveryView = z.infer<typeof recoveryView>;
export type EnrolmentView = z.infer<typeof enrolmentView>;
export type EnrolmentProgress = z.infer<typeof enrolmentProgress>;

/** The test code, the passkey that was made, the word that the phone has confirmed or that the recovery codes are saved. */
export const enrolmentAnswer = z.union([
	z.strictObject({ code: z.string().max(64), name: z.string().max(400).optional() }),
	z.strictObject({ attestation: passkeyAttestation, name: z.string().max(400).optional() }),
	z.strictObject({ scanned: z.literal(true), number: z.string().max(16).optional() }),
	z.strictObject({ saved: z.literal(true) }),
]);

export type EnrolmentAnswer = z.infer<typeof enrolmentAnswer>;

const id = z.object({ id: z.string().max(64) });

export const enrolmentsContract = {
	'GET /api/methods': {
		requires: [['signed-in']],
		response: z.object({
			methods: z.array(methodView),
			/** The kinds the security policy lets people set up. */
			allowed: z.array(z.enum(methodKinds)),
			recovery: recoveryView.nullable(),
		}),
		errors: [],
	},
	/** Renames a method, or makes it the one shown first. */
	'PUT /api/methods/{id}': {
		requires: [['recently-verified']],
		params: id,
		body: z.union([z.strictObject({ name: z.string().max(400) }), z.strictObject({ default: z.literal(true) })]),
		errors: ['method.name_invalid', 'factor.not_available'],
	},
	'DELETE /api/methods/{id}': {
		requires: [['recently-verified']],
		params: id,
		errors: ['factor.last_required', 'factor.last_of_person'],
	},
	'POST /api/enrolments': {
		requires: [['set-up-due'], ['recently-verified']],
		body: z.object({
			kind: z.enum(factorKinds),
			replaces: z.string().max(64).optional(),
			/** For the first method of a shared mailbox: who it is that sets it up. */
			personName: z.string().max(400).optional(),
		}),
		response: enrolmentView,
		errors: ['factor.not_available', 'method.limit_reached', 'person.name_invalid'],
	},
	/** The enrolment this session has under way, so that a reload keeps the QR code and the key. */
	'GET /api/enrolments/current': {
		requires: [['set-up-due'], ['signed-in']],
		response: z.object({ enrolment: enrolmentView.nullable() }),
		errors: [],
	},
	/** Sends a test code. `number` as typed; the server forms the canonical number. */
	'POST /api/enrolments/{id}/message': {
		requires: [['set-up-due'], ['recently-verified']],
		params: id,
		body: z.object({ number: z.string().max(64) }),
		response: enrolmentView,
		errors: [
			'phone_number.malformed',
			'phone_number.not_mainland',
			'phone_number.refused',
			'text_message.limit_reached',
			'text_message.not_sent',
			'factor.not_available',
			'enrolment.expired',
		],
	},
	/** For browsers in which the stream does not come through. */
	'GET /api/enrolments/{id}/progress': {
		requires: [['set-up-due'], ['signed-in']],
		params: id,
		response: enrolmentProgress,
		errors: ['enrolment.expired'],
	},
	'GET /api/enrolments/{id}/events': {
		requires: [['set-up-due'], ['signed-in']],
		params: id,
		events: enrolmentProgress,
		errors: ['enrolment.expired'],
	},
	/**
	 * The test. Success makes the method count. Where set-up was due, the person is signed in once their recovery codes
	 * are saved as well. `method` is null for recovery codes.
	 */
	'POST /api/enrolments/{id}/answer': {
		requires: [['set-up-due'], ['recently-verified']],
		params: id,
		body: enrolmentAnswer,
		response: z.object({ method: methodView.nullable() }),
		errors: [
			'factor.code_malformed',
			'factor.code_rejected',
			'factor.code_expired',
			'factor.not_confirmed',
			'factor.bound_elsewhere',
			'factor.number_rejected',
			'factor.clock_off',
			'factor.passkey_rejected',
			'factor.not_available',
			'method.name_invalid',
			'method.limit_reached',
			'enrolment.expired',
		],
	},
	'DELETE /api/enrolments/{id}': { requires: [['set-up-due'], ['signed-in']], params: id, errors: [] },
} as const;
