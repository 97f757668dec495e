import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Certificates, createCertificates, hasOpenssl } from '../testing/certificates.ts';
import { signCms } from './cms.ts';
import { readSigningIdentity } from './signing-identity.ts';

describe.runIf(hasOpenssl)('a signed message (RFC 5652), as OpenSSL judges it', () => {
	let certificates: Certificates;
	beforeAll(() => {
		certificates = createCertificates();
		certificates.issue('rsa', 'rsa');
		certificates.issue('ec', 'ec');
	});
	afterAll(() => certificates.remove());

	const text = (name: string) => readFileSync(certificates.path(name), 'utf8');
	const content = Buffer.from('<plist>中文</plist>\n');
	const sign = (certificate: string, key: string) =>
		signCms(content, readSigningIdentity(text(certificate), text(key)), Date.now());

	it.each(['rsa', 'ec'])('holds with a key of kind %s: signer, chain and content', async (kind) => {
		const signed = await sign(`${kind}-chain.pem`, `${kind}.key`);
		expect(certificates.verify(signed)).toBe(content.toString());
	});

	it('does not hold once a byte of the content is another', async () => {
		const signed = await sign('ec-chain.pem', 'ec.key');
		const forged = Buffer.from(signed);
		forged.write('plisT', signed.indexOf('plist'));
		expect(() => certificates.verify(forged)).toThrow(/content verify error/);
	});

	it('does not hold without the chain that leads to the authority', async () => {
		const signed = await sign('rsa.pem', 'rsa.key');
		expect(() => certificates.verify(signed)).toThrow(/unable to get local issuer certificate/);
	});

	it('is signed by the certificate that belongs to the key, wherever in the file it stands', async () => {
		const { certificate, chain } = readSigningIdentity(text('intermediate.pem') + text('ec.pem'), text('ec.key'));
		expect([certificate.subject, chain.length]).toEqual(['CN=ec.example.edu.cn', 1]);
	});

	it.each([
		['rsa.pem', 'ec.key', 'does not belong to the certificate'],
		['rsa.key', 'rsa.key', 'holds no certificate'],
		['rsa.pem', 'rsa.pem', 'holds no private key'],
	])('with %s and %s is refused before there is one', (certificate, key, problem) => {
		expect(() => readSigningIdentity(text(certificate), text(key))).toThrow(problem);
	});

	it('of a certificate that is none is refused', () => {
		const broken = text('rsa.pem').replace(/\n[A-Za-z0-9+/]{60}/, '\nAAAA');
		expect(() => readSigningIdentity(broken, text('rsa.key'))).toThrow('cannot be read');
	});
});
