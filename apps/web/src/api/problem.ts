import type { ErrorBody } from '@mailward/shared/errors.ts';

/**
 * What can come of a request instead of its answer: a refusal of the server, or `offline`, which is the page's own word
 * for "no answer came" (no network, or none in time).
 */
export type Problem = ErrorBody['error'] | { code: 'offline'; details: Record<never, never> };

/** The one thing `call` throws. */
export class ApiError extends Error {
	override readonly name = 'ApiError';
	readonly problem: Problem;

	constructor(problem: Problem) {
		super(problem.code);
		this.problem = problem;
	}
}

/** The problem in whatever was thrown; a fault of the page itself is a failure like the server's own. */
export const problemOf = (thrown: unknown): Problem =>
	thrown instanceof ApiError ? thrown.problem : { code: 'server.failed', details: {} };

/** Thrown where a person decided against going on: nothing happened, and there is nothing to tell. */
export class Withdrawn extends Error {
	override readonly name = 'Withdrawn';
}
