import { randomBytes } from 'node:crypto';

/** Randomness as a port. Must be cryptographically strong outside tests. */
export type RandomBytes = (count: number) => Buffer;

export const systemRandom: RandomBytes = (count) => randomBytes(count);

/** 128 random bits as 22 URL-safe characters: names of rows, challenges and enrolments. */
export const randomId = (random: RandomBytes): string => random(16).toString('base64url');

/** `length` characters of `alphabet`, each equally likely: bytes that would favour some are thrown away. */
export const randomText = (random: RandomBytes, alphabet: string, length: number): string => {
	const fair = 256 - (256 % alphabet.length);
	let text = '';
	while (text.length < length) {
		for (const byte of random(length)) {
			if (byte < fair && text.length < length) text += alphabet[byte % alphabet.length];
		}
	}
	return text;
};
