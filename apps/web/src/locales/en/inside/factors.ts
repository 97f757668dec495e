import { dingtalk } from './factors/dingtalk.ts';
import { scan } from './factors/scan.ts';
import { sms } from './factors/sms.ts';
import { wechat } from './factors/wechat.ts';

export const factors = {
	sms,
	wechat,
	dingtalk,
	scan,
	totp: {
		name: 'Authenticator app',
		setUp: 'Set up authenticator app',
		setUpAnother: 'Set up another authenticator app',
		summary: 'Six digits from an app on your phone. Works abroad and without a network.',
		/** What it takes, on the way to choosing it. */
		needed: 'Needs a smartphone and an app on it',
		inPlace: 'Authenticator app',
		change: 'Replace',
		challenge: {
			title: 'Enter your one-time code',
			label: 'The 6 digits in your authenticator app',
			hint: 'The code changes every 30 seconds.',
			/** Several are set up. */
			anyOf: 'Any of your authenticator apps will do: {names}',
			submit: 'Verify',
		},
		reasons: {
			browser: 'Works in every browser, on every device',
			apps: 'Then you make a password for each mail app',
			several: 'Several phones may scan the same QR code, or each person sets up their own by name',
			offline: 'Works with no phone signal',
			free: 'Free, at home and abroad',
		},
		intro: {
			title: 'Set up an authenticator app',
			lead: 'The app on your phone shows six digits that change every 30 seconds. At sign-in you enter them after your web password.',
			needs: 'You need',
			phone: 'Your phone, with its clock set correctly',
			app: 'An authenticator app on it',
			minutes: 'About three minutes',
			question: 'Is an authenticator app installed on your phone?',
			no: 'If not, get one first, then come back here:',
			store: 'From your phone’s app store: search for “Microsoft Authenticator” or “Google Authenticator”.',
			huawei: 'On a Huawei phone, from AppGallery: search for “Authing”.',
			wechat:
				'In WeChat, with nothing to install: search the mini programs for “腾讯身份验证器” (the Tencent authenticator).',
			submit: 'Yes, generate key',
			resume: 'Continue',
			another: 'You already have an authenticator. This sets up another one beside it. Only the phone is new?',
			replacing: 'The authenticator you have now stays in force until the new one has passed its test.',
		},
		connect: {
			title: 'Connect your authenticator app',
			here: 'Is the app on this phone?',
			hereText: 'Then there is nothing to scan: open the key in the app, or copy it and enter it there.',
			elsewhere: 'Is the app on another device?',
			elsewhereText: 'Scan this QR code with it.',
			way1: 'First way: open the key in the app',
			way2: 'Second way: enter the key by hand',
			open: 'Open in the app on this phone',
			nothing: 'Nothing happened? Use the second way.',
			step1: 'Open the authenticator app on your phone.',
			step2: 'Tap Add or +, then Scan QR code.',
			step3: 'Point it at the QR code. This line appears:',
			image: 'QR code for your authenticator app',
			expired: 'This QR code has expired',
			renew: 'Show a new QR code',
			other: 'Can’t scan',
			otherHint: 'Choose “Enter a set-up key” in the app, type “time-based”.',
			account: 'Account name: {label}',
			key: 'Set-up key',
			copy: 'Copy set-up key',
			copied: 'Copied',
			copyFailed:
				'The browser didn’t allow copying. The key is selected: press Ctrl+C (⌘C on a Mac), or copy it by touch.',
			next: 'Next: test',
			secrecy: 'Keep the QR code and the key to yourself.',
			shared: 'Several phones of this mailbox may scan it one after the other; they cannot be told apart later.',
		},
		test: {
			title: 'Enter a test code',
			lead: 'Set-up is complete once a code from your app has been checked.',
			submit: 'Check and continue',
		},
		restart: 'Get a new QR code',
		already: 'An authenticator is set up already',
		done: {
			replaced: 'Your authenticator is replaced',
			added: 'Another authenticator is set up',
			first: 'An authenticator is set up',
			text: 'From your next sign-in, enter the six digits of your app after your web password.',
		},
	},
	passkey: {
		name: 'Passkey',
		setUp: 'Set up passkey',
		setUpAnother: 'Set up another passkey',
		summary: 'Your fingerprint, face or screen lock, on this device or your phone. Nothing to type.',
		needed: 'Needs a device of your own, such as this one',
		inPlace: 'A passkey on this device',
		change: 'Replace',
		challenge: {
			title: 'Use your passkey',
			lead: 'Your browser asks for your fingerprint, face or screen lock.',
			submit: 'Use passkey',
			again: 'Try again',
			/** The names their person gave them: where they were made, as long as nobody renamed them. */
			kept: 'Kept in: {names}',
			notHere: 'Not on this device?',
			notHereText:
				'Is it on your phone? Press “Use passkey”, choose the phone in the browser’s window and scan the code it shows. Everything else is in the list below.',
			unsupported: 'This browser can’t use passkeys. Choose another login method, or use another browser.',
		},
		reasons: {
			unlock: 'Your fingerprint, face or screen lock, nothing to type',
			phishing: 'Doesn’t work on imitations of this site',
			alone: 'Signs you in without your web password too',
			apps: 'Then you make a password for each mail app',
			several: 'Each person sets up their own',
		},
		intro: {
			title: 'Set up a passkey',
			lead: 'A passkey proves it’s you: you unlock it with your fingerprint, face or screen lock, and there is nothing to type that somebody could steal.',
			where: 'It stays on this device, or in the password manager that you choose.',
			phone: 'A phone or a security key can hold it too; the browser offers them.',
			alone: 'With it you can also sign in without your web password.',
			elsewhere:
				'Another device may not have it, so set up a second method as well. Don’t create it on a shared computer.',
			submit: 'Continue',
			resume: 'Continue',
			another: 'You already have a passkey. This sets up another one beside it, for another device.',
			replacing: 'The passkey you have now stays in force until the new one is created.',
			unsupported: 'This browser can’t make passkeys. Use another browser, or set up another method.',
		},
		create: {
			title: 'Create your passkey',
			lead: 'Your browser asks where to keep it, then for your fingerprint, face or screen lock.',
			submit: 'Create passkey',
		},
		/** What a passkey is called at first, after the browser it was made in. */
		nameOn: '{browser} on {system}',
		ended: {
			cancelled: 'You closed the window, so no passkey was made or used. Nothing has changed.',
			late: 'There was no answer in time. Nothing has changed.',
			existing:
				'This device already holds a passkey for this account. Sign in with that one, or choose another device.',
			elsewhere:
				'The browser uses passkeys at this site’s own address only. Open the site by that address and try again.',
			failed: 'The browser or the device couldn’t do it. Try again, or use another device.',
		},
		restart: 'Start again',
		already: 'A passkey is set up already',
		done: {
			replaced: 'Your passkey is replaced',
			added: 'Another passkey is set up',
			first: 'A passkey is set up',
			text: 'From your next sign-in, confirm with your passkey after your web password, or choose “Use a passkey” and leave the password out.',
		},
	},
	recovery: {
		name: 'Recovery codes',
		summary: 'One of the ten codes you saved. Each works once.',
		challenge: {
			title: 'Enter a recovery code',
			label: 'Recovery code',
			hint: 'Any one that you haven’t used yet. Capitals and the hyphen don’t matter.',
			submit: 'Verify',
		},
		save: {
			download: 'Download',
			print: 'Print',
			copy: 'Copy',
			copied: 'Copied',
			copyFailed:
				'The browser didn’t allow copying. The codes are selected: press Ctrl+C (⌘C on a Mac), or copy by touch.',
			/** Over the codes in a file and on paper. */
			heading: 'Mailward recovery codes',
			account: 'Account: {account}',
			made: 'Made on {day}',
			once: 'Each code works once. Keep them to yourself.',
		},
	},
} as const;
