import type {
	PasskeyAssertion,
	PasskeyChallengePrompt,
	PasskeyEnrolmentPrompt,
} from '@mailward/shared/factors/passkey-prompts.ts';
import type { RandomBytes } from '../../crypto/random.ts';
import { minute } from '../../time/clock.ts';
import type { Factor, Verdict } from '../factor.ts';
import type { RelyingParty } from './relying-party.ts';

/** A WebAuthn credential as the server keeps it, sealed. Octets are base64url. */
export interface PasskeyCredential {
	readonly id: string;
	readonly publicKey: string;
	/** Signature counter (WebAuthn level 3, 6.1.1); stays 0 with authenticators that have none. */
	readonly counter: number;
	readonly transports: readonly string[];
	/** What the authenticator answers when it is asked who its person is: our `personId`. */
	readonly userHandle: string;
}

/** How long the browser waits for its person; as long as a challenge lives. Milliseconds. */
const patience = 10 * minute;

/** EdDSA, ES256, RS256 (IANA COSE algorithms): between them, every authenticator there is. */
const algorithms = [-8, -7, -257];

/** 256 bits; WebAuthn level 3, 13.4.3 asks for 128 at least. */
const newChallenge = (random: RandomBytes) => new Uint8Array(random(32));

const octets = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64url'));

/** The library is loaded when the first passkey turns up: servers without any are spared its memory. */
const webAuthn = () => import('@simplewebauthn/server');

/** What a browser is asked for a signature by: one of `credentials`, or by any passkey of this site when there are none. */
export const passkeyRequestOptions = async (
	party: RelyingParty,
	random: RandomBytes,
	credentials: readonly PasskeyCredential[],
): Promise<PasskeyChallengePrompt['options']> => {
	const { generateAuthenticationOptions } = await webAuthn();
	const options = await generateAuthenticationOptions({
		rpID: party.id,
		challenge: newChallenge(random),
		timeout: patience,
		userVerification: 'required',
		...(credentials.length > 0 && {
			allowCredentials: credentials.map(({ id, transports }) => ({ id, transports: [...transports] as [] })),
		}),
	});
	return options as PasskeyChallengePrompt['options'];
};

/**
 * Checks a signature: challenge, origin, relying party, user verification and counter (WebAuthn level 3, 7.2). Whatever
 * is wrong, and whatever goes wrong, is a refusal.
 */
export const verifyAssertion = async (
	party: RelyingParty,
	credential: PasskeyCredential,
	challenge: string,
	assertion: PasskeyAssertion,
): Promise<Verdict<PasskeyCredential>> => {
	const wrong = { result: 'rejected', reason: { kind: 'wrong' } } as const;
	const { userHandle } = assertion.response;
	if (assertion.id !== credential.id) return wrong;
	if (userHandle !== undefined && userHandle !== credential.userHandle) return wrong;
	const { verifyAuthenticationResponse } = await webAuthn();
	try {
		const { verified, authenticationInfo } = await verifyAuthenticationResponse({
			response: assertion as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
			expectedChallenge: challenge,
			expectedOrigin: party.origin,
			expectedRPID: party.id,
			requireUserVerification: true,
			credential: { id: credential.id, publicKey: octets(credential.publicKey), counter: credential.counter },
		});
		if (!verified) return wrong;
		return { result: 'accepted', next: { ...credential, counter: authenticationInfo.newCounter } };
	} catch {
		return wrong;
	}
};

export const createPasskeyFactor = (
	party: RelyingParty,
	random: RandomBytes,
): Factor<
	PasskeyCredential,
	PasskeyEnrolmentPrompt['options'],
	PasskeyChallengePrompt['options'],
	PasskeyEnrolmentPrompt,
	PasskeyChallengePrompt
> => ({
	kind: 'passkey',
	most: 20,
	formProblem: (answer) => ('assertion' in answer || 'attestation' in answer ? undefined : { kind: 'foreign' }),
	async startEnrolment({ address, name, personId }, owned) {
		const { generateRegistrationOptions } = await webAuthn();
		const options = await generateRegistrationOptions({
			rpName: party.name,
			rpID: party.id,
			userID: new Uint8Array(Buffer.from(personId)),
			userName: address,
			userDisplayName: name || address,
			challenge: newChallenge(random),
			timeout: patience,
			attestationType: 'none',
			// One passkey an authenticator is enough; it says so itself when it has one already.
			excludeCredentials: owned.map(({ id, transports }) => ({ id, transports: [...transports] as [] })),
			authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
			supportedAlgorithmIDs: algorithms,
		});
		return options as PasskeyEnrolmentPrompt['options'];
	},
	enrolmentPrompt: (_account, options) => ({ options }),
	async finishEnrolment(options, answer) {
		const wrong = { result: 'rejected', reason: { kind: 'wrong' } } as const;
		if (!('attestation' in answer)) return wrong;
		const { verifyRegistrationResponse } = await webAuthn();
		try {
			const { verified, registrationInfo } = await verifyRegistrationResponse({
				response: answer.attestation as Parameters<typeof verifyRegistrationResponse>[0]['response'],
				expectedChallenge: options.challenge,
				expectedOrigin: party.origin,
				expectedRPID: party.id,
				requireUserVerification: true,
				supportedAlgorithmIDs: algorithms,
			});
			if (!verified) return wrong;
			const { id, publicKey, counter, transports } = registrationInfo.credential;
			return {
				result: 'accepted',
				next: {
					id,
					publicKey: Buffer.from(publicKey).toString('base64url'),
					counter,
					transports: transports ?? [],
					userHandle: options.user.id,
				},
			};
		} catch {
			return wrong;
		}
	},
	startChallenge: (owned) =>
		passkeyRequestOptions(
			party,
			random,
			owned.map(({ credential }) => credential),
		),
	challengePrompt: (options) => ({ options }),
	verify: (credential, { challenge }, answer) =>
		'assertion' in answer
			? verifyAssertion(party, credential, challenge, answer.assertion)
			: { result: 'rejected', reason: { kind: 'wrong' } },
	lookup: ({ id }) => id,
});
