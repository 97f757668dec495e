import type { Handlers } from '../http/serve.ts';
import type { TrustedDevices } from './trusted-devices.ts';

export const trustedDevicesRoutes = (
	devices: TrustedDevices,
): Handlers<
	| 'GET /api/trusted-devices'
	| 'POST /api/trusted-devices'
	| 'DELETE /api/trusted-devices/{id}'
	| 'DELETE /api/trusted-devices'
> => ({
	'GET /api/trusted-devices': async ({ session, deviceCookie }) => ({
		devices: await devices.list(session, deviceCookie),
		days: session.policy.trustedDeviceDays,
	}),
	'POST /api/trusted-devices': async ({ session, deviceCookie, setDeviceCookie }) => {
		const { view, cookie } = await devices.trust(session, deviceCookie);
		setDeviceCookie(cookie);
		return view;
	},
	'DELETE /api/trusted-devices/{id}': async ({ session, params }) => {
		await devices.revoke(session, params.id);
		return undefined;
	},
	'DELETE /api/trusted-devices': async ({ session }) => {
		await devices.revokeAll(session);
		return undefined;
	},
});
