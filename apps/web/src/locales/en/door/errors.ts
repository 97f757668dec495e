import type { DoorProblem } from '../../spoken-problems.ts';

/** What happened, why where known, what to do next. */
export const errors = {
	offline: 'The server can’t be reached. Check your connection and try again.',
	'request.malformed': 'The server couldn’t read what this page sent. Reload the page and try again.',
	'request.too_large': 'That’s more than the server accepts. Shorten it and try again.',
	'request.foreign_origin':
		'The request didn’t come from this site’s own address, so it was refused. Open the site again and retry.',
	'request.not_found': 'It’s no longer there. Perhaps it was removed in another window. Reload the page.',
	'sign_in.refused':
		'The account or the web password is wrong. Check both and try again. A client-specific password doesn’t work here.',
	'sign_in.throttled': 'Too many wrong passwords from your network. You can try again at {time}.',
	'passkey.rejected': 'This passkey can’t be used to sign in here. Use another one, or sign in with your web password.',
	'challenge.expired': 'This verification has expired. Start it again.',
	'server.busy': 'The server is busy. Wait a moment and try again.',
	'server.unavailable': 'The service isn’t available just now. Nothing was lost. Try again in a moment.',
	'server.failed': 'Something went wrong on our side. Try again. If it happens again, call the help desk.',
} as const satisfies Record<DoorProblem, string>;

/** What is wrong with something typed, told before or after it was sent. */
export const forms = {
	address: { empty: 'Enter your account.' },
	password: { empty: 'Enter your web password.' },
} as const;
