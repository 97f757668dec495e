import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientPasswordLength } from '@mailward/shared/client-password.ts';
import { passwordsAnAccount } from './scale.ts';

export const domain = 'bench.invalid';

export const addressOf = (index: number): string => `person${index}@${domain}`;

/** The web password of every account that has one. */
export const webPassword = 'seven-herons-over-the-lake';

/** All client passwords, one after the other: they are all of one length. */
export const passwordsFile = 'passwords.txt';
export const signInsFile = 'sign-ins.json';
export const scansFile = 'scans.json';

/** A browser that stands in front of its second factor. */
export interface SignInTicket {
	/** Of the session cookie. */
	readonly token: string;
	readonly challenge: string;
	/** Of the authenticator app, base64. */
	readonly secret: string;
}

/** A browser that waits for a phone to confirm, and that phone. */
export interface ScanTicket {
	/** Of the browser's session cookie. */
	readonly token: string;
	readonly challenge: string;
	/** In the QR code. */
	readonly ticket: string;
	/** Of the phone's cookie. */
	readonly phoneToken: string;
}

/** What seeding left behind for the load generator. */
export interface Material {
	readonly accounts: number;
	/** The client password of an account in a slot, both counted from 0. */
	password(account: number, slot: number): string;
	readonly signIns: readonly SignInTicket[];
}

export const readMaterial = (folder: string): Material => {
	const passwords = readFileSync(join(folder, passwordsFile), 'latin1');
	return {
		accounts: passwords.length / clientPasswordLength / passwordsAnAccount,
		password(account, slot) {
			const from = (account * passwordsAnAccount + slot) * clientPasswordLength;
			return passwords.slice(from, from + clientPasswordLength);
		},
		signIns: JSON.parse(readFileSync(join(folder, signInsFile), 'utf8')) as SignInTicket[],
	};
};
