import { z } from 'zod';
import { clientView } from './client.ts';

/** A browser the person is signed in with. */
export const liveSessionView = z.object({
	id: z.string(),
	client: clientView,
	signedInAt: z.iso.datetime(),
	lastSeenAt: z.iso.datetime(),
	/** The browser this list is read in. */
	current: z.boolean(),
});

export type LiveSessionView = z.infer<typeof liveSessionView>;

export const sessionsContract = {
	'GET /api/sessions': {
		requires: [['signed-in']],
		response: z.object({ sessions: z.array(liveSessionView) }),
		errors: [],
	},
	'DELETE /api/sessions/{id}': {
		requires: [['recently-verified']],
		params: z.object({ id: z.string().max(64) }),
		errors: [],
	},
	/** Ends all but the one that asks. */
	'DELETE /api/sessions': { requires: [['recently-verified']], errors: [] },
} as const;
