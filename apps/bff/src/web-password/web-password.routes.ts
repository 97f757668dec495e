import type { Handlers } from '../http/serve.ts';
import type { WebPassword } from './web-password.ts';

export const webPasswordRoutes = (
	webPassword: WebPassword,
): Handlers<'GET /api/web-password' | 'PUT /api/web-password'> => ({
	'GET /api/web-password': ({ session }) => webPassword.about(session),
	'PUT /api/web-password': async ({ session, body, client, deviceCookie, setSession }) => {
		setSession(await webPassword.change(session, body, { client, deviceCookie }));
		return undefined;
	},
});
