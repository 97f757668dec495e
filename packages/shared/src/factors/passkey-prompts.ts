import { z } from 'zod';

/** WebAuthn level 3, section 5.1.8 and 5.1.9: what the browser is asked, in its JSON form. Octets are base64url. */
const descriptor = z.object({
	id: z.string(),
	type: z.literal('public-key'),
	transports: z.array(z.string()).optional(),
});

/** `PublicKeyCredentialRequestOptionsJSON`. */
export const passkeyRequest = z.object({
	challenge: z.string(),
	rpId: z.string(),
	/** Milliseconds the browser waits for the person. */
	timeout: z.number(),
	userVerification: z.literal('required'),
	allowCredentials: z.array(descriptor).optional(),
});

/** `PublicKeyCredentialCreationOptionsJSON`. */
export const passkeyCreation = z.object({
	challenge: z.string(),
	rp: z.object({ id: z.string(), name: z.string() }),
	user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
	pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.number() })),
	timeout: z.number(),
	attestation: z.literal('none'),
	authenticatorSelection: z.object({ residentKey: z.literal('required'), userVerification: z.literal('required') }),
	excludeCredentials: z.array(descriptor),
});

export const passkeyEnrolmentPrompt = z.object({ options: passkeyCreation });
export const passkeyChallengePrompt = z.object({ options: passkeyRequest });

/** Base64url (RFC 4648, section 5): far longer than any authenticator sends, far shorter than what would cost anything. */
const octets = z
	.string()
	.max(16_384)
	.regex(/^[\w-]*$/);
const credential = { id: octets, rawId: octets, type: z.literal('public-key') };
const extensions = z.record(z.string(), z.unknown());
const attachment = z.enum(['platform', 'cross-platform']).optional();

/** `AuthenticationResponseJSON`: a signature by a passkey that is set up. */
export const passkeyAssertion = z.object({
	...credential,
	response: z.object({
		clientDataJSON: octets,
		authenticatorData: octets,
		signature: octets,
		userHandle: octets.optional(),
	}),
	clientExtensionResults: extensions,
	authenticatorAttachment: attachment,
});

/** `RegistrationResponseJSON`: a passkey that has just been made. */
export const passkeyAttestation = z.object({
	...credential,
	response: z.object({
		clientDataJSON: octets,
		attestationObject: octets,
		authenticatorData: octets.optional(),
		transports: z
			.array(
				z
					.string()
					.max(32)
					.regex(/^[\w-]*$/),
			)
			.max(8)
			.optional(),
		publicKeyAlgorithm: z.number().optional(),
		publicKey: octets.optional(),
	}),
	clientExtensionResults: extensions,
	authenticatorAttachment: attachment,
});

export type PasskeyAssertion = z.infer<typeof passkeyAssertion>;
export type PasskeyAttestation = z.infer<typeof passkeyAttestation>;
export type PasskeyEnrolmentPrompt = z.infer<typeof passkeyEnrolmentPrompt>;
export type PasskeyChallengePrompt = z.infer<typeof passkeyChallengePrompt>;
