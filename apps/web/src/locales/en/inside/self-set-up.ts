/** The link by which an Apple device sets itself up, on the page that made it. */
export const selfSetUp = {
	kicker: 'Set-up by itself',
	title: { iphone: 'Open this on your iPhone or iPad', 'mac-mail': 'Open this on your Mac' },
	lead: 'The link works once and for ten minutes. The password is made only when the device fetches it, and nobody gets to see it.',
	here: { iphone: 'You’re on the iPhone or iPad now?', 'mac-mail': 'You’re on the Mac now?' },
	open: { iphone: 'Set up this iPhone or iPad', 'mac-mail': 'Set up this Mac' },
	elsewhere: 'On another device',
	step1: 'Open the camera of the iPhone or iPad and point it at the code.',
	step1Mac: 'Open the link in a browser on the Mac that is to be set up.',
	step2: 'Tap the link that appears, and follow the page there.',
	step2Mac: 'Follow the page there.',
	step3: 'Keep this page open, or come back to it: it shows when mail works.',
	copy: 'Copy link',
	copyFailed:
		'The browser didn’t allow copying. The link is selected: copy it by touch, or press Ctrl+C (⌘C on a Mac).',
	image: 'QR code with the set-up link',
	left: 'Expires in {left}',
	expired: 'The link has expired',
	used: 'To see the code again, make a new link. The one before it stops working.',
	renew: 'Make a new link',
	waiting: 'Waiting for the device',
	byHand: 'Rather by hand',
	fetched: {
		title: 'The device has fetched its settings',
		text: 'They have to be installed there now. After that, mail works by itself.',
		iphone:
			'On the iPhone or iPad: Settings, then “Profile Downloaded” at the top, then Install. Not there? General > VPN & Device Management.',
		'mac-mail':
			'On the Mac: System Settings, search for “Profiles” or “Device Management”, then double-click the profile and choose Install.',
		nothing: 'Nothing arrived there?',
		instead: 'A new link makes a new password in the place of this one.',
		remove:
			'Was the account there before? Delete the old one in the Mail settings, or it goes on asking for a password.',
	},
} as const;
