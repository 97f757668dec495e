import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';

/** Who signs: the certificate that belongs to the key, and those that lead from it to an authority. */
export interface SigningIdentity {
	readonly certificate: X509Certificate;
	readonly chain: readonly X509Certificate[];
	readonly key: KeyObject;
}

const pemBlock = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

const certificatesIn = (pem: string): X509Certificate[] => {
	try {
		return (pem.match(pemBlock) ?? []).map((block) => new X509Certificate(block));
	} catch {
		throw new Error('holds a certificate that cannot be read');
	}
};

const keyIn = (pem: string): KeyObject => {
	try {
		return createPrivateKey(pem);
	} catch {
		throw new Error('holds no private key in PEM without a passphrase');
	}
};

/**
 * A certificate, with or without its chain and in whatever order, and its key; both PEM. Throws with words for the
 * administrator, and with nothing of the key.
 */
export const readSigningIdentity = (certificates: string, privateKey: string): SigningIdentity => {
	const key = keyIn(privateKey);
	if (key.asymmetricKeyType !== 'rsa' && key.asymmetricKeyType !== 'ec') throw new Error('must be an RSA or EC key');
	const all = certificatesIn(certificates);
	const certificate = all.find((each) => each.checkPrivateKey(key));
	if (certificate === undefined) throw new Error('does not belong to the certificate');
	return { certificate, chain: all.filter((each) => each !== certificate), key };
};
