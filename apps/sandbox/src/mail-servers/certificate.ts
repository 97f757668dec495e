import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from './software.ts';

export interface Certificate {
	readonly certificatePath: string;
	readonly keyPath: string;
}

/**
 * Writes a self-signed certificate for `localhost`, 127.0.0.1 and `mail.DOMAIN`, good for a month.
 * @throws Error when openssl refuses; its words are in the message.
 */
export async function writeCertificate(folder: string, domain: string): Promise<Certificate> {
	const certificatePath = join(folder, 'certificate.pem');
	const keyPath = join(folder, 'certificate-key.pem');
	await promisify(execFile)(findProgram('openssl') ?? 'openssl', [
		...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'],
		...['-keyout', keyPath, '-out', certificatePath, '-subj', `/CN=mail.${domain}`],
		...['-addext', `subjectAltName=DNS:mail.${domain},DNS:localhost,IP:127.0.0.1`],
	]);
	return { certificatePath, keyPath };
}
