import type { z } from 'zod';
import type { ErrorCode } from '../errors.ts';

/**
 * What a caller must be. `nobody` holds for everyone; the others for exactly the session state they name, and
 * `recently-verified` and `administrator` imply `signed-in`.
 */
export type Requirement =
	| 'nobody'
	| 'password-verified'
	| 'set-up-due'
	| 'signed-in'
	| 'recently-verified'
	| 'administrator';

/** Alternatives of conjunctions: `[['set-up-due'], ['recently-verified']]` reads "set-up-due, or recently-verified". */
export type Requires = readonly (readonly Requirement[])[];

export interface Endpoint {
	readonly requires: Requires;
	/** JSON body; absent for requests without one. */
	readonly body?: z.ZodType;
	/** Path parameters; present exactly when the path has `{name}` parts. */
	readonly params?: z.ZodObject;
	/** The answer's JSON; absent for 204 and for an event stream. */
	readonly response?: z.ZodType;
	/**
	 * What each event of the answer carries, for an answer that is an event stream (HTML standard, server-sent events): how
	 * it stands now, and again whenever it has changed. The stream ends with what it tells of.
	 */
	readonly events?: z.ZodType;
	/** The refusals particular to this endpoint. Those of every request (form, origin, session, server) are implied. */
	readonly errors: readonly ErrorCode[];
}

/** Endpoints are keyed `METHOD /path`, so that the browser needs the types of the contract only, none of its schemas. */
export type EndpointKey = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /api/${string}`;
