import type { Handlers } from '../http/serve.ts';
import { toIso } from '../time/clock.ts';
import type { Challenges } from './challenges.ts';

export const challengesRoutes = (
	challenges: Challenges,
): Handlers<
	| 'POST /api/challenges'
	| 'POST /api/challenges/{id}/message'
	| 'GET /api/challenges/{id}/progress'
	| 'GET /api/challenges/{id}/events'
	| 'POST /api/challenges/{id}/answer'
> => ({
	'POST /api/challenges': ({ session, body }) => challenges.start(session, body.kind),
	'POST /api/challenges/{id}/message': ({ session, params, body }) =>
		challenges.sendCode(session, params.id, body.number),
	'GET /api/challenges/{id}/progress': ({ session, params }) => challenges.progress(session, params.id),
	'GET /api/challenges/{id}/events': async ({ session, params }) => {
		// Refused at once where there is nothing to tell of.
		await challenges.progress(session, params.id);
		return { topic: session.familyId, read: () => challenges.progress(session, params.id) };
	},
	'POST /api/challenges/{id}/answer': async ({ session, params, body, setSession }) => {
		const { token, verifiedAt } = await challenges.answer(session, params.id, body);
		setSession(token);
		return { verifiedAt: toIso(verifiedAt) };
	},
});
