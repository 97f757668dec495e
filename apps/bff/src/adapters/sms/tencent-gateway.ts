import type { SendOutcome, TextGateway } from '../../text-messages/gateway.ts';
import { minute, second } from '../../time/clock.ts';
import { ownConnection } from './connection.ts';
import { saying } from './saying.ts';
import type { TencentSettings } from './sms-settings.ts';

/** Tencent Cloud's words for it; whatever is not here is a refusal of its own. */
const numberRefused = new Set([
	'InvalidParameterValue.IncorrectPhoneNumber',
	// Opted out, or blocked by the operator.
	'FailedOperation.PhoneNumberInBlacklist',
]);
const undecided = new Set(['InternalError.Timeout', 'InternalError.SendAndRecvFail']);
const limited = /^(Request)?LimitExceeded\b/;

const outcomeOf = (code: string, words: string | undefined): SendOutcome => {
	const detail = saying(code, words);
	if (numberRefused.has(code)) return { result: 'number-refused', detail };
	if (limited.test(code)) return { result: 'limited', detail };
	return { result: undecided.has(code) ? 'unknown' : 'failed', detail };
};

/** What the SDK throws: `code` is the API's, `httpCode` is there where the answer was not of the API's making. */
interface Thrown {
	readonly message: string;
	readonly code?: string;
	readonly httpCode?: number;
}

const thrownOutcome = (error: unknown, hadConnection: boolean): SendOutcome => {
	const { message, code, httpCode } = error as Thrown;
	if (httpCode !== undefined) {
		const detail = saying(`HTTP ${httpCode}`);
		if (httpCode === 429) return { result: 'limited', detail };
		// The request was passed on, and its answer was not.
		return { result: httpCode === 504 ? 'unknown' : 'failed', detail };
	}
	if (hadConnection && code !== undefined) return outcomeOf(code, message);
	return hadConnection
		? { result: 'unknown', detail: 'no answer in time, or none that can be read' }
		: { result: 'failed', detail: 'no connection' };
};

/**
 * Short Message Service of Tencent Cloud (腾讯云短信), API 2021-01-11. The approved template takes the code as {1} and the
 * minutes as {2}. `patience`: how long a request may take, in ms.
 */
export const createTencentGateway = (settings: TencentSettings, patience: number): TextGateway => {
	const loaded = import('tencentcloud-sdk-nodejs-sms/tencentcloud/services/sms/v20210111/sms_client.js');
	// What goes wrong with it is the outcome of whoever needs it.
	loaded.catch(() => undefined);

	const connect = async () => {
		const { Client } = await loaded;
		const { secure, host } = settings.endpoint;
		const connection = ownConnection(secure);
		const client = new Client({
			credential: { secretId: settings.secretId, secretKey: settings.secretKey },
			region: settings.region,
			profile: {
				httpProfile: {
					endpoint: host,
					protocol: secure ? 'https://' : 'http://',
					agent: connection.agent,
					// In seconds, and counted twice: up to the head of the answer, and again up to its end.
					reqTimeout: patience / second / 2,
				},
			},
		});
		return { client, connection };
	};

	return {
		name: 'tencent',
		async send({ id, number, code, minutes }) {
			let isMade = () => false;
			try {
				const { client, connection } = await connect();
				isMade = connection.isMade;
				const { SendStatusSet: [status] = [] } = await client.SendSms({
					PhoneNumberSet: [number],
					SmsSdkAppId: settings.sdkAppId,
					SignName: settings.signName,
					TemplateId: settings.templateId,
					TemplateParamSet: [code, String(minutes)],
					SessionContext: id,
				});
				const receipt = status?.SerialNo;
				if (status?.Code === 'Ok' && receipt !== undefined) return { result: 'accepted', receipt };
				if (status?.Code === undefined || status.Code === 'Ok') {
					return { result: 'unknown', detail: 'an answer without a receipt' };
				}
				return outcomeOf(status.Code, status.Message);
			} catch (error) {
				return thrownOutcome(error, isMade());
			}
		},
		async delivery(receipt, { number }, sentAt) {
			try {
				const { client } = await connect();
				const { PullSmsSendStatusSet: reports = [] } = await client.PullSmsSendStatusByPhoneNumber({
					// Their clock may be a little behind.
					BeginTime: Math.floor((sentAt - minute) / second),
					Offset: 0,
					Limit: 100,
					PhoneNumber: number,
					SmsSdkAppId: settings.sdkAppId,
				});
				const status = reports.find(({ SerialNo }) => SerialNo === receipt)?.ReportStatus;
				if (status === 'SUCCESS') return 'delivered';
				return status === 'FAIL' ? 'undelivered' : 'pending';
			} catch {
				return 'pending';
			}
		},
		close: () => Promise.resolve(),
	};
};
