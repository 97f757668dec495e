import type { InsideProblem } from '../../spoken-problems.ts';

/** What happened, why where known, what to do next. */
export const errors = {
	'session.sign_in_needed': 'You’re signed out. Sign in again.',
	'session.second_factor_needed': 'Your sign-in isn’t finished yet. Enter your verification code first.',
	'session.set_up_needed': 'Your administrator requires a verification method. Set one up first.',
	'session.verification_needed': 'It’s been a while since you verified. Confirm it’s you, then try again.',
	'session.already_past': 'This step is already done. Reload the page to go on.',
	'session.administrator_needed': 'Only administrators can do this.',
	'password.rejected': 'That isn’t your web password. Check it and try again.',
	'factor.code_malformed': 'The code has 6 digits. Check what you typed.',
	'factor.code_rejected':
		'That code is wrong. Enter the one your app shows now. Tries left: {attemptsLeft}. If it keeps failing, compare your phone’s clock: the server’s time is {serverTime}.',
	'factor.code_just_used': 'That code has just been used. Your app shows the next one in {nextInSeconds} s.',
	'factor.clock_off':
		'Your phone’s clock is {offset}. The server’s time is {serverTime}. Turn on automatic date and time on the phone, then enter the new code.',
	'factor.passkey_rejected':
		'The passkey’s answer wasn’t accepted. Tries left: {attemptsLeft}. Use a passkey that was set up for this account.',
	'factor.recovery_malformed':
		'A recovery code has ten letters and digits, in two groups of five. Check what you typed.',
	'factor.recovery_rejected':
		'That recovery code is wrong or was used before. Tries left: {attemptsLeft}. Each code works once.',
	'invitation.rejected':
		'That code is wrong, was used already, or has expired. Tries left: {attemptsLeft}. If it’s the one you were given, ask for a new one.',
	'factor.code_expired': 'That code has expired. Send a new one.',
	'factor.not_confirmed': 'The phone hasn’t confirmed, or its time is over. Show a new QR code and confirm.',
	'factor.number_rejected':
		'That isn’t the number on the phone. Tries left: {attemptsLeft}. Check the phone, or show a new QR code.',
	'factor.bound_elsewhere': 'That app is bound to another account. Unbind it there first, or use another one.',
	'phone_number.malformed': 'That isn’t a mobile number. Check it and try again.',
	'phone_number.not_mainland':
		'Codes are sent to mobile numbers of mainland China only. With another number, use an authenticator app.',
	'phone_number.refused': 'The operator doesn’t deliver to this number. Check it, or use another number or method.',
	'text_message.limit_reached': 'Too many text messages have been sent. Choose another method meanwhile.',
	'text_message.not_sent': 'The message couldn’t be sent. Try again in a moment, or choose another method.',
	'factor.throttled': 'Too many wrong codes. You can try again at {time}.',
	'factor.disabled':
		'This method is turned off after too many wrong codes in a row. Use another method, or ask the help desk to reset it.',
	'factor.not_available': 'This method can’t be used. Choose another one.',
	'factor.last_required':
		'Your administrator requires two\u2011factor authentication, so the last method can’t be removed. Replace it, or set up another one first.',
	'factor.last_of_person':
		'This is your only method for this mailbox. Leave the mailbox under People instead, or set up another one first.',
	'challenge.exhausted': 'Too many wrong answers to this verification. Start it again.',
	'enrolment.expired': 'This set-up has expired. Start it again; what you see then is new.',
	'client_password.name_invalid': 'That name can’t be used. Choose another one.',
	'client_password.end_invalid': 'That end date can’t be used. Choose a later day, within ten years.',
	'client_password.limit_reached':
		'You already have {limit} client\u2011specific passwords. Delete one that you no longer use first.',
	'client_password.factor_needed':
		'Set up a verification method first. After that you can make client\u2011specific passwords.',
	'method.name_invalid': 'That name can’t be used. Choose another one.',
	'method.limit_reached': 'You already have {limit} of this kind. Remove one that you no longer use first.',
	'person.name_invalid': 'That name can’t be used. Choose another one.',
	'person.name_taken': 'Somebody here has that name already. Choose another one.',
	'person.limit_reached': 'This mailbox already has {limit} people, invitations included. Remove somebody first.',
	'person.factor_needed': 'Set up a verification method for yourself first. After that you can invite somebody.',
	'person.last': 'The last person of a shared mailbox can’t be removed. Invite somebody else first.',
	'password.too_short': 'That password is too short. Use at least {least} characters.',
	'password.too_guessable':
		'That password is easy to guess: it is a common one, or made of common words, of your name or of your address. Choose another one, for example a few unrelated words.',
	'password.unchanged': 'That is your current web password. Choose another one.',
	'password.kept_elsewhere':
		'This password is kept by another system of your organisation and can’t be changed here. Reload the page to see where it is changed.',
	'trusted_device.not_allowed':
		'This browser can’t be trusted: your administrator doesn’t allow it, or you haven’t confirmed with a verification method. Sign in anew with one.',
} as const satisfies Record<InsideProblem, string>;

/** What is wrong with something typed, told before or after it was sent. */
export const forms = {
	code: {
		empty: 'Enter the 6 digits your authenticator app shows.',
		short: 'That’s too short. The code has 6 digits.',
		long: 'That’s too long. The code has 6 digits.',
		'not-digits': 'The code has digits only. Check what you typed.',
	},
	phoneNumber: {
		empty: 'Enter your mobile number.',
		invalid:
			'That isn’t a mobile number of mainland China: those have 11 digits and begin with 1. Begin any other with + and its country code.',
	},
	paperCode: {
		empty: 'Enter the code.',
		form: 'The code has ten letters and digits, in two groups of five. Check what you typed.',
		'look-alikes': 'The code never has the letters i, l and o, nor the digits 0 and 1. Check those characters.',
	},
	ownName: {
		empty: 'Enter your name, so that the others know who you are.',
		long: 'That name is too long. Use 40 characters at most.',
		characters: 'The name contains characters that can’t be shown. Type it again.',
	},
	name: {
		empty: 'Give the password a name, such as the device that will use it.',
		long: 'That name is too long. Use 40 characters at most.',
		characters: 'The name contains characters that can’t be shown. Type it again.',
	},
	methodName: {
		empty: 'Give it a name, such as the device it is on.',
		long: 'That name is too long. Use 40 characters at most.',
		characters: 'The name contains characters that can’t be shown. Type it again.',
	},
	personName: {
		empty: 'Enter the person’s name.',
		long: 'That name is too long. Use 40 characters at most.',
		characters: 'The name contains characters that can’t be shown. Type it again.',
	},
} as const;
