export const signIn = {
	title: 'Sign in',
	address: 'Account',
	password: 'Web password',
	show: 'Show',
	hide: 'Hide',
	submit: 'Sign in',
	or: 'or',
	passkey: 'Use a passkey',
	passkeyUnusable: 'The browser couldn’t use a passkey here. Sign in with your web password.',
	domainHint: 'You can leave out @{domain}.',
	mailApps:
		'Once two-factor authentication is on, mail apps sign in with a client-specific password, not with this one.',
	forgotten: 'Forgotten your password?',
	ended: 'You were signed out. Sign in again to go on.',
	left: 'You’re signed out.',
	step1Now: 'Step 1, password, current',
	step2Due: 'Step 2, verification',
} as const;
