export const challenges = {
	others: 'Choose another login method',
	none: 'None of these work',
	noneHint: 'What the help desk can do',
	noneText:
		'Have your staff or student card at hand and call the help desk. They check who you are and reset your verification method.',
	throttled: 'Available again at {time}',
	disabled: 'Shut after too many wrong codes',
	again: 'Try again',
	restartTitle: 'Start the verification again',
	waitTitle: 'Wait a moment',
	shutTitle: 'This method is shut',
	wait: 'Time left: {left}',
	waitOver: 'You can try again now.',
	confirm: {
		title: 'Confirm it’s you',
		text: 'This changes how your account is protected. What you entered is kept.',
		password: 'Web password',
		submit: 'Confirm',
	},
} as const;
