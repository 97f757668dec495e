import { challengesContract } from './challenges.ts';
import { clientPasswordsContract } from './client-passwords.ts';
import type { Endpoint, EndpointKey } from './endpoint.ts';
import { enrolmentsContract } from './enrolments.ts';
import { signInContract } from './sign-in.ts';
import { siteContract } from './site.ts';

/** Every endpoint of `/api`, declared once: the bff binds it, the web's `call` is typed by it, OpenAPI comes from it. */
export const contract = {
	...siteContract,
	...signInContract,
	...challengesContract,
	...enrolmentsContract,
	...clientPasswordsContract,
} as const satisfies Record<EndpointKey, Endpoint>;

export type Contract = typeof contract;
