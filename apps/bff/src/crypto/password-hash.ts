import { argon2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import pLimit from 'p-limit';
import { DomainError } from '../domain-error.ts';
import type { RandomBytes } from './random.ts';

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane; about 20 ms of one core. */
const parameters = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;

const derive = promisify(argon2);

interface Phc {
	memory: number;
	passes: number;
	parallelism: number;
	salt: Buffer;
	hash: Buffer;
}

const phcForm =
	/^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;
const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

const parse = (text: string): Phc | undefined => {
	const [, memory, passes, parallelism, salt, hash] = phcForm.exec(text) ?? [];
	if (memory === undefined || salt === undefined || hash === undefined) return undefined;
	return {
		memory: Number(memory),
		passes: Number(passes),
		parallelism: Number(parallelism),
		salt: Buffer.from(salt, 'base64'),
		hash: Buffer.from(hash, 'base64'),
	};
};

/** Whether `text` is an argon2id hash in the PHC string format that `verify` can read. */
export const isPasswordHash = (text: string): boolean => parse(text) !== undefined;

/** NIST SP 800-63B-4, 3.1.1.2: the same characters typed on another keyboard must give the same bytes. */
const message = (password: string): Buffer => Buffer.from(password.normalize('NFKC'), 'utf8');

/** Hashing of passwords that people choose. */
export interface PasswordHash {
	/** argon2id in the PHC string format. */
	hash(password: string): Promise<string>;
	/** Takes the same time for every password; with `undefined` (no such account) it hashes all the same and says no. */
	verify(password: string, hash: string | undefined): Promise<boolean>;
}

/**
 * At most `atOnce` hashes are in flight and at most `waiting` queue up behind them; beyond that the answer is
 * `server.busy`, so that a flood of sign-ins cannot take the process down with it.
 */
export const createPasswordHash = (random: RandomBytes, { atOnce = 4, waiting = 200 } = {}): PasswordHash => {
	const limit = pLimit(atOnce);
	const bounded = async <T>(work: () => Promise<T>): Promise<T> => {
		if (limit.pendingCount >= waiting) throw new DomainError('server.busy', {});
		return limit(work);
	};
	const nobody: Phc = { ...parameters, salt: Buffer.alloc(16), hash: Buffer.alloc(tagLength) };
	return {
		hash: (password) =>
			bounded(async () => {
				const nonce = random(16);
				const tag = await derive('argon2id', { message: message(password), nonce, ...parameters, tagLength });
				const { memory, passes, parallelism } = parameters;
				return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;
			}),
		verify: (password, hash) =>
			bounded(async () => {
				const { salt, hash: expected, ...cost } = (hash === undefined ? undefined : parse(hash)) ?? nobody;
				const tag = await derive('argon2id', {
					message: message(password),
					nonce: salt,
					...cost,
					tagLength: expected.length,
				});
				return timingSafeEqual(tag, expected) && hash !== undefined;
			}),
	};
};
