import { AccountProblem } from '../accounts/accounts.ts';
import { canaryProblem, readCanary } from '../mail-check/canary-settings.ts';
import type { Canary } from '../mail-check/mail-check.ts';
import type { Administration } from './administration.ts';
import { readHidden } from './prompt.ts';

/** From the environment, and what is missing there from whoever runs the command. Throws `AccountProblem`. */
export const readWholeCanary = async (environment: NodeJS.ProcessEnv): Promise<Canary> => {
	const { address, webPassword, clientPassword } = readCanary(environment);
	if (address === undefined)
		throw new AccountProblem('MAILWARD_CANARY_ADDRESS must name an account kept for this check');
	const questions = [
		...(webPassword === undefined ? [`Web password of ${address}: `] : []),
		...(clientPassword === undefined ? [`Client password of ${address}: `] : []),
	];
	const answers = await readHidden(questions);
	const canary = {
		address,
		webPassword: webPassword ?? answers.shift() ?? '',
		clientPassword: clientPassword ?? answers.shift() ?? '',
	};
	const problem = canaryProblem(canary);
	if (problem !== undefined) throw new AccountProblem(problem);
	return canary;
};

/**
 * Whether its web password is known to be the right one; false where another authority keeps it. Throws `AccountProblem` when
 * the check would tell nothing: a wrong web password, or that of an account which is not there or disabled, is refused
 * whatever leaks; and while two-factor is off the right one is rightly taken.
 */
export const verifyCanary = async (
	{ accounts, webPasswords }: Pick<Administration, 'accounts' | 'webPasswords'>,
	canary: Canary,
): Promise<boolean> => {
	const account = await accounts.find(canary.address);
	if (account.disabled) {
		throw new AccountProblem(
			`${account.address} is disabled, so everything is refused and the check would tell nothing`,
		);
	}
	if (!account.twoFactor) {
		throw new AccountProblem(
			`two-factor is off for ${account.address}, so mail servers rightly take its web password: set a verification method up first`,
		);
	}
	if (account.passwordHash === null) return false;
	if (await webPasswords.isRight(account, canary.webPassword)) return true;
	throw new AccountProblem(
		`that is not the web password of ${account.address}; a wrong one is refused everywhere, so the check would tell nothing`,
	);
};
