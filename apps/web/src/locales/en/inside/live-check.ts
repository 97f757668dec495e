/** Whether the mail app has signed in: two halves, each with what to do next. */
export const liveCheck = {
	title: 'Live check',
	waitingMark: 'Waiting',
	passedMark: 'Worked at {time}',
	unknown: 'How it stands can’t be seen just now. It doesn’t hold up the set-up.',
	incoming: {
		waiting: 'Incoming: waiting',
		passed: 'Incoming ✓ {time}',
		refused: 'Incoming ✗ {time}',
		waitingProfile: 'Install the profile, then open Mail there.',
		waitingText: 'Put the password in, then fetch mail with {kind}.',
		passedText: 'Signed in with this password',
		'web-password': 'Still the web password, sent from {address}. Replace it in the field for incoming mail, and save.',
		deleted: 'A deleted password was sent from {address}. Replace it in the field for incoming mail, and save.',
		expired: 'A password that has expired was sent from {address}. Replace it in the field for incoming mail.',
		'not-allowed':
			'This password isn’t for {protocol}. Allow it in the list under “Edit”, or choose the other kind of account in the app.',
		wrong: 'A wrong password was sent from {address}. Check capitals: 16 characters, no spaces.',
	},
	outgoing: {
		waiting: 'Outgoing: waiting',
		passed: 'Outgoing ✓ {time}',
		refused: 'Outgoing ✗ {time}',
		waitingProfile: 'Send yourself a message from there.',
		waitingText: 'Send yourself a message from {kind}.',
		passedText: 'Signed in with this password',
		'web-password': 'Still the web password, sent from {address}. Replace it in the field for outgoing mail, and save.',
		deleted: 'A deleted password was sent from {address}. Replace it in the field for outgoing mail, and save.',
		expired: 'A password that has expired was sent from {address}. Replace it in the field for outgoing mail.',
		'not-allowed': 'This password isn’t for sending. Allow it in the list under “Edit”.',
		wrong: 'A wrong password was sent from {address}. Check capitals: 16 characters, no spaces.',
	},
} as const;
