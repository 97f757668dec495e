/** Mail apps that still try with what no longer opens the mailbox. */
export const staleClients = {
	allWebPassword: 'Mail apps that still use your web password',
	several: 'Mail apps that can’t sign in: {count}',
	probably: '{protocol}, probably {app}',
	'web-password': {
		title: 'A mail app at {address} ({what}) still uses your web password',
		text: 'Mail apps need a client-specific password of their own, for incoming and for outgoing mail.',
	},
	deleted: {
		title: 'A mail app at {address} ({what}) still uses “{name}”, which is deleted',
		text: 'Remove the account from that app, or give it a new client-specific password.',
	},
	expired: {
		title: 'A mail app at {address} ({what}) still uses “{name}”, which has expired',
		text: 'Give the password a later end date under “Edit”, or replace it.',
	},
	'not-allowed': {
		title: 'A mail app at {address} ({what}) uses “{name}”, which isn’t for {protocol}',
		text: 'Allow {protocol} for it under “Edit”, or choose the other kind of account in the app.',
	},
	tries: 'Tries: {count}',
	first: 'First: {since}',
	latest: 'Latest: {when}',
	safe: 'Your account isn’t locked by this.',
	cloud: {
		microsoft:
			'The address is Microsoft’s: the new Outlook and some phones sign in from there, so look on all your devices.',
		google: 'The address is Google’s: Gmail signs in from there, so look on all your devices.',
	},
	make: 'Make a client-specific password',
	makeFor: 'Make one for {app}',
	guide: 'Guide',
	guideFor: 'Guide for {app}',
	list: 'To the client-specific passwords',
	more: '{count} more',
	unknown: 'You don’t know it? Then somebody may have your web password:',
	change: 'change it',
	mended: 'No mail app uses an old password any more.',
	heard: 'Mail apps that still use an old password: {count}',
} as const;
