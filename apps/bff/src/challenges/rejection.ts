import { DomainError } from '../domain-error.ts';
import type { Rejection } from '../factors/factor.ts';
import { second, toIso } from '../time/clock.ts';

/** A factor's "no" in the words of the contract. `now` in milliseconds since the epoch. */
export const toDomainError = (rejection: Rejection, attemptsLeft: number, now: number): DomainError => {
	switch (rejection.kind) {
		case 'wrong':
			return new DomainError('factor.code_rejected', { attemptsLeft, serverTime: toIso(now) });
		case 'just-used':
			return new DomainError('factor.code_just_used', { nextInSeconds: Math.ceil(rejection.nextIn / second) });
		case 'clock-off':
			return new DomainError('factor.clock_off', {
				offsetSeconds: Math.round(rejection.offset / second),
				serverTime: toIso(now),
			});
	}
};
