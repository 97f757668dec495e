import type { Handlers } from '../http/serve.ts';
import { toIso } from '../time/clock.ts';
import type { Challenges } from './challenges.ts';

export const challengesRoutes = (
	challenges: Challenges,
): Handlers<'POST /api/challenges' | 'POST /api/challenges/{id}/answer'> => ({
	'POST /api/challenges': ({ session, body }) => challenges.start(session, body.kind),
	'POST /api/challenges/{id}/answer': async ({ session, params, body, setSession }) => {
		const { token, verifiedAt } = await challenges.answer(session, params.id, body);
		setSession(token);
		return { verifiedAt: toIso(verifiedAt) };
	},
});
