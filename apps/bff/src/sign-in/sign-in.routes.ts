import type { Handlers } from '../http/serve.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { toIso } from '../time/clock.ts';
import type { SignIn } from './sign-in.ts';

export const signInRoutes = (
	signIn: SignIn,
	sessions: SessionStore,
): Handlers<
	'GET /api/session' | 'POST /api/sign-in' | 'POST /api/sign-out' | 'POST /api/re-verification/password'
> => ({
	'GET /api/session': ({ session }) => signIn.state(session),
	'POST /api/sign-in': async ({ session, body, clientAddress, setSession }) => {
		const token = await signIn.withPassword(body.address, body.password, clientAddress);
		// One browser, one session: what was there before ends here, under its old id (session fixation).
		if (session.state !== 'signed-out') await sessions.end(session);
		setSession(token);
		return signIn.state(await sessions.load(token));
	},
	'POST /api/sign-out': async ({ session, setSession }) => {
		if (session.state !== 'signed-out') await sessions.end(session);
		setSession(undefined);
		return { state: 'signed-out' };
	},
	'POST /api/re-verification/password': async ({ session, body, clientAddress, setSession }) => {
		const { token, verifiedAt } = await signIn.verifyAgain(session, body.password, clientAddress);
		setSession(token);
		return { verifiedAt: toIso(verifiedAt) };
	},
});
