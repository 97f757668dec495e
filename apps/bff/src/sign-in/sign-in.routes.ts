import type { Handlers } from '../http/serve.ts';
import type { People } from '../people/people.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { toIso } from '../time/clock.ts';
import type { TrustedDevices } from '../trusted-devices/trusted-devices.ts';
import type { PasskeySignIn } from './passkey-sign-in.ts';
import type { SignIn } from './sign-in.ts';

export const signInRoutes = (parts: {
	signIn: SignIn;
	passkeys: PasskeySignIn;
	people: People;
	sessions: SessionStore;
	devices: TrustedDevices;
}): Handlers<
	| 'GET /api/session'
	| 'POST /api/sign-in'
	| 'POST /api/sign-in/passkey/options'
	| 'POST /api/sign-in/passkey'
	| 'POST /api/sign-in/invitation'
	| 'POST /api/sign-out'
	| 'POST /api/re-verification/password'
> => {
	const { signIn, passkeys, people, sessions, devices } = parts;
	return {
		'GET /api/session': ({ session, deviceCookie }) => signIn.state(session, deviceCookie),
		'POST /api/sign-in': async ({ session, body, client, deviceCookie, setSession, setDeviceCookie }) => {
			const { token, device } = await signIn.withPassword(body.address, body.password, { client, deviceCookie });
			// One browser, one session: what was there before ends here, under its old id (session fixation).
			if (session.state !== 'signed-out') await sessions.end(session);
			setSession(token);
			if (device !== undefined) setDeviceCookie(device);
			return signIn.state(await sessions.load(token, client), device ?? deviceCookie);
		},
		'POST /api/sign-in/passkey/options': () => passkeys.options(),
		'POST /api/sign-in/passkey': async ({ session, body, client, deviceCookie, setSession }) => {
			const token = await passkeys.redeem(body.ticket, body.assertion, client);
			if (session.state !== 'signed-out') await sessions.end(session);
			setSession(token);
			return signIn.state(await sessions.load(token, client), deviceCookie);
		},
		'POST /api/sign-in/invitation': async ({ session, body, client, deviceCookie, setSession }) => {
			const token = await people.redeem(session, body.code);
			setSession(token);
			return signIn.state(await sessions.load(token, client), deviceCookie);
		},
		'POST /api/sign-out': async ({ session, deviceCookie, setSession }) => {
			if (session.state === 'signed-in' && session.account.kind === 'shared')
				await devices.leave(session, deviceCookie);
			if (session.state !== 'signed-out') await sessions.end(session);
			setSession(undefined);
			return { state: 'signed-out' };
		},
		'POST /api/re-verification/password': async ({ session, body, client, deviceCookie, setSession }) => {
			const { token, verifiedAt } = await signIn.verifyAgain(session, body.password, { client, deviceCookie });
			setSession(token);
			return { verifiedAt: toIso(verifiedAt) };
		},
	};
};
