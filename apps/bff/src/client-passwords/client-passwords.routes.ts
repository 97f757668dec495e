import type { Handlers } from '../http/serve.ts';
import type { ClientPasswords } from './client-passwords.ts';

export const clientPasswordsRoutes = (
	clientPasswords: ClientPasswords,
): Handlers<'GET /api/client-passwords' | 'POST /api/client-passwords' | 'DELETE /api/client-passwords/{id}'> => ({
	'GET /api/client-passwords': async ({ session }) => ({
		clientPasswords: await clientPasswords.list(session),
		limit: session.policy.clientPasswords,
	}),
	'POST /api/client-passwords': ({ session, body }) => clientPasswords.create(session, body.name, body.idempotencyKey),
	'DELETE /api/client-passwords/{id}': async ({ session, params }) => {
		await clientPasswords.remove(session, params.id);
		return undefined;
	},
});
