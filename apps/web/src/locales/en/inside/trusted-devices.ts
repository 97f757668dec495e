export const trustedDevices = {
	title: 'Devices and sign-ins',
	lead: 'A browser you choose to trust signs in with the password alone.',
	/** To the part of the page below. */
	signIns: 'See where you’re signed in, and sign out there',
	section: 'Trusted devices',
	current: 'This browser',
	trusted: 'Trusted on {day}',
	lastUsed: 'Last used {when}',
	expires: 'Until {day}',
	none: {
		title: 'None yet',
		text: 'After your next sign-in you can trust that browser for {days} days. Do it on devices that only you use.',
	},
	off: {
		title: 'Trusting devices is switched off',
		text: 'Your administrator has each sign-in ask for a second step.',
	},
	trust: {
		title: 'This browser isn’t trusted',
		text: 'Trust it, and it asks for no second step for {days} days. Only on a device that nobody else uses.',
		act: 'Trust this device',
		done: 'This browser is trusted until {day}.',
	},
	revoke: 'Revoke',
	revokeNamed: 'Revoke {name}',
	revokeAll: 'Revoke all',
	revoked: '{name} is no longer trusted.',
	revokedAll: 'No device is trusted any more.',
	ask: {
		title: 'Revoke {name}?',
		titleAll: 'Revoke all trusted devices?',
		text: 'From now on it asks for a second step again: at its next sign-in, and at once where trust alone signed it in.',
		textAll: 'The next sign-in in each of them asks for a second step again.',
		keep: 'Keep it',
		keepAll: 'Keep them',
	},
} as const;
