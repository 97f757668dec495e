import type { SessionState } from '@mailward/shared/session-state.ts';
import { useSession } from './session.tsx';

type SignedIn = Extract<SessionState, { state: 'signed-in' }>;
type SettingUp = Extract<SessionState, { state: 'awaiting-set-up' }>;

/** The session of a page that stands behind `OnlyIn` with these two states. */
export const useAccountSession = (): SignedIn | SettingUp => {
	const { state } = useSession();
	if (state?.state !== 'signed-in' && state?.state !== 'awaiting-set-up') {
		throw new Error('a page for known accounts is shown to nobody in particular');
	}
	return state;
};
