import type { Handlers } from '../http/serve.ts';
import type { LiveSessions } from './live-sessions.ts';

export const liveSessionsRoutes = (
	liveSessions: LiveSessions,
): Handlers<'GET /api/sessions' | 'DELETE /api/sessions/{id}' | 'DELETE /api/sessions'> => ({
	'GET /api/sessions': async ({ session }) => ({ sessions: await liveSessions.list(session) }),
	'DELETE /api/sessions/{id}': async ({ session, params, setSession }) => {
		await liveSessions.end(session, params.id);
		// One's own: that is signing out.
		if (params.id === session.familyId) setSession(undefined);
		return undefined;
	},
	'DELETE /api/sessions': async ({ session }) => {
		await liveSessions.endOthers(session);
		return undefined;
	},
});
