import type { NameProblem } from './names.ts';

/**
 * Every refusal the service can utter, with the HTTP status it travels under. Only codes and details travel; the words
 * live in the locales of the web app, which must have a sentence for each code in each language.
 */
export const errorStatus = {
	/** The request is not of the form the contract asks for. */
	'request.malformed': 400,
	'request.too_large': 413,
	/** An unsafe request that does not come from the portal's own pages (OWASP ASVS 5.0, 3.5). */
	'request.foreign_origin': 403,
	/** No such thing, or not this person's. */
	'request.not_found': 404,
	'session.sign_in_needed': 401,
	'session.second_factor_needed': 403,
	'session.set_up_needed': 403,
	/** Signed in, but a sensitive act needs a fresher verification (ten minutes, or as the policy says). */
	'session.verification_needed': 403,
	/** The session is already past the step this endpoint serves. */
	'session.already_past': 409,
	'session.administrator_needed': 403,
	/** One answer for an unknown account, a wrong password and a disabled account. */
	'sign_in.refused': 401,
	'sign_in.throttled': 429,
	/** Re-verification by password: the password was wrong. */
	'password.rejected': 422,
	'password.too_short': 400,
	/** Common, or made of the person's own name and address (NIST SP 800-63B-4, 3.1.1.2). */
	'password.too_guessable': 400,
	/** The new one is the old one. */
	'password.unchanged': 400,
	/** Another authority of the organisation keeps it; `GET /api/web-password` says where it is changed. */
	'password.kept_elsewhere': 409,
	/** One answer for an unknown passkey, a wrong signature and a disabled account. */
	'passkey.rejected': 401,
	'factor.code_malformed': 400,
	'factor.code_rejected': 422,
	/** The code was right and has been used; nothing is lost, the next one is due shortly. */
	'factor.code_just_used': 422,
	/** The passkey's answer does not hold. */
	'factor.passkey_rejected': 422,
	'factor.recovery_malformed': 400,
	'factor.recovery_rejected': 422,
	/** The code was right and is too old, or none has been sent that is still good. */
	'factor.code_expired': 422,
	/** The phone has not confirmed (yet). */
	'factor.not_confirmed': 409,
	/** Not the number that the phone shows. */
	'factor.number_rejected': 422,
	/** The app on the phone is bound to another account already. */
	'factor.bound_elsewhere': 409,
	/** While setting up: the code belongs to another time, so the phone's clock is off. */
	'factor.clock_off': 422,
	'factor.throttled': 429,
	'factor.disabled': 403,
	/** Not set up, not allowed, or not this person's: told apart by nothing. */
	'factor.not_available': 404,
	/** The last method of an account that must have one. */
	'factor.last_required': 409,
	/** The last method of a person whose mailbox others use: they would be shut out, and leave instead. */
	'factor.last_of_person': 409,
	'challenge.expired': 410,
	'challenge.exhausted': 429,
	'enrolment.expired': 410,
	'phone_number.malformed': 400,
	/** Only mobile numbers of mainland China are sent to. */
	'phone_number.not_mainland': 400,
	/** The operator does not deliver to it. */
	'phone_number.refused': 422,
	/** Too many texts to this number, for this account, from this network, or in all. */
	'text_message.limit_reached': 429,
	/** No gateway took it. */
	'text_message.not_sent': 503,
	'method.name_invalid': 400,
	'method.limit_reached': 409,
	'invitation.rejected': 422,
	'person.name_invalid': 400,
	/** Somebody of this mailbox is called so already, as far as the eye can tell. */
	'person.name_taken': 409,
	'person.limit_reached': 409,
	/** Nobody can be invited before the one who invites has a method. */
	'person.factor_needed': 409,
	/** The last person of a shared mailbox cannot be removed. */
	'person.last': 409,
	/** The security policy trusts no devices, or this session was not verified by a method. */
	'trusted_device.not_allowed': 409,
	'client_password.name_invalid': 400,
	/** Not in the future, or too far in it. */
	'client_password.end_invalid': 400,
	'client_password.limit_reached': 409,
	'client_password.factor_needed': 409,
	'server.busy': 503,
	'server.unavailable': 503,
	'server.failed': 500,
} as const;

export type ErrorCode = keyof typeof errorStatus;

interface DetailsByCode {
	/** `field` is a dotted path into the request; absent when the request as a whole is wrong. */
	'request.malformed': { field?: string };
	/** ISO 8601 time from which a further try is allowed. */
	'sign_in.throttled': { retryAt: string };
	'factor.code_malformed': { reason: 'empty' | 'short' | 'long' | 'not-digits' };
	/** `attemptsLeft` counts this challenge; `serverTime` is ISO 8601, for people whose phone's clock is wrong. */
	'factor.code_rejected': { attemptsLeft: number; serverTime: string };
	'factor.number_rejected': { attemptsLeft: number };
	'factor.passkey_rejected': { attemptsLeft: number };
	'factor.recovery_rejected': { attemptsLeft: number };
	'invitation.rejected': { attemptsLeft: number };
	/** Characters. */
	'password.too_short': { least: number };
	'phone_number.malformed': { reason: 'empty' | 'invalid' };
	/** `scope`: what the limit is for. `retryAt`: ISO 8601 time from which a further one is allowed. */
	'text_message.limit_reached': { scope: 'number' | 'account' | 'network' | 'site'; retryAt: string };
	/** `limited`: the operator's own limit was met; `down`: no gateway could be reached or would send. */
	'text_message.not_sent': { reason: 'limited' | 'down' };
	'method.name_invalid': { reason: NameProblem };
	'method.limit_reached': { limit: number };
	'person.name_invalid': { reason: NameProblem };
	'person.limit_reached': { limit: number };
	/** Whole seconds until the next code, rounded up. */
	'factor.code_just_used': { nextInSeconds: number };
	/** `offsetSeconds` > 0: the phone is ahead of the server. */
	'factor.clock_off': { offsetSeconds: number; serverTime: string };
	'factor.throttled': { retryAt: string };
	'client_password.name_invalid': { reason: NameProblem };
	'client_password.limit_reached': { limit: number };
}

/** What travels beside a code; codes without an entry carry an empty object. */
export type ErrorDetails<C extends ErrorCode = ErrorCode> = C extends keyof DetailsByCode
	? DetailsByCode[C]
	: Record<never, never>;

/** The body of every refusal of `/api`. */
export type ErrorBody = { [C in ErrorCode]: { error: { code: C; details: ErrorDetails<C> } } }[ErrorCode];
