export const enrolments = {
	steps: {
		intro: 'Intro',
		connect: 'Connect',
		test: 'Test',
		create: 'Create',
		number: 'Number',
		scan: 'Scan',
		recovery: 'Recovery codes',
		done: 'Done',
		progress: 'Progress',
		passed: 'done',
	},
	due: {
		label: 'Required by your administrator',
		why: '{organisation} requires two\u2011factor authentication',
		invited: 'Shared mailbox, for {name}',
		reset: 'With a set-up code from the help desk',
	},
	choose: {
		title: 'How do you use your mail?',
		lead: 'Choose one and a method is recommended. It takes about three minutes, then you can go on.',
		/** What it is that is required, before the same. */
		leadRequired:
			'From now on your web password alone no longer signs you in: you also confirm with something that only you have. Choose how you use your mail and a method is recommended. It takes about three minutes, then you can go on.',
		legend: 'How you use your mail',
		browser: 'In a browser only',
		browserText: 'You read and send mail on the web',
		apps: 'In mail apps too',
		appsText: 'Foxmail, Outlook, the mail app on your phone',
		several: 'Several people, or often abroad',
		severalText: 'A shared mailbox, or no network on the phone',
		recommended: 'Recommended',
		/** Before the ways for somebody who has not got what the recommended one needs. */
		instead: { smartphone: 'No smartphone? You can use:', phone: 'No mobile phone? You can use:' },
		neither: 'None of these? Call the help desk:',
		nothing: { smartphone: 'No smartphone? Call the help desk:', phone: 'No mobile phone? Call the help desk:' },
		others: 'See {count} other methods',
		oneOther: 'See one other method',
		none: 'No verification method can be set up at present. Please call the help desk.',
	},
	/** What else can be set up, where this method does not get on. */
	instead: 'Set up another method instead',
	mailApps:
		'Once this is done, mail apps stop taking your web password. The last step leads to a client\u2011specific password for them; until it is in each of them, they neither receive nor send.',
	sharedMailbox:
		'Others who use this mailbox with its web password can’t sign in any more from then on, until you invite them. You can do that right afterwards, under People.',
	/** Over every step of a set-up that takes the place of another. */
	replacing: 'Replace “{name}”',
	/** Where one of the kind is there already. */
	replaceInstead: 'Replace the one you have instead',
	ownName: {
		label: 'Your name',
		hint: 'Others who use this mailbox see it, so that you can be told apart.',
	},
	name: {
		label: 'Name',
		optional: 'Name (optional)',
		hint: 'For example: my phone',
	},
	back: 'Back',
	expiresIn: 'Expires in {left}',
	missing: {
		title: 'This set-up has expired',
		text: 'Or it was begun in another browser. You can start it here again; what you see then is new.',
	},
	already: 'There is nothing left to do here. Start again only if you want another one.',
	recovery: {
		title: 'Save your recovery codes',
		lead: 'Each code signs you in once when none of your methods works: phone lost, broken or not at hand. Print them or keep them in a password manager, not only on this device.',
		list: 'Your recovery codes',
		saved: 'I have saved them',
		stay: 'They stay here until you say so, and are not shown again afterwards.',
		begin: 'Show recovery codes',
		expired: 'These codes were not confirmed in time and are not in force. Get new ones, and save those instead.',
		again: 'Get new codes',
	},
	done: {
		title: 'Two-factor authentication is on',
		mailTitle: 'Mail apps no longer take your web password',
		mailText: 'From now on they need a client\u2011specific password. Make one now, so that your mail keeps arriving.',
		/** Beside what was there already. */
		either: 'You can now sign in with any of your methods. The one that comes first: {method}.',
		sameKind: 'Any of them signs you in: {names}.',
		/** A passkey that is all there is. */
		aloneTitle: 'Another device may not have this passkey',
		aloneText: 'Set up a second method as well, so that you can sign in from anywhere.',
		another: 'Set up another method',
		ownMail: 'For your mail apps, make client\u2011specific passwords of your own.',
		make: 'Make a client-specific password',
		invite: 'Invite people',
		later: 'Go to the overview',
		goOn: 'Continue where you were going',
		mark: 'TWO-FACTOR',
		markLow: 'SET UP',
	},
} as const;
