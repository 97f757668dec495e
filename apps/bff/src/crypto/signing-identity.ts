import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';

/** Who signs: the certificate that belongs to the key, and those that lead from it to an authority. */
export interface SigningIdentity {
	readonly certificate: X509Certificate;
	readonly chain: readonly X509Certificate[];
	readonly key: KeyObject;
}

/** Says in words for the administrator what is wrong, and with which of the two; nothing of the key is among them. */
export class SigningProblem extends Error {
	readonly of: 'certificate' | 'key';
	constructor(of: SigningProblem['of'], message: string) {
		super(message);
		this.name = 'SigningProblem';
		this.of = of;
	}
}

const pemBlock = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

const certificatesIn = (pem: string): X509Certificate[] => {
	const blocks = pem.match(pemBlock);
	if (blocks === null) throw new SigningProblem('certificate', 'holds no certificate in PEM');
	try {
		return blocks.map((block) => new X509Certificate(block));
	} catch {
		throw new SigningProblem('certificate', 'holds a certificate that cannot be read');
	}
};

const keyIn = (pem: string): KeyObject => {
	try {
		return createPrivateKey(pem);
	} catch {
		throw new SigningProblem('key', 'holds no private key in PEM without a passphrase');
	}
};

/** A certificate, with or without its chain and in whatever order, and its key; both PEM. Throws `SigningProblem`. */
export const readSigningIdentity = (certificates: string, privateKey: string): SigningIdentity => {
	const all = certificatesIn(certificates);
	const key = keyIn(privateKey);
	if (key.asymmetricKeyType !== 'rsa' && key.asymmetricKeyType !== 'ec') {
		throw new SigningProblem('key', 'must be an RSA or EC key');
	}
	const certificate = all.find((each) => each.checkPrivateKey(key));
	if (certificate === undefined) throw new SigningProblem('key', 'does not belong to the certificate');
	return { certificate, chain: all.filter((each) => each !== certificate), key };
};
