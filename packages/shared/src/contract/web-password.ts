import { z } from 'zod';

export const webPasswordContract = {
	/**
	 * Whether the web password is kept here, and where it is changed if it is not (empty where configuration names no
	 * such page).
	 */
	'GET /api/web-password': {
		requires: [['signed-in']],
		response: z.object({ keptHere: z.boolean(), url: z.string() }),
		errors: [],
	},
	/** Ends the other sessions, every trusted device, and whatever was under way elsewhere. */
	'PUT /api/web-password': {
		requires: [['recently-verified']],
		body: z.object({ current: z.string().min(1).max(1024), next: z.string().min(1).max(1024) }),
		errors: [
			'password.rejected',
			'password.too_short',
			'password.too_guessable',
			'password.unchanged',
			'password.kept_elsewhere',
			'sign_in.throttled',
			'server.busy',
		],
	},
} as const;
