import { createHash, createHmac } from 'node:crypto';

export interface SignedRequest {
	readonly method: string;
	readonly url: URL;
	readonly headers: Headers;
	readonly body: string;
}

export type AliyunKey = { readonly accessKeyId: string; readonly accessKeySecret: string };

export interface AliyunRefusal {
	readonly status: 400 | 404;
	readonly code: string;
	readonly message: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** RFC 3986: everything but letters, digits and `-_.~`. */
const percentEncoded = (text: string) =>
	encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** By code points, not by anybody's alphabet. */
const ordered = <T>(items: readonly T[], key: (item: T) => string): T[] =>
	items.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));

const mustBeSigned = (name: string) => name === 'host' || name === 'content-type' || name.startsWith('x-acs-');

const refused = (code: string, message: string, status: 400 | 404 = 400): AliyunRefusal => ({ status, code, message });

/** A request may be this old, in ms, and carry its nonce once. */
const longestAge = 15 * 60 * 1000;

/**
 * Checks ACS3-HMAC-SHA256 as Alibaba Cloud documents it ("V3 request structure and signature"), written from the
 * description and not from the SDK. Undefined for a request that is in order.
 */
export const createAliyunSignature = (key: AliyunKey, now: () => number) => {
	const nonces = new Set<string>();
	return ({ method, url, headers, body }: SignedRequest): AliyunRefusal | undefined => {
		const [, keyId, names = '', signature] =
			/^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(
				headers.get('authorization') ?? '',
			) ?? [];
		if (keyId === undefined)
			return refused('IncompleteSignature', 'The request signature does not conform to the rules.');
		if (keyId !== key.accessKeyId) {
			return refused('InvalidAccessKeyId.NotFound', 'Specified access key is not found.', 404);
		}
		const stamped = Date.parse(headers.get('x-acs-date') ?? '');
		if (!(Math.abs(now() - stamped) <= longestAge)) {
			return refused('InvalidTimeStamp.Expired', 'Specified time stamp or date value is expired.');
		}

		const signed = new Set(names.split(';'));
		const left = [...headers.keys()].filter((name) => mustBeSigned(name) && !signed.has(name));
		const payload = sha256(body);
		const canonical = [
			method,
			url.pathname,
			ordered([...url.searchParams], ([name]) => name)
				.map(([name, value]) => `${percentEncoded(name)}=${percentEncoded(value)}`)
				.join('&'),
			...ordered([...signed], (name) => name).map((name) => `${name}:${(headers.get(name) ?? '').trim()}`),
			'',
			names,
			payload,
		].join('\n');
		const expected = createHmac('sha256', key.accessKeySecret)
			.update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
			.digest('hex');
		if (left.length > 0 || headers.get('x-acs-content-sha256') !== payload || signature !== expected) {
			// The older signature's answer did repeat the request; whoever logs this answer logs the code with it.
			return refused(
				'SignatureDoesNotMatch',
				`Specified signature is not matched with our calculation. server string to sign is:${canonical}`,
			);
		}

		const nonce = headers.get('x-acs-signature-nonce') ?? '';
		if (nonce === '' || nonces.has(nonce)) {
			return refused('SignatureNonceUsed', 'Specified signature nonce was used already.');
		}
		nonces.add(nonce);
		return undefined;
	};
};
