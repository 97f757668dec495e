import { type RandomBytes, randomId } from '@mailward/bff/crypto/random.ts';
import { type Clock, minute } from '@mailward/bff/time/clock.ts';

/** For how long a code is good at both platforms. */
const lifetime = 5 * minute;

/** What a code stands for: which client asked, and who answered it. */
export interface Authorised {
	readonly clientId: string;
	readonly person: string;
}

/** The codes of one platform (RFC 6749, 4.1.2): good once, for five minutes, to the client that asked. */
export interface AuthorisationCodes<Grant extends Authorised> {
	issue(grant: Grant): string;
	/** The code that this person was given last, however often it has been used since. */
	lastOf(person: string): string | undefined;
	redeem(code: string, clientId: string): Grant | 'used' | 'unknown';
}

export const createAuthorisationCodes = <Grant extends Authorised>(
	clock: Pick<Clock, 'now'>,
	random: RandomBytes,
): AuthorisationCodes<Grant> => {
	const codes = new Map<string, { readonly grant: Grant; readonly until: number; used: boolean }>();
	return {
		issue(grant) {
			const code = randomId(random);
			codes.set(code, { grant, until: clock.now() + lifetime, used: false });
			return code;
		},
		lastOf: (person) => [...codes].findLast(([, { grant }]) => grant.person === person)?.[0],
		redeem(code, clientId) {
			const known = codes.get(code);
			if (known === undefined || known.grant.clientId !== clientId || clock.now() >= known.until) return 'unknown';
			if (known.used) return 'used';
			known.used = true;
			return known.grant;
		},
	};
};
