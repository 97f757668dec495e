import { createHmac } from 'node:crypto';
import { totpDigits, totpStepSeconds } from '@mailward/shared/factors/totp.ts';

/** What an authenticator app shows at `time` (ms since the epoch): RFC 6238 over RFC 4226, 5.3. `secret` is base64. */
export const totpCode = (secret: string, time: number): string => {
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(time / 1000 / totpStepSeconds)));
	const digest = createHmac('sha1', Buffer.from(secret, 'base64')).update(counter).digest();
	const offset = digest.readUInt8(digest.length - 1) & 0xf;
	const number = (digest.readUInt32BE(offset) & 0x7fffffff) % 10 ** totpDigits;
	return String(number).padStart(totpDigits, '0');
};
