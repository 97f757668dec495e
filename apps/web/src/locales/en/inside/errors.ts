import type { InsideProblem } from '../../spoken-problems.ts';

/** What happened, why where known, what to do next. */
export const errors = {
	'password.rejected': 'That isn’t your web password. Check it and try again.',
	'factor.code_malformed': 'The code has 6 digits. Check what you typed.',
	'factor.code_rejected':
		'That code is wrong. Enter the one your app shows now. Tries left: {attemptsLeft}. If it keeps failing, compare your phone’s clock: the server’s time is {serverTime}.',
	'factor.code_just_used': 'That code has just been used. Your app shows the next one in {nextInSeconds} s.',
	'factor.clock_off':
		'Your phone’s clock is {offset}. The server’s time is {serverTime}. Turn on automatic date and time on the phone, then enter the new code.',
	'factor.throttled': 'Too many wrong codes. You can try again at {time}.',
	'factor.disabled':
		'This method is shut after too many wrong codes in a row. Use another method, or ask the help desk to reset it.',
	'factor.not_available': 'This method can’t be used. Choose another one.',
	'factor.last_required':
		'Your administrator requires two-factor authentication, so the last method can’t be removed. Replace it, or set up another one first.',
	'challenge.expired': 'This verification has expired. Start it again.',
	'challenge.exhausted': 'Too many wrong codes for this verification. Start it again.',
	'enrolment.expired': 'This QR code and its key have expired. Get a new QR code and scan it again.',
	'client_password.name_invalid': 'That name can’t be used. Choose another one.',
	'client_password.limit_reached':
		'You already have {limit} client-specific passwords. Delete one that you no longer use first.',
	'client_password.factor_needed':
		'Set up a verification method first. After that you can make client-specific passwords.',
} as const satisfies Record<InsideProblem, string>;

/** What is wrong with something typed, told before or after it was sent. */
export const forms = {
	code: {
		empty: 'Enter the 6 digits your authenticator app shows.',
		short: 'That’s too short. The code has 6 digits.',
		long: 'That’s too long. The code has 6 digits.',
		'not-digits': 'The code has digits only. Check what you typed.',
	},
	name: {
		empty: 'Give the password a name, such as the device that will use it.',
		long: 'That name is too long. Use 40 characters at most.',
		characters: 'The name contains characters that can’t be shown. Type it again.',
	},
} as const;
