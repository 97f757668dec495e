export const shell = {
	skip: 'Skip to the content',
	navigation: 'Settings',
	menu: 'Menu',
	overview: 'Overview',
	methods: 'Verification methods',
	people: 'People',
	clientPasswords: 'Client-specific passwords',
	recoveryCodes: 'Recovery codes',
	trustedDevices: 'Devices and sign-ins',
	activity: 'Security activity',
	webPassword: 'Web password',
	cancel: 'Cancel',
	notFound: {
		title: 'There’s no such page',
		text: 'The address may be mistyped, or the page has moved.',
		action: 'Go to the security overview',
	},
} as const;
