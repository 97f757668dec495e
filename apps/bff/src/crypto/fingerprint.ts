import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Keyed hash of a machine-made secret: fit for an index, since the secret itself has no guessable structure. */
export type Fingerprint = (secret: string) => string;

/** 128 bits in base64url: as short as RFC 2104, section 5, lets HMAC-SHA-256 be, since indexes are made of these. */
const fingerprintLength = 22;

/** HMAC-SHA-256 (RFC 2104), truncated, base64url. */
export const createFingerprint =
	(key: Buffer): Fingerprint =>
	(secret) =>
		createHmac('sha256', key).update(secret).digest('base64url').slice(0, fingerprintLength);

/** SHA-256, base64url: for random tokens of 128 bits and more, of which only the hash is stored. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Compares two texts in time that depends on their lengths only. */
export const sameText = (left: string, right: string): boolean => {
	const a = Buffer.from(left);
	const b = Buffer.from(right);
	return a.length === b.length && timingSafeEqual(a, b);
};
