/** What WeChat and DingTalk have in common. */
export const scan = {
	step1: 'Open {kind} on your phone.',
	step2: 'Tap + at the top right, then Scan.',
	step3: 'Check what the phone shows, and confirm.',
	image: 'QR code for {kind}',
	expiresIn: 'Expires in {left}',
	expired: 'This QR code has expired',
	renew: 'Show a new QR code',
	state: {
		waiting: 'Waiting for your phone',
		opened: 'Scanned. Your phone is asking you to confirm.',
		confirmed: 'Confirmed on the phone',
	},
	by: 'The phone that confirmed: {phone}',
	goingOn: 'Going on…',
	retry: 'Try again',
	finish: 'Finish',
	finishText: 'This is the one that will confirm your sign-ins. If it isn’t yours, go back and start again.',
	number: {
		label: 'The 2 digits your phone shows',
		hint: 'This phone will confirm your sign-ins. If yours shows no number, another one has confirmed: show a new QR code.',
		missing: 'Enter the 2 digits your phone shows.',
	},
	denied: {
		title: 'Denied on the phone',
		text: 'Somebody chose “It’s not me” there. If that was a slip, show a new QR code and confirm.',
		warning: 'If you don’t know who it was, change your web password.',
	},
	problem: {
		'wrong-person': 'That {kind} isn’t the one bound to this account. Scan again with the bound one.',
		'bound-elsewhere':
			'That {kind} is bound to another account. Unbind it there first, or scan again with another {kind}.',
		'foreign-organisation':
			'That {kind} acted for another organisation. Scan again and choose the organisation this mailbox belongs to.',
		'preview-mode':
			'{kind} showed a preview only, in which it doesn’t say who you are. Tap “Use full service” (使用完整服务) on the phone, then confirm.',
		cancelled: '{kind} wasn’t allowed to say who you are. Scan again and allow it.',
		'platform-failed': '{kind} doesn’t answer just now. Scan again in a moment, or choose another method.',
	},
	here: {
		title: 'Is {kind} on this phone?',
		inside: 'You’re in {kind} already: confirm right here.',
		open: 'Confirm in this {kind}',
		text: 'Then there is nothing to scan: open the link in {kind}.',
		copyFirst: 'Copy the link.',
		send: {
			wechat: 'Send it to File Transfer in WeChat, or to yourself.',
			dingtalk: 'Send it to yourself in DingTalk.',
		},
		tap: 'Tap it there and confirm.',
		comeBack: 'Come back here.',
		link: 'Link for {kind}',
		copy: 'Copy link',
		copied: 'Copied',
		copyFailed:
			'The browser didn’t allow copying. The link is selected: copy it by touch, or press Ctrl+C (⌘C on a Mac).',
	},
	elsewhere: {
		title: 'Is {kind} on another phone?',
		text: 'Scan this QR code with it.',
	},
} as const;
