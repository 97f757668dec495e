import type { SessionStateName } from '@mailward/shared/session-state.ts';
import { Navigate, Outlet, useLocation, useSearchParams } from 'react-router-dom';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Unreachable, Waiting } from '../ui/waiting.tsx';
import { nextPath } from './next-path.ts';
import { useSession } from './session.tsx';
import { placeOf } from './where-to.ts';

interface OnlyInProps {
	readonly states: readonly SessionStateName[];
	/** Shows the page while the server has not said yet: right for the sign-in form, which needs no session. */
	readonly atOnce?: boolean;
	/** The page is itself a place to be on the way to, so its address is kept when the person must sign in first. */
	readonly destination?: boolean;
}

/** Lets the pages beneath be seen in some states of the session only; in any other the person is led where they belong. */
export const OnlyIn = ({ states, atOnce = false, destination = false }: OnlyInProps) => {
	const { state, problem, farewell, refresh } = useSession();
	const { t } = useWords();
	const say = useProblemWords();
	const { pathname, search } = useLocation();
	const [query] = useSearchParams();

	if (state === undefined) {
		if (atOnce) return <Outlet />;
		return problem ? (
			<Unreachable
				title={t('shell.unreachable')}
				text={say(problem)}
				retry={t('shell.retry')}
				onRetry={() => void refresh()}
			/>
		) : (
			<Waiting text={t('shell.loading')} />
		);
	}
	if (states.includes(state.state)) return <Outlet />;
	// The overview is where everybody ends up anyway; it need not be carried along.
	const ownWill = farewell === 'left' || farewell === 'departed';
	const destined = destination && !ownWill && pathname !== '/security';
	const onTheWayTo = destined ? pathname + search : query.get('next');
	return <Navigate replace to={placeOf(state, nextPath(onTheWayTo))} />;
};
