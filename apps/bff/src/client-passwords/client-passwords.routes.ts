import type { Handlers } from '../http/serve.ts';
import type { ClientPasswords } from './client-passwords.ts';
import { mailAppsTopic } from './mail-apps-topic.ts';

type Keys =
	| 'GET /api/client-passwords'
	| 'POST /api/client-passwords'
	| 'PUT /api/client-passwords/{id}'
	| 'POST /api/client-passwords/{id}/replace'
	| 'DELETE /api/client-passwords/{id}'
	| 'GET /api/client-passwords/{id}/progress'
	| 'GET /api/client-passwords/{id}/events';

/** `endsConnections`: whether a mail app that is connected is cut off when its password ends. */
export const clientPasswordsRoutes = (clientPasswords: ClientPasswords, endsConnections: boolean): Handlers<Keys> => ({
	'GET /api/client-passwords': async ({ session }) => ({
		clientPasswords: await clientPasswords.list(session),
		limit: session.policy.clientPasswords,
		endsConnections,
	}),
	'POST /api/client-passwords': ({ session, body }) => clientPasswords.create(session, body),
	'PUT /api/client-passwords/{id}': ({ session, params, body }) => clientPasswords.change(session, params.id, body),
	'POST /api/client-passwords/{id}/replace': ({ session, params }) => clientPasswords.replace(session, params.id),
	'DELETE /api/client-passwords/{id}': async ({ session, params }) => {
		await clientPasswords.remove(session, params.id);
		return undefined;
	},
	'GET /api/client-passwords/{id}/progress': ({ session, params }) => clientPasswords.check(session, params.id),
	'GET /api/client-passwords/{id}/events': async ({ session, params }) => {
		const read = () => clientPasswords.check(session, params.id);
		// Whoever asks for what is not theirs is refused before there is a stream.
		await read();
		return { topic: mailAppsTopic(session.accountId), tabsOf: session.familyId, read };
	},
});
