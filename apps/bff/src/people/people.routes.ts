import type { Handlers } from '../http/serve.ts';
import type { People } from './people.ts';

export const peopleRoutes = (
	people: People,
): Handlers<'GET /api/people' | 'POST /api/people' | 'PUT /api/people/{id}' | 'DELETE /api/people/{id}'> => ({
	'GET /api/people': async ({ session }) => ({ ...(await people.list(session)), limit: people.limit }),
	'POST /api/people': ({ session, body }) => people.invite(session, body.name),
	'PUT /api/people/{id}': async ({ session, params, body }) => {
		await people.rename(session, params.id, body.name);
		return undefined;
	},
	'DELETE /api/people/{id}': async ({ session, params, setSession }) => {
		await people.remove(session, params.id);
		// Who leaves is signed out: their session went with the rest of what was theirs.
		if (params.id === session.personId) setSession(undefined);
		return undefined;
	},
});
