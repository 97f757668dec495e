import { describe, expect, it } from 'vitest';
import { readGateways } from './sms-settings.ts';
import { defaultText, fillText } from './text.ts';

const aliyun = {
	MAILWARD_SMS_GATEWAYS: 'aliyun',
	MAILWARD_ALIYUN_ACCESS_KEY_ID: 'LTAI-1',
	MAILWARD_ALIYUN_ACCESS_KEY_SECRET: 'key',
	MAILWARD_ALIYUN_SMS_SIGN_NAME: '示范大学',
	MAILWARD_ALIYUN_SMS_TEMPLATE_CODE: 'SMS_1',
};
const tencent = {
	MAILWARD_SMS_GATEWAYS: 'tencent',
	MAILWARD_TENCENT_SECRET_ID: 'AKID-1',
	MAILWARD_TENCENT_SECRET_KEY: 'key',
	MAILWARD_TENCENT_SMS_SDK_APP_ID: '1400000001',
	MAILWARD_TENCENT_SMS_SIGN_NAME: '示范大学',
	MAILWARD_TENCENT_SMS_TEMPLATE_ID: '1',
};
const smpp = { MAILWARD_SMS_GATEWAYS: 'smpp', MAILWARD_SMPP_URL: 'smpp://campus:secret@smsc.example.edu' };
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const webhook = {
	MAILWARD_SMS_GATEWAYS: 'webhook',
	MAILWARD_SMS_WEBHOOK_URL: 'https://sms.example.edu/send',
	MAILWARD_SMS_WEBHOOK_SECRET: secret,
};

describe('the settings of text messages', () => {
	it('name no gateway where none is wanted', () => {
		expect(readGateways({})).toEqual({ gateways: [], problems: [] });
		expect(readGateways({ ...aliyun, MAILWARD_SMS_GATEWAYS: ' ' })).toEqual({ gateways: [], problems: [] });
	});

	it('name gateways in the order of their use', () => {
		const all = { ...aliyun, ...tencent, ...smpp, ...webhook, MAILWARD_SMS_GATEWAYS: 'webhook, smpp,tencent ,aliyun' };
		const { gateways, problems } = readGateways(all);
		expect(problems).toEqual([]);
		expect(gateways.map(({ name }) => name)).toEqual(['webhook', 'smpp', 'tencent', 'aliyun']);
	});

	it('need no endpoint of the clouds', () => {
		expect(readGateways(aliyun).gateways).toMatchObject([
			{ endpoint: { secure: true, host: 'dysmsapi.aliyuncs.com' }, signName: '示范大学' },
		]);
		expect(readGateways(tencent).gateways).toMatchObject([
			{ endpoint: { secure: true, host: 'sms.tencentcloudapi.com' }, region: 'ap-guangzhou' },
		]);
	});

	it.each([
		['sms.ap-beijing.tencentcloudapi.com', { secure: true, host: 'sms.ap-beijing.tencentcloudapi.com' }],
		['https://sms.example.edu:8443/', { secure: true, host: 'sms.example.edu:8443' }],
		['http://127.0.0.1:8081', { secure: false, host: '127.0.0.1:8081' }],
	])('take %s for an endpoint', (text, endpoint) => {
		expect(readGateways({ ...tencent, MAILWARD_TENCENT_SMS_ENDPOINT: text }).gateways).toMatchObject([{ endpoint }]);
	});

	it.each(['http://sms.example.edu', 'https://host/path', 'https://user@host', 'ftp://127.0.0.1', 'a b'])(
		'do not take %s for an endpoint',
		(text) => {
			const { problems } = readGateways({ ...tencent, MAILWARD_TENCENT_SMS_ENDPOINT: text });
			expect(problems).toEqual([expect.stringContaining('MAILWARD_TENCENT_SMS_ENDPOINT must be')]);
		},
	);

	it.each([
		['aliyun', aliyun],
		['tencent', tencent],
		['smpp', smpp],
		['webhook', webhook],
	])('name each one of %s that is missing', (name, settings) => {
		const expected = Object.keys(settings)
			.filter((key) => key !== 'MAILWARD_SMS_GATEWAYS')
			.map((key) => `${key} is missing`);
		expect(readGateways({ MAILWARD_SMS_GATEWAYS: name }).problems.toSorted()).toEqual(expected.toSorted());
	});

	it('say what a secret must be, and not what it is', () => {
		for (const wrong of ['topsecret', 'whsec_c2hvcnQ=', `${secret}!`]) {
			const { problems } = readGateways({ ...webhook, MAILWARD_SMS_WEBHOOK_SECRET: wrong });
			expect(problems).toEqual([expect.stringContaining('MAILWARD_SMS_WEBHOOK_SECRET must be whsec_')]);
			expect(problems[0]).not.toContain(wrong);
		}
		const { problems } = readGateways({ ...smpp, MAILWARD_SMPP_URL: 'smpp://campus:topsecret@' });
		expect(problems).toEqual([expect.not.stringContaining('topsecret')]);
	});

	it.each([
		['smpp://campus:secret@smsc.example.edu', { host: 'smsc.example.edu', port: 2775, secure: false }],
		['smpps://campus:secret@smsc.example.edu', { port: 3550, secure: true }],
		[
			'smpp://u%40x:p%3A%2F@[2001:db8::1]:16000',
			{ host: '2001:db8::1', port: 16000, systemId: 'u@x', password: 'p:/' },
		],
	])('read %s', (MAILWARD_SMPP_URL, expected) => {
		expect(readGateways({ ...smpp, MAILWARD_SMPP_URL }).gateways).toMatchObject([expected]);
	});

	it.each([
		['MAILWARD_SMS_GATEWAYS', 'aliyun,carrier-pigeon'],
		['MAILWARD_SMS_GATEWAYS', 'aliyun,aliyun'],
	])('refuse %s %s', (name, value) => {
		expect(readGateways({ ...aliyun, [name]: value }).problems).toEqual([expect.stringContaining(`${name} must`)]);
	});

	it.each([
		['+8610690000', ''],
		['10690000', ''],
		['Campus Mail', ''],
		['A name that is too long', 'MAILWARD_SMPP_SOURCE must'],
	])('%s as sender: %j', (MAILWARD_SMPP_SOURCE, problem) => {
		expect(readGateways({ ...smpp, MAILWARD_SMPP_SOURCE }).problems.join()).toMatch(problem === '' ? /^$/ : problem);
	});

	it.each([
		['Hello', 'where the {code} goes'],
		[`{code}${'很'.repeat(65)}`, '70 characters'],
	])('refuse the text %j once', (MAILWARD_SMS_TEXT, problem) => {
		const settings = { ...smpp, ...webhook, MAILWARD_SMS_GATEWAYS: 'smpp,webhook', MAILWARD_SMS_TEXT };
		expect(readGateways(settings).problems).toEqual([expect.stringContaining(problem)]);
	});

	it('have a text that fits, with its code and minutes', () => {
		const text = fillText(defaultText, { code: '$&1234', minutes: 10 });
		expect(text).toContain('$&1234');
		expect(text).toContain('10 分钟');
		expect(text.length).toBeLessThanOrEqual(70);
	});
});
