export const overview = {
	title: 'Overview',
	on: 'Two-factor authentication is on',
	onText: 'On the web you use your password and your authenticator app. Mail apps take client-specific passwords only.',
	off: 'Two-factor authentication is off',
	offText: 'With it, a stolen password alone opens neither your mailbox on the web nor your mail apps.',
	setUp: 'Set up',
	markLabel: 'Two-factor authentication set up on {day}',
	offMark: 'OFF',
	clientPasswords: 'Client passwords',
	more: 'You can make {left} more',
	full: 'All are in use',
	needsFactor: 'Available once two-factor is on',
} as const;
