import { defaultText, textProblem } from './text.ts';

/** `https://HOST[:PORT]`; plain http only to this machine. */
export interface Endpoint {
	readonly secure: boolean;
	/** With the port where it is not the usual one. */
	readonly host: string;
}

export interface AliyunSettings {
	readonly name: 'aliyun';
	readonly accessKeyId: string;
	readonly accessKeySecret: string;
	readonly signName: string;
	readonly templateCode: string;
	readonly endpoint: Endpoint;
}

export interface TencentSettings {
	readonly name: 'tencent';
	readonly secretId: string;
	readonly secretKey: string;
	readonly sdkAppId: string;
	readonly signName: string;
	readonly templateId: string;
	readonly region: string;
	readonly endpoint: Endpoint;
}

export interface SmppSettings {
	readonly name: 'smpp';
	readonly host: string;
	readonly port: number;
	/** TLS from the first byte. */
	readonly secure: boolean;
	readonly systemId: string;
	readonly password: string;
	/** What phones show as the sender: a short code, a number with `+`, or letters. Empty: the provider's choice. */
	readonly source: string;
	readonly text: string;
}

export interface WebhookSettings {
	readonly name: 'webhook';
	readonly url: URL;
	/** The key itself, decoded. */
	readonly secret: Uint8Array;
	readonly text: string;
}

export type GatewaySettings = AliyunSettings | TencentSettings | SmppSettings | WebhookSettings;
type GatewayName = GatewaySettings['name'];

type Environment = Readonly<Record<string, string | undefined>>;

/** Every setting that is read here. */
export const smsSettingNames = [
	'MAILWARD_SMS_GATEWAYS',
	'MAILWARD_SMS_TEXT',
	'MAILWARD_ALIYUN_ACCESS_KEY_ID',
	'MAILWARD_ALIYUN_ACCESS_KEY_SECRET',
	'MAILWARD_ALIYUN_SMS_SIGN_NAME',
	'MAILWARD_ALIYUN_SMS_TEMPLATE_CODE',
	'MAILWARD_ALIYUN_SMS_ENDPOINT',
	'MAILWARD_TENCENT_SECRET_ID',
	'MAILWARD_TENCENT_SECRET_KEY',
	'MAILWARD_TENCENT_SMS_SDK_APP_ID',
	'MAILWARD_TENCENT_SMS_SIGN_NAME',
	'MAILWARD_TENCENT_SMS_TEMPLATE_ID',
	'MAILWARD_TENCENT_SMS_REGION',
	'MAILWARD_TENCENT_SMS_ENDPOINT',
	'MAILWARD_SMPP_URL',
	'MAILWARD_SMPP_SOURCE',
	'MAILWARD_SMS_WEBHOOK_URL',
	'MAILWARD_SMS_WEBHOOK_SECRET',
] as const;
type SettingName = (typeof smsSettingNames)[number];

/** Nothing leaves the machine on the way there. */
const isThisMachine = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);

const parseHttpUrl = (text: string): URL | undefined => {
	const url = URL.parse(text);
	if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return undefined;
	return url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url.hostname)) ? url : undefined;
};

/** Providers list their endpoints as bare names of hosts. */
const parseEndpoint = (text: string): Endpoint | undefined => {
	const url = parseHttpUrl(text.includes('://') ? text : `https://${text}`);
	if (url === undefined || url.pathname !== '/' || url.search !== '') return undefined;
	return { secure: url.protocol === 'https:', host: url.host };
};

/** `smpp://USER:PASSWORD@HOST[:PORT]` (2775) or `smpps://` (3550). */
const parseSmppUrl = (text: string) => {
	const url = URL.parse(text);
	if (url === null || !/^smpps?:$/.test(url.protocol) || url.hostname === '' || url.username === '') return undefined;
	if (!/^\/?$/.test(url.pathname) || url.search !== '' || url.hash !== '') return undefined;
	const secure = url.protocol === 'smpps:';
	return {
		host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
		port: url.port === '' ? (secure ? 3550 : 2775) : Number(url.port),
		secure,
		systemId: decodeURIComponent(url.username),
		password: decodeURIComponent(url.password),
	};
};

/** As Standard Webhooks writes secrets: `whsec_` and 24 to 64 bytes in base64. */
const parseWebhookSecret = (text: string): Uint8Array | undefined => {
	const encoded = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text)?.[1];
	if (encoded === undefined) return undefined;
	const bytes = Buffer.from(encoded, 'base64');
	return bytes.length >= 24 && bytes.length <= 64 ? bytes : undefined;
};

/** Remembers what was wrong with the settings it read, so that all of it can be told at once. */
const createReading = (environment: Environment) => {
	const problems: string[] = [];
	const given = (name: SettingName): string | undefined => {
		const text = environment[name]?.trim();
		return text === '' ? undefined : text;
	};
	const required = (name: SettingName): string => {
		const text = given(name);
		if (text === undefined) problems.push(`${name} is missing`);
		return text ?? '';
	};
	return {
		problems,
		given,
		required,
		/** `parse` returns undefined for what it cannot read. */
		parsed<T>(
			name: SettingName,
			parse: (text: string) => T | undefined,
			must: string,
			fallback?: string,
		): T | undefined {
			const text = fallback === undefined ? required(name) : (given(name) ?? fallback);
			if (text === '') return undefined;
			const value = parse(text);
			if (value === undefined) problems.push(`${name} ${must}`);
			return value;
		},
	};
};
type Reading = ReturnType<typeof createReading>;

const textOf = (reading: Reading): string => {
	const text = reading.given('MAILWARD_SMS_TEXT') ?? defaultText;
	const problem = textProblem(text);
	if (problem !== undefined && !reading.problems.includes(problem)) reading.problems.push(problem);
	return text;
};

const mustBeEndpoint = 'must be a host or https://HOST[:PORT] (http only on this machine)';

const readers: { [Name in GatewayName]: (reading: Reading) => Extract<GatewaySettings, { name: Name }> | undefined } = {
	aliyun(reading) {
		const endpoint = reading.parsed(
			'MAILWARD_ALIYUN_SMS_ENDPOINT',
			parseEndpoint,
			mustBeEndpoint,
			'dysmsapi.aliyuncs.com',
		);
		const settings = {
			name: 'aliyun' as const,
			accessKeyId: reading.required('MAILWARD_ALIYUN_ACCESS_KEY_ID'),
			accessKeySecret: reading.required('MAILWARD_ALIYUN_ACCESS_KEY_SECRET'),
			signName: reading.required('MAILWARD_ALIYUN_SMS_SIGN_NAME'),
			templateCode: reading.required('MAILWARD_ALIYUN_SMS_TEMPLATE_CODE'),
		};
		return endpoint && { ...settings, endpoint };
	},
	tencent(reading) {
		const endpoint = reading.parsed(
			'MAILWARD_TENCENT_SMS_ENDPOINT',
			parseEndpoint,
			mustBeEndpoint,
			'sms.tencentcloudapi.com',
		);
		const settings = {
			name: 'tencent' as const,
			secretId: reading.required('MAILWARD_TENCENT_SECRET_ID'),
			secretKey: reading.required('MAILWARD_TENCENT_SECRET_KEY'),
			sdkAppId: reading.required('MAILWARD_TENCENT_SMS_SDK_APP_ID'),
			signName: reading.required('MAILWARD_TENCENT_SMS_SIGN_NAME'),
			templateId: reading.required('MAILWARD_TENCENT_SMS_TEMPLATE_ID'),
			region: reading.given('MAILWARD_TENCENT_SMS_REGION') ?? 'ap-guangzhou',
		};
		return endpoint && { ...settings, endpoint };
	},
	smpp(reading) {
		const place = reading.parsed('MAILWARD_SMPP_URL', parseSmppUrl, 'must be smpp(s)://USER:PASSWORD@HOST[:PORT]');
		const source = reading.parsed(
			'MAILWARD_SMPP_SOURCE',
			(text) => (/^(\+\d{1,20}|\d{1,20}|[\w .-]{1,11})$/.test(text) ? text : undefined),
			'must be a number of at most 20 digits or a name of at most 11 letters',
			'',
		);
		return place && { name: 'smpp', ...place, source: source ?? '', text: textOf(reading) };
	},
	webhook(reading) {
		const url = reading.parsed(
			'MAILWARD_SMS_WEBHOOK_URL',
			parseHttpUrl,
			'must be https://HOST/PATH (http only on this machine)',
		);
		const secret = reading.parsed(
			'MAILWARD_SMS_WEBHOOK_SECRET',
			parseWebhookSecret,
			'must be whsec_ and 24 to 64 random bytes in base64, for example: echo "whsec_$(openssl rand -base64 32)"',
		);
		return url && secret && { name: 'webhook', url, secret, text: textOf(reading) };
	},
};

const isGatewayName = (text: string): text is GatewayName => Object.hasOwn(readers, text);

/**
 * The gateways that are configured, in the order in which they are to be used; none where text messages are not sent.
 * `problems`: one line for each setting that is missing or wrong; the gateways are not to be used if there is any.
 */
export const readGateways = (environment: Environment): { gateways: GatewaySettings[]; problems: string[] } => {
	const reading = createReading(environment);
	const names = (reading.given('MAILWARD_SMS_GATEWAYS') ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
	if (names.some((name) => !isGatewayName(name)) || new Set(names).size !== names.length) {
		reading.problems.push(`MAILWARD_SMS_GATEWAYS must name some of ${Object.keys(readers).join(', ')}, each once`);
	}
	const gateways = names.filter(isGatewayName).flatMap((name) => readers[name](reading) ?? []);
	return { gateways, problems: reading.problems };
};
