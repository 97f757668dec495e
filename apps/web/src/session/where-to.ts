import type { SessionState } from '@mailward/shared/session-state.ts';
import { withNext } from './next-path.ts';

/** The page that a session in this state belongs on. `next` is where the person was going. */
export const placeOf = (state: SessionState, next: string | undefined): string => {
	switch (state.state) {
		case 'signed-out':
			return withNext('/sign-in', next);
		case 'awaiting-second-factor':
			return withNext('/sign-in/verify', next);
		case 'awaiting-set-up':
			return withNext(state.remaining === 'method' ? '/set-up' : '/set-up/recovery-codes', next);
		case 'signed-in':
			return next ?? '/security';
	}
};

/** Where the second step leads: to the question whether this device is trusted, where it may be asked, and then on. */
export const placeAfterSecondStep = (state: SessionState, next: string | undefined): string =>
	state.state === 'signed-in' && state.trustOffer ? withNext('/sign-in/trust', next) : placeOf(state, next);
