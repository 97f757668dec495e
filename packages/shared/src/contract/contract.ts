import { activityContract } from './activity.ts';
import { appleProfilesContract } from './apple-profiles.ts';
import { challengesContract } from './challenges.ts';
import { clientPasswordsContract } from './client-passwords.ts';
import type { Endpoint, EndpointKey } from './endpoint.ts';
import { enrolmentsContract } from './enrolments.ts';
import { peopleContract } from './people.ts';
import { scansContract } from './scans.ts';
import { sessionsContract } from './sessions.ts';
import { signInContract } from './sign-in.ts';
import { siteContract } from './site.ts';
import { staleClientsContract } from './stale-clients.ts';
import { trustedDevicesContract } from './trusted-devices.ts';
import { webPasswordContract } from './web-password.ts';

/** Every endpoint of `/api`, declared once: the bff binds it, the web's `call` is typed by it, OpenAPI comes from it. */
export const contract = {
	...siteContract,
	...signInContract,
	...challengesContract,
	...enrolmentsContract,
	...scansContract,
	...clientPasswordsContract,
	...appleProfilesContract,
	...staleClientsContract,
	...trustedDevicesContract,
	...sessionsContract,
	...webPasswordContract,
	...peopleContract,
	...activityContract,
} as const satisfies Record<EndpointKey, Endpoint>;

export type Contract = typeof contract;
