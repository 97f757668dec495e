import { describe, expect, it } from 'vitest';
import { createPasswordHash, isPasswordHash } from './password-hash.ts';
import { systemRandom } from './random.ts';

describe('password hashes', () => {
	const hash = createPasswordHash(systemRandom);

	it('are argon2id of 19 MiB, two passes and one lane, each with a salt of its own', async () => {
		const [one, other] = await Promise.all([hash.hash('plum-blossom'), hash.hash('plum-blossom')]);
		expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
		expect(one).not.toBe(other);
		expect(await hash.verify('plum-blossom', one)).toBe(true);
		expect(await hash.verify('Plum-blossom', one)).toBe(false);
	});

	it('of other programs are read', async () => {
		// Made with the argon2 program of the reference implementation: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1
		const theirs = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
		expect(await hash.verify('password', theirs)).toBe(true);
		expect(await hash.verify('passwore', theirs)).toBe(false);
	});

	it('say no for nobody, and for what is no hash', async () => {
		expect(await hash.verify('plum-blossom', undefined)).toBe(false);
		for (const text of ['', 'plain', '$2b$12$x', '$argon2i$v=19$m=8,t=1,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA']) {
			expect(isPasswordHash(text)).toBe(false);
			expect(await hash.verify('', text)).toBe(false);
		}
	});

	it('in flight are bounded: what comes on top is told to come back (promise 36)', async () => {
		// The attack: a flood of sign-ins, each worth 19 MiB and 20 ms of a core.
		const busy = createPasswordHash(systemRandom, { atOnce: 1, waiting: 3 });
		const results = await Promise.allSettled(Array.from({ length: 12 }, () => busy.verify('x', undefined)));
		const refused = results.filter((result) => result.status === 'rejected');
		expect(refused.length).toBeGreaterThanOrEqual(7);
		expect(refused.every(({ reason }) => (reason as { code?: string }).code === 'server.busy')).toBe(true);
		expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(4);
		expect(await busy.verify('x', undefined)).toBe(false);
	});
});
