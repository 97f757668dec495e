export const recoveryCodes = {
	title: 'Recovery codes',
	lead: 'Each signs you in once in place of a verification method: when your phone is lost, broken or replaced.',
	leftLabel: 'Recovery codes left: {left} of {of}',
	made: 'Made on {day}',
	keep: 'Keep them on paper or in a password manager, not only on the phone they stand in for.',
	few: {
		title: 'They’re running out',
		text: 'Make new codes now. When the last one is used, only the help desk can let you in without your phone.',
	},
	gone: {
		title: 'None are left',
		text: 'Without them, only the help desk can let you in when your phone is lost. Make new codes now.',
	},
	none: {
		title: 'None made yet',
		text: 'You get ten codes. They are shown once, to print or save.',
		act: 'Make recovery codes',
	},
	noFactor: {
		title: 'Two-factor authentication comes first',
		text: 'Recovery codes stand in for a verification method. They come at the end of setting one up.',
		act: 'Set up a verification method',
	},
	renew: 'Make new codes',
	ask: {
		title: 'Make new recovery codes?',
		text: 'You get ten new ones. The codes you have now keep working until you say that the new ones are saved, and stop then.',
		confirm: 'Make new codes',
		keep: 'Keep the old ones',
	},
	newTitle: 'Your new recovery codes',
	replaced: 'Your new recovery codes are in force. The old ones no longer work.',
	saved: 'Your recovery codes are in force.',
} as const;
