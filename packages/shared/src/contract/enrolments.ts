import { z } from 'zod';
import { factorKinds } from '../factors/kinds.ts';
import { totpEnrolmentPrompt } from '../factors/totp-prompts.ts';

/** A method that is set up. */
export const methodView = z.object({
	id: z.string(),
	kind: z.enum(factorKinds),
	name: z.string(),
	createdAt: z.iso.datetime(),
	lastUsedAt: z.iso.datetime().nullable(),
	default: z.boolean(),
	/** Shut after too many wrong codes in a row; still counts as having one. */
	disabled: z.boolean(),
});

/** A set-up under way. The prompt is shown to the session that began it, until it ends, and to nobody afterwards. */
export const enrolmentView = z.object({
	id: z.string(),
	kind: z.enum(factorKinds),
	prompt: totpEnrolmentPrompt,
	expiresAt: z.iso.datetime(),
	/** The method this one will take the place of once its test is passed; until then that one stays in force. */
	replaces: z.string().nullable(),
});

export type MethodView = z.infer<typeof methodView>;
export type EnrolmentView = z.infer<typeof enrolmentView>;

const id = z.object({ id: z.string().max(64) });

export const enrolmentsContract = {
	'GET /api/methods': { requires: [['signed-in']], response: z.object({ methods: z.array(methodView) }), errors: [] },
	'DELETE /api/methods/{id}': { requires: [['recently-verified']], params: id, errors: ['factor.last_required'] },
	'POST /api/enrolments': {
		requires: [['set-up-due'], ['recently-verified']],
		body: z.object({ kind: z.enum(factorKinds), replaces: z.string().max(64).optional() }),
		response: enrolmentView,
		errors: ['factor.not_available'],
	},
	/** The enrolment this session has under way, so that a reload keeps the QR code and the key. */
	'GET /api/enrolments/current': {
		requires: [['set-up-due'], ['signed-in']],
		response: z.object({ enrolment: enrolmentView.nullable() }),
		errors: [],
	},
	/** The test code. Success makes the method count and, where set-up was due, signs the person in. */
	'POST /api/enrolments/{id}/answer': {
		requires: [['set-up-due'], ['recently-verified']],
		params: id,
		body: z.object({ code: z.string().max(64) }),
		response: methodView,
		errors: ['factor.code_malformed', 'factor.code_rejected', 'factor.clock_off', 'enrolment.expired'],
	},
	'DELETE /api/enrolments/{id}': { requires: [['set-up-due'], ['signed-in']], params: id, errors: [] },
} as const;
