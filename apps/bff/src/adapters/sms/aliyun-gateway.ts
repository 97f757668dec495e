import { createRequire } from 'node:module';
import type { SendOutcome, TextGateway } from '../../text-messages/gateway.ts';
import { hour, toIso } from '../../time/clock.ts';
import { isNoConnection, networkSaying } from './connection.ts';
import { saying } from './saying.ts';
import type { AliyunSettings } from './sms-settings.ts';

/** Alibaba Cloud's words for it; whatever is not here is a refusal of its own. */
const numberRefused = new Set(['isv.MOBILE_NUMBER_ILLEGAL']);
const limited = /^(isv\.(BUSINESS|DAY|MONTH)_LIMIT_CONTROL|Throttling\b.*)$/;

const outcomeOf = (code: string, words: string | undefined): SendOutcome => {
	const detail = saying(code, words);
	if (numberRefused.has(code)) return { result: 'number-refused', detail };
	return { result: limited.test(code) ? 'limited' : 'failed', detail };
};

/** What the SDK throws: its own errors carry the HTTP status, those of the network do not. */
interface Thrown {
	readonly name: string;
	readonly message: string;
	readonly code?: string;
	readonly statusCode?: number;
	readonly data?: { readonly Message?: string };
}

const thrownOutcome = (error: unknown): SendOutcome => {
	const { name, message, code = '', statusCode, data } = error as Thrown;
	if (statusCode !== undefined) {
		if (statusCode === 429) return { result: 'limited', detail: saying(`${statusCode} ${code}`) };
		// The request was passed on, and its answer was not.
		if (statusCode === 504) return { result: 'unknown', detail: saying(`${statusCode} ${code}`) };
		return outcomeOf(code, data?.Message);
	}
	if (name === 'RequestTimeoutError') {
		const connecting = message.startsWith('ConnectTimeout');
		return {
			result: connecting ? 'failed' : 'unknown',
			detail: connecting ? 'no connection in time' : 'no answer in time',
		};
	}
	return { result: isNoConnection(error) ? 'failed' : 'unknown', detail: networkSaying(error) };
};

/** Mainland numbers go without their country's code. */
const localNumber = (number: string) => number.replace(/^\+(86(?=1\d{10}$))?/, '');

/** The day that Alibaba Cloud files a text under, in China's time: `20260302`. */
const filedUnder = (sentAt: number) =>
	toIso(sentAt + 8 * hour)
		.slice(0, 10)
		.replaceAll('-', '');

const sendStatus = { failed: 2, succeeded: 3 };

type Sms = typeof import('@alicloud/dysmsapi20170525');
type OpenApi = typeof import('@alicloud/openapi-core');

// These packages are CommonJS whose default export every tool finds somewhere else when it is imported.
const require = createRequire(import.meta.url);

/**
 * Short Message Service of Alibaba Cloud (阿里云短信服务), API 2017-05-25. The approved template takes `code` and `minutes`.
 * Its SDK is loaded here, which takes a second. `patience`: how long a request may take, in ms.
 */
export const createAliyunGateway = (settings: AliyunSettings, patience: number): TextGateway => {
	const { SendSmsRequest, QuerySendDetailsRequest, default: Client } = require('@alicloud/dysmsapi20170525') as Sms;
	const { $OpenApiUtil } = require('@alicloud/openapi-core') as OpenApi;
	const client = new Client(
		new $OpenApiUtil.Config({
			accessKeyId: settings.accessKeyId,
			accessKeySecret: settings.accessKeySecret,
			endpoint: settings.endpoint.host,
			protocol: settings.endpoint.secure ? 'https' : 'http',
			// The SDK runs two clocks and names the one that runs out: once connected the shorter one, which means that an
			// answer is missing; else the longer one. On a connection that is used again it mixes them up. Together they are
			// all the patience there is.
			connectTimeout: patience * 0.6,
			readTimeout: patience * 0.4,
			globalParameters: new $OpenApiUtil.GlobalParameters({ headers: { connection: 'close' } }),
		}),
	);

	return {
		name: 'aliyun',
		async send({ id, number, code, minutes }) {
			try {
				const { body } = await client.sendSms(
					new SendSmsRequest({
						phoneNumbers: localNumber(number),
						signName: settings.signName,
						templateCode: settings.templateCode,
						templateParam: JSON.stringify({ code, minutes: String(minutes) }),
						outId: id,
					}),
				);
				const receipt = body?.bizId;
				if (body?.code === 'OK' && receipt !== undefined) return { result: 'accepted', receipt };
				if (body?.code === undefined || body.code === 'OK')
					return { result: 'unknown', detail: 'an answer without a receipt' };
				return outcomeOf(body.code, body.message);
			} catch (error) {
				return thrownOutcome(error);
			}
		},
		async delivery(receipt, { number }, sentAt) {
			try {
				const { body } = await client.querySendDetails(
					new QuerySendDetailsRequest({
						phoneNumber: localNumber(number),
						bizId: receipt,
						sendDate: filedUnder(sentAt),
						pageSize: 10,
						currentPage: 1,
					}),
				);
				const status = body?.smsSendDetailDTOs?.smsSendDetailDTO?.[0]?.sendStatus;
				if (status === sendStatus.succeeded) return 'delivered';
				return status === sendStatus.failed ? 'undelivered' : 'pending';
			} catch {
				return 'pending';
			}
		},
		close: () => Promise.resolve(),
	};
};
