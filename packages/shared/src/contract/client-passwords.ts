import { z } from 'zod';
import { clientPasswordLength } from '../client-password.ts';

/** A client password as it can be seen for ever after: never with its secret. */
export const clientPasswordView = z.object({
	id: z.string(),
	name: z.string(),
	createdAt: z.iso.datetime(),
	lastUsed: z
		.object({
			at: z.iso.datetime(),
			protocol: z.enum(['imap', 'pop3', 'submission', 'other']),
			/** The mail app's network address. */
			address: z.string(),
		})
		.nullable(),
});

/** The one answer in which a secret exists. It is served `no-store` and cannot be asked for again. */
export const createdClientPassword = clientPasswordView.extend({ secret: z.string().length(clientPasswordLength) });

export type ClientPasswordView = z.infer<typeof clientPasswordView>;
export type CreatedClientPassword = z.infer<typeof createdClientPassword>;

export const clientPasswordsContract = {
	'GET /api/client-passwords': {
		requires: [['signed-in']],
		response: z.object({ clientPasswords: z.array(clientPasswordView), limit: z.number().int() }),
		errors: [],
	},
	'POST /api/client-passwords': {
		requires: [['recently-verified']],
		body: z.object({
			name: z.string().max(400),
			/**
			 * Made by the page, once for each intent. A retry after a lost answer carries the same key and gets a new
			 * secret in the same slot.
			 */
			idempotencyKey: z.uuid(),
		}),
		response: createdClientPassword,
		errors: ['client_password.name_invalid', 'client_password.limit_reached', 'client_password.factor_needed'],
	},
	'DELETE /api/client-passwords/{id}': {
		requires: [['recently-verified']],
		params: z.object({ id: z.string().max(64) }),
		errors: [],
	},
} as const;
