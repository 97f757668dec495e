import type { FactorKind } from '@mailward/shared/factors/kinds.ts';
import { DomainError } from '../domain-error.ts';
import type { FormProblem, Rejection, Unready } from '../factors/factor.ts';
import { second, toIso } from '../time/clock.ts';

const wrong = (kind: FactorKind, attemptsLeft: number, now: number): DomainError => {
	switch (kind) {
		case 'totp':
		case 'sms':
			return new DomainError('factor.code_rejected', { attemptsLeft, serverTime: toIso(now) });
		case 'wechat':
		case 'dingtalk':
			return new DomainError('factor.not_confirmed', {});
		case 'passkey':
			return new DomainError('factor.passkey_rejected', { attemptsLeft });
		case 'recovery':
			return new DomainError('factor.recovery_rejected', { attemptsLeft });
	}
};

/** A factor's "no" in the words of the contract. `now` in milliseconds since the epoch. */
export const toDomainError = (
	kind: FactorKind,
	rejection: Rejection,
	attemptsLeft: number,
	now: number,
): DomainError => {
	switch (rejection.kind) {
		case 'wrong':
			return wrong(kind, attemptsLeft, now);
		case 'wrong-number':
			return new DomainError('factor.number_rejected', { attemptsLeft });
		case 'expired':
			return new DomainError('factor.code_expired', {});
		case 'just-used':
			return new DomainError('factor.code_just_used', { nextInSeconds: Math.ceil(rejection.nextIn / second) });
		case 'clock-off':
			return new DomainError('factor.clock_off', {
				offsetSeconds: Math.round(rejection.offset / second),
				serverTime: toIso(now),
			});
	}
};

/** What stands in the way of any answer, in the words of the contract. */
export const toUnreadyError = (unready: Unready): DomainError =>
	unready === 'code-expired' ? new DomainError('factor.code_expired', {}) : new DomainError('factor.not_confirmed', {});

/** What is wrong with the form of an answer, in the words of the contract. */
export const toFormError = (problem: FormProblem): DomainError => {
	switch (problem.kind) {
		case 'code':
			return new DomainError('factor.code_malformed', { reason: problem.reason });
		case 'recovery-code':
			return new DomainError('factor.recovery_malformed', {});
		case 'foreign':
			return new DomainError('request.malformed', {});
	}
};

/** Why a number as typed gets no code, in the words of the contract. */
export const toNumberError = (
	reason: 'empty' | 'invalid' | 'not-mainland' | 'not-available' | undefined,
): DomainError => {
	switch (reason) {
		case 'empty':
		case 'invalid':
			return new DomainError('phone_number.malformed', { reason });
		case 'not-mainland':
			return new DomainError('phone_number.not_mainland', {});
		case 'not-available':
		case undefined:
			return new DomainError('factor.not_available', {});
	}
};
