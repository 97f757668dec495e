import type { Accounts } from '../accounts/accounts.ts';
import type { PasswordAuthority } from '../accounts/password-authority.ts';
import type { Sender } from '../accounts/senders.ts';
import type { FactorAttempts } from '../attempts/factor-attempts.ts';
import type { People } from '../people/people.ts';
import type { PolicyStore } from '../policy/policy-store.ts';
import type { Clock } from '../time/clock.ts';

/** What the commands work with, on an open database. */
export interface Administration {
	readonly accounts: Accounts;
	/** Those that Mailward keeps itself; of an account without one it says no. */
	readonly webPasswords: PasswordAuthority;
	readonly factorAttempts: FactorAttempts;
	readonly policies: PolicyStore;
	/** Reads the key file. */
	readonly people: () => Pick<People, 'reset' | 'takeBackReset'>;
	readonly senders: () => Promise<Sender[]>;
	readonly clock: Clock;
}

/** Opens the database for one command and closes it again, whatever becomes of it. */
export type Administer = (run: (administration: Administration) => Promise<void>) => Promise<void>;

/** To standard output. */
export const say = (line: string): void => {
	process.stdout.write(`${line}\n`);
};

/** To standard error. */
export const warn = (line: string): void => {
	process.stderr.write(`${line}\n`);
};
