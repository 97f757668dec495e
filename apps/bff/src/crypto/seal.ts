import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Keys } from './keys.ts';
import type { RandomBytes } from './random.ts';

/** Seals secrets at rest with AES-256-GCM (NIST SP 800-38D), each bound to the row it belongs to. */
export interface Seal {
	/** `VERSION.BASE64URL(nonce | tag | ciphertext)`. `place` names table, column and row; it is authenticated, not stored. */
	close(place: string, secret: unknown): string;
	/** Throws when the text was changed, belongs to another place, or its key is gone. */
	open(place: string, sealed: string): unknown;
}

const nonceBytes = 12;
const tagBytes = 16;

export const createSeal = (keys: Keys, random: RandomBytes): Seal => ({
	close(place, secret) {
		const key = keys.sealing.get(keys.currentVersion);
		if (key === undefined) throw new Error('no current sealing key');
		const nonce = random(nonceBytes);
		const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
		const body = Buffer.concat([cipher.update(JSON.stringify(secret), 'utf8'), cipher.final()]);
		return `${keys.currentVersion}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
	},
	open(place, sealed) {
		const [version = '', text = ''] = sealed.split('.');
		const key = keys.sealing.get(Number(version));
		if (key === undefined) throw new Error('sealed under a key this installation does not have');
		const bytes = Buffer.from(text, 'base64url');
		const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
			.setAAD(Buffer.from(place))
			.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
		const body = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
		return JSON.parse(body.toString('utf8'));
	},
});
