import type { Handlers } from '../http/serve.ts';
import type { People } from '../people/people.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { toIso } from '../time/clock.ts';
import type { PasskeySignIn } from './passkey-sign-in.ts';
import type { SignIn } from './sign-in.ts';

export const signInRoutes = (parts: {
	signIn: SignIn;
	passkeys: PasskeySignIn;
	people: People;
	sessions: SessionStore;
}): Handlers<
	| 'GET /api/session'
	| 'POST /api/sign-in'
	| 'POST /api/sign-in/passkey/options'
	| 'POST /api/sign-in/passkey'
	| 'POST /api/sign-in/invitation'
	| 'POST /api/sign-out'
	| 'POST /api/re-verification/password'
> => {
	const { signIn, passkeys, people, sessions } = parts;
	return {
		'GET /api/session': ({ session, deviceToken }) => signIn.state(session, deviceToken),
		'POST /api/sign-in': async ({ session, body, client, deviceToken, setSession, setDevice }) => {
			const { token, device } = await signIn.withPassword(body.address, body.password, { client, deviceToken });
			// One browser, one session: what was there before ends here, under its old id (session fixation).
			if (session.state !== 'signed-out') await sessions.end(session);
			setSession(token);
			if (device !== undefined) setDevice(device);
			return signIn.state(await sessions.load(token, client), device?.token ?? deviceToken);
		},
		'POST /api/sign-in/passkey/options': () => passkeys.options(),
		'POST /api/sign-in/passkey': async ({ session, body, client, deviceToken, setSession }) => {
			const token = await passkeys.redeem(body.ticket, body.assertion, client);
			if (session.state !== 'signed-out') await sessions.end(session);
			setSession(token);
			return signIn.state(await sessions.load(token, client), deviceToken);
		},
		'POST /api/sign-in/invitation': async ({ session, body, client, deviceToken, setSession }) => {
			const token = await people.redeem(session, body.code);
			setSession(token);
			return signIn.state(await sessions.load(token, client), deviceToken);
		},
		'POST /api/sign-out': async ({ session, setSession }) => {
			if (session.state !== 'signed-out') await sessions.end(session);
			setSession(undefined);
			return { state: 'signed-out' };
		},
		'POST /api/re-verification/password': async ({ session, body, client, deviceToken, setSession }) => {
			const { token, verifiedAt } = await signIn.verifyAgain(session, body.password, { client, deviceToken });
			setSession(token);
			return { verifiedAt: toIso(verifiedAt) };
		},
	};
};
