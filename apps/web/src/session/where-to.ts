import type { SessionState, SessionStateName } from '@mailward/shared/session-state.ts';
import { withNext } from './next-path.ts';

/** The page that a session in this state belongs on. `next` is where the person was going. */
export const placeOf = (state: SessionState, next: string | undefined): string => {
	const places: Record<SessionStateName, string> = {
		'signed-out': withNext('/sign-in', next),
		'awaiting-second-factor': withNext('/sign-in/verify', next),
		'awaiting-set-up': withNext('/set-up', next),
		'signed-in': next ?? '/security',
	};
	return places[state.state];
};
