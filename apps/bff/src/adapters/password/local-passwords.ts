import type { PasswordAuthority } from '../../accounts/password-authority.ts';
import type { PasswordHash } from '../../crypto/password-hash.ts';

/** Web passwords whose argon2id hashes are in our own database. */
export const createLocalPasswords = (hash: PasswordHash): PasswordAuthority => ({
	isRight: (account, password) => hash.verify(password, account?.passwordHash ?? undefined),
});
