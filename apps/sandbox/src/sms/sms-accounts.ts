/** What the vendors of the sandbox know their one customer by. */
export const smsAccounts = {
	aliyun: {
		accessKeyId: 'LTAI-sandbox',
		accessKeySecret: 'sandbox-access-key-secret',
		signName: '示范大学',
		templateCode: 'SMS_100000001',
	},
	tencent: {
		secretId: 'AKID-sandbox',
		secretKey: 'sandbox-secret-key',
		sdkAppId: '1400000001',
		signName: '示范大学',
		templateId: '100001',
	},
	smpp: { systemId: 'campus', password: 'sandbox', source: '10690000' },
	webhook: { secret: `whsec_${Buffer.from('the webhook secret of the sandbox').toString('base64')}` },
} as const;

export type SmsAccounts = typeof smsAccounts;

interface Place {
	/** Of the sandbox's HTTP app. */
	readonly origin: string;
	readonly smppPort: number;
	/** In the order in which the server is to use them. */
	readonly gateways: readonly (keyof SmsAccounts)[];
}

/** The server's settings by which it sends its texts through the sandbox. */
export const smsEnvironment = ({ origin, smppPort, gateways }: Place): Record<string, string> => {
	const { aliyun, tencent, smpp, webhook } = smsAccounts;
	return {
		MAILWARD_SMS_GATEWAYS: gateways.join(','),
		MAILWARD_ALIYUN_ACCESS_KEY_ID: aliyun.accessKeyId,
		MAILWARD_ALIYUN_ACCESS_KEY_SECRET: aliyun.accessKeySecret,
		MAILWARD_ALIYUN_SMS_SIGN_NAME: aliyun.signName,
		MAILWARD_ALIYUN_SMS_TEMPLATE_CODE: aliyun.templateCode,
		MAILWARD_ALIYUN_SMS_ENDPOINT: origin,
		MAILWARD_TENCENT_SECRET_ID: tencent.secretId,
		MAILWARD_TENCENT_SECRET_KEY: tencent.secretKey,
		MAILWARD_TENCENT_SMS_SDK_APP_ID: tencent.sdkAppId,
		MAILWARD_TENCENT_SMS_SIGN_NAME: tencent.signName,
		MAILWARD_TENCENT_SMS_TEMPLATE_ID: tencent.templateId,
		MAILWARD_TENCENT_SMS_ENDPOINT: origin,
		MAILWARD_SMPP_URL: `smpp://${smpp.systemId}:${smpp.password}@127.0.0.1:${smppPort}`,
		MAILWARD_SMPP_SOURCE: smpp.source,
		MAILWARD_SMS_WEBHOOK_URL: `${origin}/sms-webhook`,
		MAILWARD_SMS_WEBHOOK_SECRET: webhook.secret,
	};
};
