import type { Canary } from './mail-check.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the canary's settings leave to be asked for is undefined. */
export interface CanarySettings {
	readonly address: string | undefined;
	readonly webPassword: string | undefined;
	readonly clientPassword: string | undefined;
}

const given = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

export const readCanary = (environment: Environment): CanarySettings => ({
	address: given(environment.MAILWARD_CANARY_ADDRESS),
	webPassword: given(environment.MAILWARD_CANARY_WEB_PASSWORD),
	clientPassword: given(environment.MAILWARD_CANARY_CLIENT_PASSWORD),
});

/** Mail protocols write what is not ASCII each in a way of its own, and a line ending would be a command. */
const sayable = /^[\x20-\x7e]{1,200}$/;

/** Why the check cannot be made with it, in words for an administrator; undefined when it can. */
export const canaryProblem = ({ address, webPassword, clientPassword }: Canary): string | undefined => {
	if (![address, webPassword, clientPassword].every((text) => sayable.test(text)) || address.includes(' ')) {
		return 'the canary’s address and passwords must be of 1 to 200 letters, digits and signs of ASCII';
	}
	return webPassword === clientPassword
		? 'the canary’s two passwords are the same; the check could not tell them apart'
		: undefined;
};
