/** What the phone shows that scanned a code: a page of its own, fetched there and nowhere else. */
export default {
	scan: {
		apps: { wechat: 'WeChat', dingtalk: 'DingTalk' },
		head: 'Confirm with {kind}',
		checking: 'Finding out who you are…',
		opening: 'Opening {kind}…',
		openingStuck: 'Nothing happens? Go on to {kind}',
		back: { signIn: 'Back to sign-in', setUp: 'Back to the set-up', security: 'Back to the security overview' },
		outside: {
			title: 'Open this in {kind}',
			text: '{kind} tells us who you are, so this page works inside {kind} only.',
			scan: 'Open {kind}, tap + at the top right, then Scan.',
			scanAgain: 'Scan the code on the other screen again.',
			or: 'The code is on this phone?',
			copyFirst: 'Copy the link.',
			send: {
				wechat: 'Send it to File Transfer in WeChat, or to yourself.',
				dingtalk: 'Send it to yourself in DingTalk.',
			},
			tap: 'Tap it there and confirm.',
			comeBack: 'Come back here and go on.',
			link: 'Link to this page',
			copy: 'Copy link',
			copied: 'Copied',
			copyFailed:
				'The browser didn’t allow copying. The link is selected: copy it by touch, or press Ctrl+C (⌘C on a Mac).',
			rather: 'You can choose another method there too.',
		},
		confirm: {
			title: {
				'sign-in': 'Is this you signing in?',
				're-verification': 'Are you changing your account settings?',
				'set-up': 'Bind this {kind}?',
			},
			text: {
				'sign-in': 'This browser has given the web password and waits for you.',
				're-verification': 'Somebody who is signed in wants to change how this account is protected.',
				'set-up': 'From then on, this {kind} can confirm sign-ins to the account.',
			},
			account: 'Account',
			browser: 'Browser',
			unknown: 'Unknown',
			place: 'Where',
			time: 'Time',
			justNow: 'Just now',
			minutesAgo: '{minutes} min ago',
			submit: 'Confirm',
			deny: 'It’s not me',
			care: 'Confirm only what you began yourself. If somebody sent you the code or the link, choose “It’s not me”.',
		},
		confirmed: {
			title: 'Confirmed',
			text: {
				'sign-in': 'The browser that shows the code goes on by itself. You can close this page.',
				're-verification': 'The browser that shows the code goes on by itself. You can close this page.',
				'set-up': 'Finish the set-up in the browser that shows the code. You can close this page.',
			},
			here: {
				'sign-in': 'Go back to the sign-in page. It goes on from there.',
				're-verification': 'Go back, and do again what you were about to do.',
				'set-up': 'Go back and finish the set-up.',
			},
			number: 'Type this number in the browser that shows the code, to finish. Keep this page open until then.',
		},
		denied: {
			title: {
				'sign-in': 'Sign-in refused',
				're-verification': 'Change refused',
				'set-up': 'Not bound',
			},
			text: {
				'sign-in':
					'Nobody gets in with that code. But whoever tried knows your web password. Change it now: that ends every sign-in there is.',
				're-verification':
					'Nothing has changed. But somebody is signed in to your account. Change your web password now: that signs them out.',
				'set-up':
					'This {kind} isn’t bound to the account. If the account is yours and you didn’t begin this, change its web password now.',
			},
			change: 'Change web password',
		},
		refused: {
			title: {
				'wrong-person': 'This isn’t the {kind} bound to that account',
				'bound-elsewhere': 'This {kind} is bound to another account',
				'foreign-organisation': 'That’s another organisation',
				'preview-mode': '{kind} shows a preview only',
				cancelled: '{kind} didn’t say who you are',
				'platform-failed': '{kind} doesn’t answer',
			},
			text: {
				'wrong-person':
					'Switch to the bound one in {kind} and scan the code again, or choose another login method on the page that shows the code.',
				'bound-elsewhere':
					'One {kind} belongs to one account. Unbind it there first, or scan the code with another {kind}.',
				'foreign-organisation':
					'Try again, and choose the organisation that this mail system belongs to. If it isn’t listed, choose another method on the page that shows the code.',
				'preview-mode':
					'In a preview, {kind} doesn’t say who you are. Tap “Use full service” (使用完整服务) at the bottom of the screen.',
				cancelled: 'The request was cancelled or took too long. Nothing was confirmed. Try again.',
				'platform-failed':
					'Nothing was confirmed. Wait a moment and try again, or choose another method on the page that shows the code.',
			},
		},
		expired: {
			title: 'This code can’t be used any more',
			text: 'It has expired, was used, or was closed. Go back to the page that showed it, get a new code there, and scan that one.',
		},
		interrupted: {
			title: 'Not finished yet',
			text: 'This page was interrupted on its way back. Nothing is lost.',
			action: 'Go on',
		},
	},
} as const;
