import { z } from 'zod';
import { clientView } from './client.ts';

/** A browser that its person is not asked for a second step in. */
export const trustedDeviceView = z.object({
	id: z.string(),
	client: clientView,
	createdAt: z.iso.datetime(),
	lastUsedAt: z.iso.datetime(),
	expiresAt: z.iso.datetime(),
	/** The browser this list is read in. */
	current: z.boolean(),
});

export type TrustedDeviceView = z.infer<typeof trustedDeviceView>;

export const trustedDevicesContract = {
	'GET /api/trusted-devices': {
		requires: [['signed-in']],
		/** `days`: how long trust lasts; 0 where the security policy allows none. */
		response: z.object({ devices: z.array(trustedDeviceView), days: z.number().int() }),
		errors: [],
	},
	/** Trusts the browser that asks. */
	'POST /api/trusted-devices': {
		requires: [['recently-verified']],
		body: z.strictObject({}),
		response: trustedDeviceView,
		errors: ['trusted_device.not_allowed'],
	},
	'DELETE /api/trusted-devices/{id}': {
		requires: [['recently-verified']],
		params: z.object({ id: z.string().max(64) }),
		errors: [],
	},
	'DELETE /api/trusted-devices': { requires: [['recently-verified']], errors: [] },
} as const;
