import type { ScanKind } from '@mailward/shared/factors/kinds.ts';
import type { SessionStateName } from '@mailward/shared/session-state.ts';
import type { PlainKey } from '../locales/translate.ts';
import type { Purpose } from './views.ts';

interface WayBack {
	readonly path: string;
	readonly label: PlainKey;
}

interface From {
	readonly kind: ScanKind;
	/** `undefined` while the phone is in another app: it is not told yet what the code is for. */
	readonly purpose: Purpose | undefined;
	/** `undefined` until the server has said. */
	readonly session: SessionStateName | undefined;
}

const purposeIn = (session: SessionStateName | undefined): Purpose => {
	if (session === 'awaiting-set-up') return 'set-up';
	return session === 'signed-in' ? 're-verification' : 'sign-in';
};

/** The page that showed the code, where that is in this very browser. */
export const wayBack = ({ kind, purpose, session }: From): WayBack => {
	switch (purpose ?? purposeIn(session)) {
		case 'sign-in':
			return { path: '/sign-in/verify', label: 'scan.back.signIn' };
		case 're-verification':
			return { path: '/security', label: 'scan.back.security' };
		case 'set-up':
			return {
				path: session === 'awaiting-set-up' ? `/set-up/${kind}` : `/security/methods/${kind}/set-up`,
				label: 'scan.back.setUp',
			};
	}
};
