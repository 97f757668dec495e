import type { Requirement, Requires } from '@mailward/shared/contract/endpoint.ts';
import type { ErrorCode } from '@mailward/shared/errors.ts';
import { DomainError } from '../domain-error.ts';
import type { Session } from '../sessions/session.ts';
import { minute } from '../time/clock.ts';

/** How old the last full verification may be for a sensitive act (OWASP ASVS 5.0, 7.5). Milliseconds. */
export const recentlyVerified = 10 * minute;

const holds = (requirement: Requirement, session: Session, now: number): boolean => {
	switch (requirement) {
		case 'nobody':
			return true;
		case 'password-verified':
			return session.state === 'awaiting-second-factor';
		case 'set-up-due':
			return session.state === 'awaiting-set-up';
		case 'signed-in':
			return session.state === 'signed-in';
		case 'recently-verified':
			return session.state === 'signed-in' && now - session.verifiedAt <= recentlyVerified;
		case 'administrator':
			return session.state === 'signed-in' && session.account.administrator;
	}
};

/** What stands between this session and an endpoint it may not call. */
const missing = (requires: Requires, session: Session, now: number): ErrorCode => {
	switch (session.state) {
		case 'signed-out':
			return 'session.sign_in_needed';
		case 'awaiting-second-factor':
			return 'session.second_factor_needed';
		case 'awaiting-set-up':
			return 'session.set_up_needed';
		case 'signed-in': {
			const forSignedIn = requires.filter((all) =>
				all.every((each) => each !== 'password-verified' && each !== 'set-up-due'),
			);
			if (forSignedIn.length === 0) return 'session.already_past';
			// Who is no administrator is told so, without being asked to verify first.
			const notAdministrator = forSignedIn.every(
				(all) => all.includes('administrator') && !holds('administrator', session, now),
			);
			return notAdministrator ? 'session.administrator_needed' : 'session.verification_needed';
		}
	}
};

/** Throws what is missing unless one of the alternatives holds as a whole. */
export const checkRequirements = (requires: Requires, session: Session, now: number): void => {
	if (requires.some((all) => all.every((each) => holds(each, session, now)))) return;
	throw new DomainError(missing(requires, session, now), {});
};
