import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCertificate } from '../mail-servers/certificate.ts';
import { connect, type Providers, startProviders, vendorNames } from './testing/providers.ts';

// As in production: every provider behind TLS, with a certificate that the server trusts.
let providers: Providers;
const authorities = getCACertificates('default');
beforeAll(async () => {
	const folder = await mkdtemp(join(tmpdir(), 'mailward-sms-'));
	const { certificatePath, keyPath } = await writeCertificate(folder, 'campus.example');
	const [key, cert] = await Promise.all([readFile(keyPath), readFile(certificatePath)]);
	await rm(folder, { recursive: true });
	setDefaultCACertificates([...authorities, cert.toString()]);
	providers = await startProviders({ key, cert });
});
afterAll(async () => {
	setDefaultCACertificates(authorities);
	await providers.stop();
});

const message = { id: 'message', number: '+8613800138000', code: '482913', minutes: 5 };

describe.each(vendorNames)('over TLS, %s', (vendor) => {
	it('takes a text, and may have taken one that it does not answer for', async () => {
		const gateway = connect(vendor, providers, { secure: true, patience: 3000 });
		expect(await gateway.send(message)).toMatchObject({ result: 'accepted' });
		providers.faults.set(vendor, 'slow', { once: true });
		expect(await gateway.send({ ...message, id: 'another' })).toMatchObject({ result: 'unknown' });
		expect(providers.inbox.list().filter(({ via }) => via === vendor)).toHaveLength(2);
		await gateway.close();
	});
});
