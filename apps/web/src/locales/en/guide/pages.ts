/** The public pages `/guide` and `/guide/APP`: read without signing in, and printed. */
export const pages = {
	title: 'Guide',
	lead: 'How signing in to {organisation} mail works with two-factor authentication, and how your mail apps keep working.',
	print: 'Print',
	contents: 'On this page',
	what: {
		title: 'What is two-factor authentication?',
		text: 'A password can be guessed, phished or stolen without your noticing. With two-factor authentication it’s no longer enough: whoever signs in also confirms with something that only you have, such as your phone. Others call it two-step verification.',
		begin:
			'To set it up, sign in to the mail system’s security pages. If your administrator requires it, you are led there by yourself at your next sign-in. It takes about three minutes.',
		changes: 'What changes',
		web: 'On the web',
		webIs: 'Your web password, then a verification',
		webText: 'You sign in as before and then confirm. A device that you trust asks less often.',
		apps: 'In mail apps',
		appsIs: 'A client-specific password',
		appsText:
			'Mail apps can’t ask for a second step. They get a password of their own and stop taking your web password. Until it’s in place, they report an error and fetch nothing.',
	},
	choose: {
		title: 'What do you need?',
		lead: 'It depends on how you use your mail.',
		browser: 'In a browser only',
		browserText: 'Set up one verification method that suits you. There is nothing else to do.',
		browserWith: 'Text message, WeChat, DingTalk or passkey',
		apps: 'In mail apps too',
		appsText: 'First set up a verification method, then make a client-specific password for your mail apps.',
		appsWith: 'Authenticator app',
		several: 'Several people, or often abroad',
		severalText: 'Choose a method that needs neither text messages nor a network on the phone.',
		severalWith: 'Authenticator app',
		suits: 'Suits best',
	},
	methods: {
		title: 'The verification methods',
		lead: 'As far as your organisation offers them. Set up two, so that one is left when a phone is lost.',
		totp: {
			name: 'Authenticator app',
			text: 'An app on your phone shows six digits, new ones every 30 seconds. It needs no network and works anywhere in the world. Microsoft Authenticator, Google Authenticator and others will do; the phone’s clock has to be right.',
		},
		sms: {
			name: 'Text message',
			text: 'A code comes to your mobile number. It needs reception, and abroad it can be late or fail to arrive.',
		},
		wechat: {
			name: 'WeChat',
			text: 'Scan the code on the screen with WeChat and confirm. Nothing has to be typed.',
		},
		dingtalk: {
			name: 'DingTalk',
			text: 'Scan the code on the screen with DingTalk and confirm, as a member of your organisation.',
		},
		passkey: {
			name: 'Passkey',
			text: 'The device confirms with a fingerprint, a face or its PIN. It can’t be phished, because it answers to the real page only.',
		},
		recovery: {
			name: 'Recovery codes',
			text: 'Ten codes on paper for the day when nothing else works. Each works once. Keep them apart from your phone.',
		},
	},
	passwords: {
		title: 'Client-specific passwords',
		lead: 'A password for mail apps alone. It’s made for you and can’t be used to sign in on the web.',
		facts: {
			length: '**16 characters**, no spaces. Capital and small letters differ.',
			once: '**Shown once.** If you lose it, get a new one in its place.',
			limit: 'You can have **six** at a time, unless your organisation allows another number.',
			shared: 'Several devices can use the same one. One for each is better: a lost phone then costs only its own.',
			both: 'It goes into **both places**: for incoming and for outgoing mail.',
			end: 'Delete one, and whatever used it can’t sign in any more.',
		},
		make: 'How to make one',
		steps: {
			signIn: 'Sign in on the web and open **Client-specific passwords**.',
			app: 'Press **New password** and choose your mail app.',
			name: 'Give it a name by which you know the device again. The name is not the password.',
			copy: 'Press **Generate**, then **Copy**. If your phone can’t paste: **Type it group by group**.',
			put: 'Put it into the mail app, as its guide shows, in both places.',
		},
		itself: {
			title: 'By itself',
			signIn:
				'Sign in on the web, open **Client-specific passwords**, press **New password** and choose your mail app.',
			iphone: 'Choose **Let the iPhone or iPad set itself up** and press **Continue**.',
			'mac-mail': 'Choose **Let the Mac set itself up** and press **Continue**.',
			install: {
				iphone: 'Open the link there, download the profile and install it in Settings. Mail works then.',
				'mac-mail': 'Open the link there, download the profile and install it in System Settings. Mail works then.',
			},
		},
		byHand: { title: 'Or by hand', choose: 'Choose **By hand**.' },
		open: 'Open client-specific passwords',
	},
	apps: {
		title: 'Your mail app, step by step',
		lead: 'Each guide begins with the error you see and shows where both passwords go.',
		back: 'Guide',
		others: 'Other mail apps',
		first: 'First make a client-specific password',
		firstLead: 'You need it once for this. If you have it before you, go on below.',
		page: '{app}: use a client-specific password',
		otherName: 'Another mail app',
		otherKind: 'Servers and ports',
		example: 'The drawings use {address} as an example. Enter your own address instead.',
	},
	other: {
		title: 'Another mail app',
		lead: 'Whatever it is called: put these values into its account settings.',
	},
	trouble: {
		title: 'It still doesn’t work?',
		lead: 'Go through these in order. Most end at the first.',
		both: {
			title: 'Are both passwords changed?',
			text: 'Mail that comes in and mail that goes out have a password each. If you can receive but not send, or the other way round, one of them is still the old one.',
		},
		typed: {
			title: 'Is it typed right?',
			text: '16 characters, no space before, after or between, capitals where there are capitals. Delete the field completely before you paste.',
		},
		network: {
			title: 'Does another network help?',
			text: 'Switch from Wi-Fi to mobile data, or the other way round.',
		},
		again: {
			title: 'Save, quit, wait a moment',
			text: 'Save the settings, quit the mail app, wait a minute and open it again. Many keep trying the old password until then.',
		},
		help: {
			title: 'Ask the help desk',
			text: 'Say which mail app it is and what exactly it reports. Never tell anyone a password; the help desk won’t ask for one.',
		},
	},
	shared: {
		title: 'Shared mailboxes',
		text: 'Everyone who uses a shared mailbox is invited to it and has verification methods, recovery codes and client-specific passwords of their own. Nobody passes a code on, and when someone leaves, only theirs end.',
		how: 'The first person sets it up, then invites the others under **People**.',
	},
	abroad: {
		title: 'Abroad',
		text: 'Before you leave, set up an authenticator app or a passkey: both work without text messages. Take your recovery codes along, on paper.',
		apps: 'Client-specific passwords work abroad as at home.',
	},
} as const;
