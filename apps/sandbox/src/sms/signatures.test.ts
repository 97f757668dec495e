import { expect, it } from 'vitest';
import { createFaults } from '../faults.ts';
import { createAliyunSignature } from './aliyun-signature.ts';
import { createSmsWebhook } from './sms-webhook.ts';
import { checkTencentSignature } from './tencent-signature.ts';
import { createTextInbox } from './text-inbox.ts';

// The worked examples that each scheme is published with: what the sandbox accepts is what the vendor would.

it('accepts the example of Alibaba Cloud once, and no change of it', () => {
	const at = Date.parse('2023-10-26T10:22:32Z');
	const request = (changes: Record<string, string> = {}, region = 'cn-shanghai') => ({
		method: 'POST',
		url: new URL(
			`https://ecs.cn-shanghai.aliyuncs.com/?RegionId=${region}&ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd`,
		),
		headers: new Headers({
			host: 'ecs.cn-shanghai.aliyuncs.com',
			'x-acs-action': 'RunInstances',
			'x-acs-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
			'x-acs-date': '2023-10-26T10:22:32Z',
			'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
			'x-acs-version': '2014-05-26',
			authorization:
				'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
			...changes,
		}),
		body: '',
	});
	const key = { accessKeyId: 'YourAccessKeyId', accessKeySecret: 'YourAccessKeySecret' };
	const check = createAliyunSignature(key, () => at);
	const mismatch = { code: 'SignatureDoesNotMatch' };
	expect(check(request({}, 'cn-beijing'))).toMatchObject(mismatch);
	expect(check(request({ 'x-acs-action': 'StopInstances' }))).toMatchObject(mismatch);
	expect(check(request({ 'x-acs-security-token': 'not signed' }))).toMatchObject(mismatch);
	expect(check({ ...request(), body: 'more' })).toMatchObject(mismatch);
	expect(check(request())).toBeUndefined();
	expect(check(request())).toMatchObject({ code: 'SignatureNonceUsed' });
	const late = createAliyunSignature(key, () => at + 16 * 60_000);
	expect(late(request())).toMatchObject({ code: 'InvalidTimeStamp.Expired' });
});

it('accepts the example of Tencent Cloud, and no change of it', () => {
	const key = { secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE', secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE' };
	const body = String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}`;
	const headers = (changes: Record<string, string> = {}) =>
		new Headers({
			host: 'cvm.tencentcloudapi.com',
			'content-type': 'application/json; charset=utf-8',
			'x-tc-timestamp': '1551113065',
			authorization:
				'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
			...changes,
		});
	const now = 1_551_113_065_000;
	const mismatch = { code: 'AuthFailure.SignatureFailure' };
	expect(checkTencentSignature({ headers: headers(), body }, key, now)).toBeUndefined();
	expect(checkTencentSignature({ headers: headers(), body: `${body} ` }, key, now)).toMatchObject(mismatch);
	expect(
		checkTencentSignature({ headers: headers({ host: 'sms.tencentcloudapi.com' }), body }, key, now),
	).toMatchObject(mismatch);
	expect(checkTencentSignature({ headers: headers(), body }, key, now + 301_000)).toMatchObject({
		code: 'AuthFailure.SignatureExpire',
	});
});

it('accepts the example of Standard Webhooks, and no change of it', async () => {
	const now = () => 1_614_265_330_000;
	const app = createSmsWebhook({
		account: { secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
		inbox: createTextInbox(now),
		faults: createFaults(),
		now,
	});
	const post = async (body: string, changes: Record<string, string> = {}) => {
		const headers = {
			'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
			'webhook-timestamp': '1614265330',
			'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
			...changes,
		};
		return (await app.request('/', { method: 'POST', body, headers })).status;
	};
	// Signed as it must be, though it is no text message.
	expect(await post('{"test": 2432232314}')).toBe(422);
	expect(await post('{"test": 2432232315}')).toBe(401);
	expect(await post('{"test": 2432232314}', { 'webhook-id': 'msg_other' })).toBe(401);
	expect(await post('{"test": 2432232314}', { 'webhook-timestamp': '1614265000' })).toBe(401);
});
