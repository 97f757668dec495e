import { z } from 'zod';
import { sessionState } from '../session-state.ts';

/** Bounds keep a hostile body cheap; nothing a person owns is near them. */
export const signInRequest = z.object({
	/** Bare name, alias or full address in any spelling; the server forms the canonical address. */
	address: z.string().max(320),
	/** 1024 characters at most; longer input is refused as malformed, never truncated. */
	password: z.string().min(1).max(1024),
});

export const signInContract = {
	'GET /api/session': { requires: [['nobody']], response: sessionState, errors: [] },
	'POST /api/sign-in': {
		requires: [['nobody']],
		body: signInRequest,
		response: sessionState,
		errors: ['sign_in.refused', 'sign_in.throttled', 'server.busy'],
	},
	'POST /api/sign-out': { requires: [['nobody']], response: sessionState, errors: [] },
} as const;
