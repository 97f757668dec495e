import type { Contract } from '@mailward/shared/contract/contract.ts';
import type { ErrorCode } from '@mailward/shared/errors.ts';

/** What can come of any request that asks for no session, or of signing in: worded at the door, where nobody is known yet. */
export type DoorProblem =
	| 'offline'
	| Extract<ErrorCode, `${'request' | 'server'}.${string}`>
	| Contract['POST /api/sign-in' | 'POST /api/sign-in/passkey']['errors'][number];

/** All that is left, so that every problem has its words in one of the two parts. */
export type InsideProblem = Exclude<ErrorCode, DoorProblem>;
