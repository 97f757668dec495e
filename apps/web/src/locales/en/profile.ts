/** What an iPhone, an iPad or a Mac shows that has opened a set-up link: a page of its own, fetched there and nowhere else. */
export default {
	profile: {
		head: 'Set-up by itself',
		ready: {
			title: 'Set up mail on this device',
			account: 'Account',
			organisation: 'From',
			name: 'Password name',
			until: 'This link works until',
			lead: 'A set-up profile is downloaded, with everything that Mail needs. You then install it in the settings:',
			submit: 'Download the profile',
			once: 'It can be downloaded once.',
		},
		steps: {
			iphone: {
				allow: 'Tap “Download the profile”, then “Allow”.',
				open: 'Open Settings. At the top stands “Profile Downloaded”: tap it. Not there? General > VPN & Device Management.',
				install: 'Tap “Install” and enter the device’s passcode.',
				unsigned: 'If it says “Not Signed” or warns you: the profile comes from this page, go on with “Install”.',
				look: 'Open Mail. The account is there.',
			},
			mac: {
				allow: 'Press “Download the profile”, and open the downloaded file if nothing happens by itself.',
				open: 'Open System Settings and search for “Profiles” or “Device Management”.',
				install: 'Double-click the downloaded profile and choose “Install”.',
				unsigned: 'If it says “Unsigned” or warns you: the profile comes from this page, go on with “Install”.',
				look: 'Open Mail. The account is there.',
			},
		},
		inside: {
			title: 'Open this page in Safari',
			text: 'Profiles can be downloaded in Safari only. Open the menu of this window and choose “Open in Safari”, or copy the link.',
		},
		elsewhere: {
			title: 'Is this an iPhone, an iPad or a Mac?',
			text: 'It doesn’t look like one. Open the link on the device that is to be set up; here it would be used up.',
		},
		copy: 'Copy link',
		copied: 'Copied',
		copyFailed: 'The browser didn’t allow copying. Copy the address of this page.',
		sent: {
			title: 'Now install it',
			text: 'The profile is on its way. Go on in the settings:',
			nothing: 'Nothing was downloaded? The link is used up: on the page that showed it, choose “Make a new link”.',
			onward: 'Installed? See whether mail works',
			old: 'Was the account there before? Delete the old one in the Mail settings, or it goes on asking for a password.',
		},
		gone: {
			title: 'This link can’t be used any more',
			text: 'It was used, has expired, or was replaced by a newer one.',
			how: 'Go back to the page that showed it and choose “Make a new link”. If that page is closed: sign in, open the client-specific passwords, choose “New password” and then your device.',
			signIn: 'Sign in here',
		},
	},
} as const;
