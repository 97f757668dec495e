import { mailAppsTopic } from '../client-passwords/mail-apps-topic.ts';
import type { Handlers } from '../http/serve.ts';
import type { StaleClients } from './stale-clients.ts';

type Keys = 'GET /api/stale-clients/progress' | 'GET /api/stale-clients/events';

export const staleClientsRoutes = (staleClients: Pick<StaleClients, 'list'>): Handlers<Keys> => ({
	'GET /api/stale-clients/progress': async ({ session }) => ({ staleClients: await staleClients.list(session) }),
	'GET /api/stale-clients/events': async ({ session }) => ({
		topic: mailAppsTopic(session.accountId),
		tabsOf: session.familyId,
		read: async () => ({ staleClients: await staleClients.list(session) }),
	}),
});
