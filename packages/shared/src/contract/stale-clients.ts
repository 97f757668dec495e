import { z } from 'zod';
import { mailProtocols } from '../mail-apps.ts';
import { clientView } from './client.ts';
import { refusalReason } from './client-passwords.ts';

/** A mail app that keeps trying with a password that no longer opens the mailbox. */
export const staleClientView = z.object({
	id: z.string(),
	reason: refusalReason.exclude(['wrong']),
	/** What its person called the client password that was deleted, has expired or is not for this; else empty. */
	name: z.string(),
	protocol: z.enum(mailProtocols),
	/** `browser` is the mail app, as far as it tells. */
	client: clientView,
	/** Whose address it is, where it is not the person's own: some mail apps sign in from their maker's computers. */
	cloud: z.enum(['microsoft', 'google']).nullable(),
	firstAt: z.iso.datetime(),
	lastAt: z.iso.datetime(),
	tries: z.number().int(),
});

const staleClients = z.object({ staleClients: z.array(staleClientView) });

export type StaleClientView = z.infer<typeof staleClientView>;
export type StaleClientsView = z.infer<typeof staleClients>;

export const staleClientsContract = {
	'GET /api/stale-clients/progress': { requires: [['signed-in']], response: staleClients, errors: [] },
	/** The same, told as it happens: also that the last of them has been mended. */
	'GET /api/stale-clients/events': { requires: [['signed-in']], events: staleClients, errors: [] },
} as const;
