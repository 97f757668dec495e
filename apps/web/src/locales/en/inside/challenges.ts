export const challenges = {
	others: 'Choose another login method',
	none: 'None of these work',
	noneHint: 'Recovery code, administrator or help desk',
	helpTitle: 'No recovery code either?',
	helpText:
		'An administrator can reset your verification methods. Have your staff or student card at hand and call the help desk: they check who you are first.',
	throttled: 'Available again at {time}',
	disabled: 'Shut after too many wrong codes',
	notAllowed: 'No longer allowed by your administrator',
	/** Several of one kind are set up. */
	anyOf: 'Any of yours will do: {names}',
	current: 'Shown now',
	again: 'Try again',
	restartTitle: 'Start the verification again',
	waitTitle: 'Wait a moment',
	shutTitle: 'This method is shut',
	notAllowedTitle: 'This method is no longer allowed',
	notAllowedText: 'Your administrator doesn’t allow it any more. Choose another login method.',
	wait: 'Time left: {left}',
	waitOver: 'You can try again now.',
	confirm: {
		title: 'Confirm it’s you',
		text: 'This changes how your account is protected. What you entered is kept.',
		password: 'Web password',
		submit: 'Confirm',
	},
} as const;
