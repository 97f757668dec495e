import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import type {
	PasskeyAssertion,
	PasskeyAttestation,
	PasskeyChallengePrompt,
	PasskeyEnrolmentPrompt,
} from '@mailward/shared/factors/passkey-prompts.ts';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What an answer says that an honest authenticator in an honest browser would not. */
export interface Forgery {
	/** The page that asked, as the browser says. */
	readonly origin?: string;
	/** The site the authenticator believes it is at. */
	readonly rpId?: string;
	/** The person was there, but did not prove who they are. */
	readonly unverified?: boolean;
	/** An older state of the signature counter: a copy of the authenticator. */
	readonly counter?: number;
	readonly challenge?: string;
}

/** A passkey in somebody's device: WebAuthn level 3 written out from the document, without the library the server uses. */
export interface Passkey {
	readonly id: string;
	attest(options: PasskeyEnrolmentPrompt['options'], forgery?: Forgery): PasskeyAttestation;
	assert(options: PasskeyChallengePrompt['options'], forgery?: Forgery): PasskeyAssertion;
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();

/** COSE_Key of an ES256 public key (RFC 9053, 7.1.1). */
const coseKey = (key: KeyObject): Buffer => {
	const { x = '', y = '' } = key.export({ format: 'jwk' });
	const octets = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
	const entries: [number, number | Uint8Array][] = [
		[1, 2],
		[3, -7],
		[-1, 1],
		[-2, octets(x)],
		[-3, octets(y)],
	];
	return Buffer.from(isoCBOR.encode(new Map(entries)));
};

export const createPasskey = (origin: string): Passkey => {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const credentialId = randomBytes(32);
	const id = credentialId.toString('base64url');
	let counter = 0;
	let userHandle = '';

	const clientData = (type: string, challenge: string, forgery: Forgery): Buffer =>
		Buffer.from(
			JSON.stringify({
				type,
				challenge: forgery.challenge ?? challenge,
				origin: forgery.origin ?? origin,
				crossOrigin: false,
			}),
		);
	/** WebAuthn level 3, 6.1: user present, user verified, and with `more` the attested credential. */
	const authenticatorData = (rpId: string, forgery: Forgery, more?: Buffer): Buffer => {
		const flags = 0x01 | (forgery.unverified ? 0 : 0x04) | (more === undefined ? 0 : 0x40);
		const count = Buffer.alloc(4);
		count.writeUInt32BE(forgery.counter ?? counter);
		const parts = [sha256(forgery.rpId ?? rpId), Buffer.of(flags), count, ...(more === undefined ? [] : [more])];
		return Buffer.concat(parts);
	};

	return {
		id,
		attest(options, forgery = {}) {
			userHandle = options.user.id;
			const length = Buffer.alloc(2);
			length.writeUInt16BE(credentialId.length);
			const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, coseKey(publicKey)]);
			const authData = authenticatorData(options.rp.id, forgery, attested);
			const object = new Map<string, unknown>([
				['fmt', 'none'],
				['attStmt', new Map()],
				['authData', new Uint8Array(authData)],
			]);
			return {
				id,
				rawId: id,
				type: 'public-key',
				response: {
					clientDataJSON: clientData('webauthn.create', options.challenge, forgery).toString('base64url'),
					attestationObject: Buffer.from(isoCBOR.encode(object as never)).toString('base64url'),
					transports: ['internal'],
				},
				clientExtensionResults: {},
			};
		},
		assert(options, forgery = {}) {
			counter += 1;
			const client = clientData('webauthn.get', options.challenge, forgery);
			const data = authenticatorData(options.rpId, forgery);
			const signature = createSign('sha256')
				.update(Buffer.concat([data, sha256(client)]))
				.sign(privateKey);
			return {
				id,
				rawId: id,
				type: 'public-key',
				response: {
					clientDataJSON: client.toString('base64url'),
					authenticatorData: data.toString('base64url'),
					signature: signature.toString('base64url'),
					userHandle,
				},
				clientExtensionResults: {},
			};
		},
	};
};
