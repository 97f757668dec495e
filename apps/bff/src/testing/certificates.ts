import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = '/usr/bin/openssl';

/** Whether OpenSSL's own program is here to make certificates with and to judge by. */
export const hasOpenssl = existsSync(program);

/** Certificates that an authority of the test's own has issued, over an intermediate one, as files in a folder. */
export interface Certificates {
	/** The path of a file in the folder. */
	path(name: string): string;
	/** A key and a certificate for it: `NAME.key`, `NAME.pem`, and `NAME-chain.pem` with the intermediate one. */
	issue(name: string, kind: 'rsa' | 'ec'): void;
	/** What OpenSSL reads out of a signed message, once it has found signer, chain and content to hold; throws if not. */
	verify(signed: Buffer): string;
	remove(): void;
}

const keyParameters = { rsa: ['rsa:2048'], ec: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] };

export const createCertificates = (): Certificates => {
	const folder = mkdtempSync(join(tmpdir(), 'mailward-certificates-'));
	const run = (parameters: readonly string[], input?: Buffer) =>
		execFileSync(program, parameters, { cwd: folder, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
	const request = (name: string, kind: 'rsa' | 'ec', subject: string) =>
		run([
			'req',
			'-new',
			'-nodes',
			'-newkey',
			...keyParameters[kind],
			'-keyout',
			`${name}.key`,
			'-out',
			`${name}.csr`,
			'-subj',
			subject,
		]);
	const sign = (name: string, by: string, extensions: string) => {
		writeFileSync(join(folder, `${name}.ext`), extensions);
		run([
			'x509',
			'-req',
			'-in',
			`${name}.csr`,
			'-CA',
			`${by}.pem`,
			'-CAkey',
			`${by}.key`,
			'-CAcreateserial',
			'-days',
			'3650',
			'-extfile',
			`${name}.ext`,
			'-out',
			`${name}.pem`,
		]);
	};
	const authority = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n';
	run([
		'req',
		'-x509',
		'-nodes',
		'-newkey',
		'rsa:2048',
		'-keyout',
		'root.key',
		'-out',
		'root.pem',
		'-days',
		'3650',
		'-subj',
		'/CN=Test root',
	]);
	request('intermediate', 'rsa', '/CN=Test intermediate');
	sign('intermediate', 'root', authority);
	const read = (name: string) => run(['x509', '-in', `${name}.pem`]);

	return {
		path: (name) => join(folder, name),
		issue(name, kind) {
			request(name, kind, `/CN=${name}.example.edu.cn`);
			sign(name, 'intermediate', 'keyUsage=digitalSignature\nextendedKeyUsage=serverAuth\n');
			writeFileSync(join(folder, `${name}-chain.pem`), read(name) + read('intermediate'));
		},
		// `any`: certificates of web servers, which is what people have, are not made for mail.
		verify: (signed) =>
			run(['cms', '-verify', '-binary', '-inform', 'DER', '-CAfile', 'root.pem', '-purpose', 'any'], signed),
		remove: () => rmSync(folder, { recursive: true }),
	};
};
