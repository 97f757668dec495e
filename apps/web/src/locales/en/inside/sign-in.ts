export const signIn = {
	differentAccount: 'Use a different account',
	step1Passed: 'Step 1, password, passed at {time}',
	step1Behind: 'Step 1, password, passed',
	step2Now: 'Step 2, verification, current',
	step2Rejected: 'Step 2, verification, not accepted',
	step2Passed: 'Step 2, verification, passed at {time}',
	step2Missing: 'Step 2, verification, not set up yet',
	back: 'Back to the verification',
	mark1: 'STEP 1',
	mark2: 'STEP 2',
	passed: 'Verified. Signing you in.',
	methods: {
		title: 'Choose a login method',
		lead: 'Each of these completes your sign-in.',
	},
	recovery: {
		withoutTitle: 'Other ways in',
		without: 'There are no recovery codes left for this account.',
	},
	/** Of somebody who uses the shared mailbox. */
	invitation: {
		link: 'I was invited to this mailbox',
		linkText: 'With an invitation code',
		notYet: 'Not invited yet? Ask somebody who uses this mailbox: they can invite you under People.',
		title: 'Enter your invitation code',
		next: 'It leads to setting up a verification method of your own.',
		label: 'Invitation code',
		hint: 'Ten letters and digits. It works once.',
		submit: 'Continue',
	},
	/** Of the help desk: the same form takes both. */
	setUpCode: {
		link: 'The help desk gave me a set-up code',
		title: 'Enter your set-up code',
		next: 'It leads to setting up a verification method anew. What is set up already keeps working until then.',
		label: 'Set-up code',
	},
	trust: {
		title: 'You’re signed in',
		text: 'Both steps passed. Should this device be asked for the second step next time?',
		yes: 'Trust this device',
		yesText: 'No code for {days} days',
		no: 'This time only',
		noText: 'Ask again next time',
		shared: 'On a shared computer, choose “This time only”.',
	},
} as const;
