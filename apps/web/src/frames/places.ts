import type { AccountView } from '@mailward/shared/session-state.ts';

const places = [
	{ to: '/security', name: 'shell.overview' },
	{ to: '/security/methods', name: 'shell.methods' },
	{ to: '/security/people', name: 'shell.people', only: 'shared' },
	{ to: '/security/client-passwords', name: 'shell.clientPasswords' },
	{ to: '/security/recovery-codes', name: 'shell.recoveryCodes' },
	{ to: '/security/trusted-devices', name: 'shell.trustedDevices' },
	{ to: '/security/activity', name: 'shell.activity' },
	{ to: '/security/web-password', name: 'shell.webPassword' },
] as const;

/** The pages there are for an account of this kind, in the order of the navigation. */
export const placesFor = (kind: AccountView['kind']) =>
	places.filter((place) => !('only' in place) || place.only === kind);
