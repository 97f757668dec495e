import { createHash, type KeyObject } from 'node:crypto';
import type { SigningIdentity } from './signing-identity.ts';

/** Object identifiers of PKCS #9 (RFC 2985), and of plain data (RFC 5652, 4). */
const oid = {
	data: '1.2.840.113549.1.7.1',
	contentType: '1.2.840.113549.1.9.3',
	messageDigest: '1.2.840.113549.1.9.4',
	signingTime: '1.2.840.113549.1.9.5',
};

/** Curves by the names that OpenSSL and WebCrypto have for them. */
const curves: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' };

const toWebKey = (key: KeyObject) => {
	const curve = curves[key.asymmetricKeyDetails?.namedCurve ?? ''];
	const algorithm =
		curve === undefined
			? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
			: { name: 'ECDSA', namedCurve: curve, hash: 'SHA-256' };
	return key.toCryptoKey(algorithm, false, ['sign']);
};

/**
 * CMS SignedData that carries `content` (RFC 5652, 5), DER, with the whole chain. `at`: the time of signing, milliseconds
 * since the epoch.
 */
export const signCms = async (
	content: Buffer,
	{ certificate, chain, key }: SigningIdentity,
	at: number,
): Promise<Buffer> => {
	// Only an installation that signs pays for these.
	const [asn1, pki] = await Promise.all([import('asn1js'), import('pkijs')]);
	const digest = createHash('sha256').update(content).digest();
	const [own, ...others] = [certificate, ...chain].map(({ raw }) => pki.Certificate.fromBER(raw));
	if (own === undefined) throw new Error('there is no certificate');
	const attributes = [
		new pki.Attribute({ type: oid.contentType, values: [new asn1.ObjectIdentifier({ value: oid.data })] }),
		new pki.Attribute({ type: oid.signingTime, values: [new asn1.UTCTime({ valueDate: new Date(at) })] }),
		new pki.Attribute({ type: oid.messageDigest, values: [new asn1.OctetString({ valueHex: digest })] }),
	];
	const signed = new pki.SignedData({
		version: 1,
		encapContentInfo: new pki.EncapsulatedContentInfo({
			eContentType: oid.data,
			eContent: new asn1.OctetString({ valueHex: content }),
		}),
		signerInfos: [
			new pki.SignerInfo({
				version: 1,
				sid: new pki.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
				signedAttrs: new pki.SignedAndUnsignedAttributes({ type: 0, attributes }),
			}),
		],
		certificates: [own, ...others],
	});
	// The same key by both types: browsers' libraries know fewer uses of keys than Node.
	await signed.sign(toWebKey(key) as Parameters<typeof signed.sign>[0], 0, 'SHA-256');
	const whole = new pki.ContentInfo({ contentType: pki.ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
	return Buffer.from(whole.toSchema().toBER());
};
