import type { SessionState } from '@mailward/shared/session-state.ts';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { call, onRefusal } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';
import { createRemote, type Remote, useRemote } from '../api/remote.ts';

/**
 * How a session that this page knew came to its end: its person signed out here, departed from a shared mailbox, or it
 * ended elsewhere or by time.
 */
type Farewell = 'left' | 'departed' | 'ended';

interface Known {
	readonly state: SessionState;
	readonly farewell: Farewell | undefined;
}

interface Session {
	/** `undefined` until the server has said. */
	readonly state: SessionState | undefined;
	/** Why it has not, if it could not be asked. */
	readonly problem: Problem | undefined;
	/** Only while signed out. */
	readonly farewell: Farewell | undefined;
	readonly refresh: () => Promise<void>;
	/** Takes the state that came with an answer (sign-in). */
	readonly become: (state: SessionState) => void;
	/** @throws ApiError */
	readonly signOut: (farewell?: 'left' | 'departed') => Promise<void>;
}

const SessionContext = createContext<Session | undefined>(undefined);

/** Refusals that mean: the session is not what this page believes. */
const stale: ReadonlySet<string> = new Set([
	'session.sign_in_needed',
	'session.second_factor_needed',
	'session.set_up_needed',
	'session.already_past',
]);

const createSession = (): Remote<Known> => {
	const remote: Remote<Known> = createRemote<Known>(async () => {
		const state = await call('GET /api/session');
		const before = remote.read().value;
		if (state.state !== 'signed-out' || before === undefined) return { state, farewell: undefined };
		return { state, farewell: before.state.state === 'signed-out' ? before.farewell : 'ended' };
	});
	return remote;
};

export const SessionProvider = ({ children }: { children: ReactNode }) => {
	const [remote] = useState(createSession);
	const { value, problem } = useRemote(remote);

	useEffect(() => {
		const refresh = () => void remote.refresh();
		// In another window its person may have signed out, or in as somebody else.
		const lookAgain = () => {
			if (!document.hidden) refresh();
		};
		refresh();
		window.addEventListener('online', refresh);
		document.addEventListener('visibilitychange', lookAgain);
		const stop = onRefusal(({ code }) => {
			if (stale.has(code)) refresh();
		});
		return () => {
			window.removeEventListener('online', refresh);
			document.removeEventListener('visibilitychange', lookAgain);
			stop();
		};
	}, [remote]);

	const session = useMemo<Session>(
		() => ({
			state: value?.state,
			farewell: value?.farewell,
			problem,
			refresh: remote.refresh,
			become: (state) => remote.set({ state, farewell: undefined }),
			signOut: async (farewell = 'left') => remote.set({ state: await call('POST /api/sign-out'), farewell }),
		}),
		[value, problem, remote],
	);
	return <SessionContext value={session}>{children}</SessionContext>;
};

export const useSession = (): Session => {
	const session = useContext(SessionContext);
	if (!session) throw new Error('useSession is used outside SessionProvider');
	return session;
};
