import type { Handlers } from '../http/serve.ts';
import type { Enrolments } from './enrolments.ts';
import type { Methods } from './methods.ts';

export const enrolmentsRoutes = (
	enrolments: Enrolments,
	methods: Methods,
): Handlers<
	| 'GET /api/methods'
	| 'PUT /api/methods/{id}'
	| 'DELETE /api/methods/{id}'
	| 'POST /api/enrolments'
	| 'GET /api/enrolments/current'
	| 'POST /api/enrolments/{id}/message'
	| 'GET /api/enrolments/{id}/progress'
	| 'GET /api/enrolments/{id}/events'
	| 'POST /api/enrolments/{id}/answer'
	| 'DELETE /api/enrolments/{id}'
> => ({
	'GET /api/methods': async ({ session }) => ({
		...(await methods.list(session)),
		allowed: [...session.policy.methods],
	}),
	'PUT /api/methods/{id}': async ({ session, params, body }) => {
		if ('name' in body) await methods.rename(session, params.id, body.name);
		else await methods.prefer(session, params.id);
		return undefined;
	},
	'DELETE /api/methods/{id}': async ({ session, params }) => {
		await methods.remove(session, params.id);
		return undefined;
	},
	'POST /api/enrolments': ({ session, body }) => enrolments.begin(session, body),
	'GET /api/enrolments/current': async ({ session }) => ({ enrolment: (await enrolments.current(session)) ?? null }),
	'POST /api/enrolments/{id}/message': ({ session, params, body }) =>
		enrolments.sendCode(session, params.id, body.number),
	'GET /api/enrolments/{id}/progress': ({ session, params }) => enrolments.progress(session, params.id),
	'GET /api/enrolments/{id}/events': async ({ session, params }) => {
		// Refused at once where there is nothing to tell of.
		await enrolments.progress(session, params.id);
		return { topic: session.familyId, read: () => enrolments.progress(session, params.id) };
	},
	'POST /api/enrolments/{id}/answer': async ({ session, params, body, setSession }) => {
		const { method, token } = await enrolments.finish(session, params.id, body);
		if (token !== undefined) setSession(token);
		return { method };
	},
	'DELETE /api/enrolments/{id}': async ({ session, params }) => {
		await enrolments.cancel(session, params.id);
		return undefined;
	},
});
