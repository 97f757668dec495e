import type {
	PasskeyAssertion,
	PasskeyAttestation,
	PasskeyChallengePrompt,
	PasskeyEnrolmentPrompt,
} from '@mailward/shared/factors/passkey-prompts.ts';
import {
	type PublicKeyCredentialCreationOptionsJSON,
	type PublicKeyCredentialRequestOptionsJSON,
	startAuthentication,
	startRegistration,
	WebAuthnAbortService,
} from '@simplewebauthn/browser';
import { type CeremonyEnd, endOf } from './ceremony-end.ts';

/** What a browser came back with: an answer for the server, or why there is none. */
export type Ceremony<A> = { readonly answer: A } | { readonly end: CeremonyEnd };

/** Browsers tell a person who closes the window and one who lets the time pass by the same error, so the time is taken. */
type Now = () => number;

const hold = async <A>(ask: () => Promise<A>, timeout: number, now: Now): Promise<Ceremony<A>> => {
	const began = now();
	try {
		return { answer: await ask() };
	} catch (thrown) {
		return { end: endOf(thrown, { took: now() - began, timeout }) };
	}
};

/**
 * Asks for a signature by a passkey. Whatever was being asked for before ends as `withdrawn`.
 *
 * @param autofill offers the passkeys in the list that opens at the account field, until a person picks one.
 */
export const signWithPasskey = (
	options: PasskeyChallengePrompt['options'],
	now: Now,
	autofill = false,
): Promise<Ceremony<PasskeyAssertion>> =>
	hold(
		async () => {
			const { response, clientExtensionResults, ...signed } = await startAuthentication({
				// The same JSON; its type knows of fewer ways to reach an authenticator than there will be.
				optionsJSON: options as PublicKeyCredentialRequestOptionsJSON,
				useBrowserAutofill: autofill,
			});
			const { userHandle, ...proof } = response;
			return {
				...signed,
				type: 'public-key',
				response: userHandle === undefined ? proof : { ...proof, userHandle },
				clientExtensionResults: { ...clientExtensionResults },
			};
		},
		options.timeout,
		now,
	);

/** Makes a passkey. Whatever was being asked for before ends as `withdrawn`. */
export const makePasskey = (
	options: PasskeyEnrolmentPrompt['options'],
	now: Now,
): Promise<Ceremony<PasskeyAttestation>> =>
	hold(
		async () => {
			const made = await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON });
			return { ...made, type: 'public-key', clientExtensionResults: { ...made.clientExtensionResults } };
		},
		options.timeout,
		now,
	);

/** Ends whatever is being asked for, as `withdrawn`. */
export const withdrawCeremony = (): void => WebAuthnAbortService.cancelCeremony();
