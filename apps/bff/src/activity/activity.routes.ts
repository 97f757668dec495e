import type { Handlers } from '../http/serve.ts';
import type { Activity } from './activity.ts';

export const activityRoutes = (activity: Activity): Handlers<'GET /api/activity'> => ({
	'GET /api/activity': async ({ session }) => ({ entries: await activity.list(session.accountId) }),
});
