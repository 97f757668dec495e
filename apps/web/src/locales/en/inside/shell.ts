export const shell = {
	skip: 'Skip to the content',
	navigation: 'Settings',
	overview: 'Overview',
	methods: 'Verification methods',
	clientPasswords: 'Client passwords',
	cancel: 'Cancel',
	notFound: {
		title: 'There’s no such page',
		text: 'The address may be mistyped, or the page has moved.',
		action: 'Go to the security overview',
	},
} as const;
