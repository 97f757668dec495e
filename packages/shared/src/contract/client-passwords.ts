import { z } from 'zod';
import { clientPasswordLength } from '../client-password.ts';
import { mailApps, mailProtocols } from '../mail-apps.ts';
import { clientView } from './client.ts';

const protocol = z.enum(mailProtocols);
/** `client.browser` is the mail app, as far as it tells. */
const use = z.object({ at: z.iso.datetime(), protocol, client: clientView });

/** A client password as it can be seen for ever after: never with its secret. */
export const clientPasswordView = z.object({
	id: z.string(),
	name: z.string(),
	/** The mail app it was made for; null for one made before that was asked. */
	app: z.enum(mailApps).nullable(),
	/** What it opens. */
	protocols: z.array(protocol),
	createdAt: z.iso.datetime(),
	/** When it stops opening anything; null for never. */
	expiresAt: z.iso.datetime().nullable(),
	/** The last use by each protocol, newest first. */
	uses: z.array(use),
});

/** The one answer in which a secret exists. It is served `no-store` and cannot be asked for again. */
export const createdClientPassword = clientPasswordView.extend({ secret: z.string().length(clientPasswordLength) });

/**
 * Why a mail app was refused: it sent the web password, a client password that was deleted, has expired or is not for this
 * protocol, or something that is none of these.
 */
export const refusalReason = z.enum(['web-password', 'deleted', 'expired', 'not-allowed', 'wrong']);

/** One half of a mail app's set-up, since the password was made. */
const leg = z.discriminatedUnion('state', [
	z.object({ state: z.literal('waiting') }),
	/** Signed in with this very password. */
	use.extend({ state: z.literal('passed') }),
	/** A mail app of this account was refused, which may well be the one that is being set up. */
	use.extend({ state: z.literal('refused'), reason: refusalReason }),
]);

/** Whether a mail app has signed in; null for what the password is not for. */
export const liveCheck = z.object({ incoming: leg.nullable(), outgoing: leg.nullable() });

export type ClientPasswordView = z.infer<typeof clientPasswordView>;
export type CreatedClientPassword = z.infer<typeof createdClientPassword>;
export type LiveCheck = z.infer<typeof liveCheck>;
export type RefusalReason = z.infer<typeof refusalReason>;

const id = z.string().max(64);

/** What its person decides about a client password. */
export const clientPasswordWishes = z.object({
	name: z.string().max(400),
	protocols: z.array(protocol).min(1).max(mailProtocols.length),
	/** In the future, by ten years at most; null for none. */
	expiresAt: z.iso.datetime().nullable(),
});

/**
 * Made by the page, once for each intent. A retry after a lost answer carries the same key and gets a new secret in the same
 * slot.
 */
export const idempotencyKey = z.uuid();

export const clientPasswordsContract = {
	'GET /api/client-passwords': {
		requires: [['signed-in']],
		response: z.object({
			clientPasswords: z.array(clientPasswordView),
			limit: z.number().int(),
			/** Whether a mail app that is connected is cut off when its password is deleted. */
			endsConnections: z.boolean(),
		}),
		errors: [],
	},
	'POST /api/client-passwords': {
		requires: [['recently-verified']],
		body: clientPasswordWishes.extend({ app: z.enum(mailApps).nullable(), idempotencyKey }),
		response: createdClientPassword,
		errors: [
			'client_password.name_invalid',
			'client_password.end_invalid',
			'client_password.limit_reached',
			'client_password.factor_needed',
		],
	},
	'PUT /api/client-passwords/{id}': {
		requires: [['recently-verified']],
		params: z.object({ id }),
		body: clientPasswordWishes,
		response: clientPasswordView,
		errors: ['request.not_found', 'client_password.name_invalid', 'client_password.end_invalid'],
	},
	/** A new secret in the same place; the old one ends. Where its end has passed, the new one lasts as long as it did. */
	'POST /api/client-passwords/{id}/replace': {
		requires: [['recently-verified']],
		params: z.object({ id }),
		response: createdClientPassword,
		errors: ['request.not_found', 'client_password.factor_needed'],
	},
	'DELETE /api/client-passwords/{id}': {
		requires: [['recently-verified']],
		params: z.object({ id }),
		errors: [],
	},
	'GET /api/client-passwords/{id}/progress': {
		requires: [['signed-in']],
		params: z.object({ id }),
		response: liveCheck,
		errors: ['request.not_found'],
	},
	/** The same, told as it happens. Ends when the password is gone. */
	'GET /api/client-passwords/{id}/events': {
		requires: [['signed-in']],
		params: z.object({ id }),
		events: liveCheck,
		errors: ['request.not_found'],
	},
} as const;
