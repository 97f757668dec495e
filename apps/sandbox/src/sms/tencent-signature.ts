import { createHash, createHmac } from 'node:crypto';

export interface TencentRequest {
	readonly headers: Headers;
	readonly body: string;
}

export type TencentKey = { readonly secretId: string; readonly secretKey: string };

export interface TencentRefusal {
	readonly code: string;
	readonly message: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

const refused = (code: string, message: string): TencentRefusal => ({ code: `AuthFailure.${code}`, message });

/** In seconds. */
const longestAge = 300;

/**
 * Checks TC3-HMAC-SHA256 of a `POST /` with JSON as Tencent Cloud documents it ("Signature v3"), written from the
 * description and not from the SDK. Undefined for a request that is in order.
 */
export const checkTencentSignature = (
	{ headers, body }: TencentRequest,
	key: TencentKey,
	now: number,
): TencentRefusal | undefined => {
	const [, secretId, scope = '', names = '', signature] =
		/^TC3-HMAC-SHA256 Credential=([^/]+)\/([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
			headers.get('authorization') ?? '',
		) ?? [];
	if (secretId === undefined) return refused('InvalidAuthorization', 'Authorization is not well formed.');
	if (secretId !== key.secretId) return refused('SecretIdNotFound', 'The SecretId is not found.');
	const timestamp = headers.get('x-tc-timestamp') ?? '';
	if (!(Math.abs(now / 1000 - Number(timestamp || Number.NaN)) <= longestAge)) {
		return refused('SignatureExpire', 'Timestamp and server time differ by more than five minutes.');
	}

	const place = headers.get('host') ?? '';
	const host = place.replace(/:\d+$/, '');
	const date = new Date(Number(timestamp) * 1000).toISOString().slice(0, 10);
	// The SDK names the service by what stands before the first dot: `sms` at the vendor, half an address here.
	const expectedScope = `${date}/${place.split('.')[0]}/tc3_request`;
	const signed = names.split(';');
	const headerLines = signed.map((name) => `${name}:${name === 'host' ? host : headers.get(name)}`.toLowerCase());
	const canonical = ['POST', '/', '', ...headerLines, '', names, sha256(body)].join('\n');
	const signingKey = expectedScope.split('/').reduce<string | Buffer>(hmac, `TC3${key.secretKey}`);
	const expected = hmac(
		signingKey,
		['TC3-HMAC-SHA256', timestamp, expectedScope, sha256(canonical)].join('\n'),
	).toString('hex');
	const isRight = scope === expectedScope && signature === expected;
	return isRight && signed.includes('host') && signed.includes('content-type')
		? undefined
		: refused('SignatureFailure', 'The provided credentials could not be validated. Please check your signature.');
};
