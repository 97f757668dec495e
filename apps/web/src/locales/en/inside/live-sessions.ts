export const liveSessions = {
	section: 'Signed in now',
	current: 'This browser',
	since: 'Since {when}',
	seen: 'Last active {when}',
	end: 'Sign out',
	endNamed: 'Sign out {name}',
	endAll: 'Sign out all others',
	alone: 'You’re signed in only here.',
	ended: '{name} is signed out.',
	endedAll: 'You’re signed out everywhere but here.',
	ask: {
		title: 'Sign out {name}?',
		titleAll: 'Sign out all other browsers?',
		text: 'Whoever uses it has to sign in again. What was typed there and not saved is lost.',
		textAll: 'They have to sign in again. You stay signed in here.',
		keep: 'Leave it',
	},
} as const;
