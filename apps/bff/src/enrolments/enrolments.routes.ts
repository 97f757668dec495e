import type { Handlers } from '../http/serve.ts';
import type { Enrolments } from './enrolments.ts';

export const enrolmentsRoutes = (
	enrolments: Enrolments,
): Handlers<
	| 'GET /api/methods'
	| 'DELETE /api/methods/{id}'
	| 'POST /api/enrolments'
	| 'GET /api/enrolments/current'
	| 'POST /api/enrolments/{id}/answer'
	| 'DELETE /api/enrolments/{id}'
> => ({
	'GET /api/methods': async ({ session }) => ({ methods: await enrolments.methods(session.accountId) }),
	'DELETE /api/methods/{id}': async ({ session, params }) => {
		await enrolments.remove(session, params.id);
		return undefined;
	},
	'POST /api/enrolments': ({ session, body }) => enrolments.begin(session, body.kind, body.replaces),
	'GET /api/enrolments/current': async ({ session }) => ({ enrolment: (await enrolments.current(session)) ?? null }),
	'POST /api/enrolments/{id}/answer': async ({ session, params, body, setSession }) => {
		const { method, token } = await enrolments.finish(session, params.id, body.code);
		setSession(token);
		return method;
	},
	'DELETE /api/enrolments/{id}': async ({ session, params }) => {
		await enrolments.cancel(session, params.id);
		return undefined;
	},
});
