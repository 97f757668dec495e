import type { ClientView } from '@mailward/shared/contract/client.ts';
import type { ClientInfo } from './client-info.ts';
import type { Places } from './places.ts';

/** Where something was done from, as people are told of it. */
export interface ViewClient {
	(client: ClientInfo): ClientView;
	(client: ClientInfo | null): ClientView | null;
}

export const createViewClient = (places: Places): ViewClient => {
	const view = (client: ClientInfo): ClientView => ({ ...client, place: places(client.address) });
	return ((client: ClientInfo | null) => (client === null ? null : view(client))) as ViewClient;
};
