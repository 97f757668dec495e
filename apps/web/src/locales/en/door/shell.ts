export const shell = {
	home: 'Mailward, security overview',
	mailSystem: 'Mail system',
	signOut: 'Sign out',
	guide: 'Guide',
	helpDesk: 'Help desk',
	loading: 'Loading',
	retry: 'Try again',
	unreachable: 'This page couldn’t be loaded',
	unloaded: 'A part of it didn’t arrive. Check your connection and try again.',
} as const;
