import { createHmac } from 'node:crypto';

/**
 * What runs on the person's phone: RFC 4226 and RFC 6238 written out once more, from the documents and without the
 * library the server uses, so that the two check each other.
 */
export interface Authenticator {
	/** The code shown at `time` (milliseconds since the epoch). */
	codeAt(time: number): string;
	/** Six digits that are the code of no moment within a day of `time`. */
	wrongCodeAt(time: number): string;
	/** `count` different ones. */
	wrongCodesAt(time: number, count: number): string[];
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const step = 30_000;
const stepsOfADay = (24 * 60 * 60 * 1000) / step;

/** RFC 4648, section 6, without padding. */
const decodeBase32 = (text: string): Buffer => {
	const bits = [...text].map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0')).join('');
	return Buffer.from((bits.match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2)));
};

/** `secret` as the set-up page shows it. */
export const createAuthenticator = (secret: string): Authenticator => {
	const key = decodeBase32(secret);
	const codeAt = (time: number): string => {
		const counter = Buffer.alloc(8);
		counter.writeBigUInt64BE(BigInt(Math.floor(time / step)));
		const mac = createHmac('sha1', key).update(counter).digest();
		const offset = (mac.at(-1) ?? 0) & 0x0f;
		return String((mac.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
	};
	const wrongCodesAt = (time: number, count: number): string[] => {
		const right = new Set<string>();
		for (let distance = -stepsOfADay; distance <= stepsOfADay; distance += 1) right.add(codeAt(time + distance * step));
		const wrong: string[] = [];
		for (let number = 0; wrong.length < count; number += 1) {
			const code = String(number).padStart(6, '0');
			if (!right.has(code)) wrong.push(code);
		}
		return wrong;
	};
	return { codeAt, wrongCodesAt, wrongCodeAt: (time) => wrongCodesAt(time, 1)[0] ?? '' };
};
