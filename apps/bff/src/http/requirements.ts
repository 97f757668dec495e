import type { Requirement, Requires } from '@mailward/shared/contract/endpoint.ts';
import type { ErrorCode } from '@mailward/shared/errors.ts';
import { DomainError } from '../domain-error.ts';
import type { Session } from '../sessions/session.ts';

const holds = (requirement: Requirement, session: Session): boolean => {
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
			return session.state === 'signed-in' && session.fresh;
		case 'administrator':
			return session.state === 'signed-in' && session.account.administrator;
	}
};

/** What stands between this session and an endpoint it may not call. */
const missing = (requires: Requires, session: Session): ErrorCode => {
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
				(all) => all.includes('administrator') && !holds('administrator', session),
			);
			return notAdministrator ? 'session.administrator_needed' : 'session.verification_needed';
		}
	}
};

/** Throws what is missing unless one of the alternatives holds as a whole. */
export const checkRequirements = (requires: Requires, session: Session): void => {
	if (requires.some((all) => all.every((each) => holds(each, session)))) return;
	throw new DomainError(missing(requires, session), {});
};
