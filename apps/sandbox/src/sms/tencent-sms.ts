import { type Context, Hono } from 'hono';
import { createCarrier } from './carrier.ts';
import type { SmsAccounts } from './sms-accounts.ts';
import { checkTencentSignature } from './tencent-signature.ts';
import { approvedText, isMainlandMobile, type SdkVendor } from './vendor.ts';

type TencentVendor = SdkVendor<SmsAccounts['tencent']>;

interface SendSms {
	readonly PhoneNumberSet?: readonly string[];
	readonly SmsSdkAppId?: string;
	readonly SignName?: string;
	readonly TemplateId?: string;
	readonly TemplateParamSet?: readonly string[];
}

interface PullStatus {
	readonly BeginTime?: number;
	readonly Offset?: number;
	readonly Limit?: number;
	readonly PhoneNumber?: string;
	readonly SmsSdkAppId?: string;
}

/** What the vendor says of one number; undefined where it sends. */
const problemOf = (request: SendSms, account: TencentVendor['account'], number: string): string | undefined => {
	if (request.SignName !== account.signName) return 'FailedOperation.SignatureIncorrectOrUnapproved';
	if (request.TemplateId !== account.templateId || request.TemplateParamSet?.length !== 2) {
		return 'FailedOperation.TemplateIncorrectOrUnapproved';
	}
	// Variables of a template for codes are digits, six at most.
	if (!request.TemplateParamSet.every((value) => /^\d{0,6}$/.test(value))) {
		return 'InvalidParameterValue.TemplateParameterFormatError';
	}
	return isMainlandMobile(number.replace(/^\+86/, '')) ? undefined : 'InvalidParameterValue.IncorrectPhoneNumber';
};

const codeOfFault = {
	'limit-reached': 'LimitExceeded.PhoneNumberOneHourLimit',
	'error-in-200': 'FailedOperation.InsufficientBalanceInSmsPackage',
	'number-refused': 'FailedOperation.PhoneNumberInBlacklist',
} as const;
const hasCode = (fault: string | undefined): fault is keyof typeof codeOfFault =>
	fault !== undefined && Object.hasOwn(codeOfFault, fault);

/**
 * Plays sms.tencentcloudapi.com, API 2021-01-11: SendSms and PullSmsSendStatusByPhoneNumber. It answers `POST /` of
 * whoever calls for an action by Tencent Cloud's header, and leaves everything else to others. Refusals come with
 * status 200, as they do there.
 */
export const createTencentSms = ({ account, inbox, faults, now, machineTime = now }: TencentVendor): Hono => {
	const carrier = createCarrier('tencent', inbox, now);
	let requests = 0;
	const answer = (context: Context, response: object) => {
		requests += 1;
		return context.json({ Response: { ...response, RequestId: `request-${requests}` } });
	};
	const refuse = (context: Context, Code: string, Message: string) => answer(context, { Error: { Code, Message } });

	const send = async (context: Context, request: SendSms) => {
		const fault = faults.take('tencent');
		if (fault === 'error-500') return context.text('Internal Server Error', 500);
		if (fault === 'rate-limit-429') return context.text('Too Many Requests', 429);
		if (fault === 'garbage') return context.html('<h1>OK</h1>');
		const [number = ''] = request.PhoneNumberSet ?? [];
		const problem = hasCode(fault) ? codeOfFault[fault] : problemOf(request, account, number);
		if (problem !== undefined) {
			// Their words do name the number.
			const status = { SerialNo: '', PhoneNumber: number, Fee: 0, Code: problem, Message: `not sent to ${number}` };
			return answer(context, { SendStatusSet: [status] });
		}
		const [code = '', minutes = ''] = request.TemplateParamSet ?? [];
		const { receipt } = carrier.carry(number, approvedText(account.signName, code, minutes), fault);
		if (fault === 'slow') await faults.hold('tencent', context.req.raw.signal);
		return answer(context, {
			SendStatusSet: [
				{ SerialNo: receipt, PhoneNumber: number, Fee: 1, Code: 'Ok', Message: 'send success', IsoCode: 'CN' },
			],
		});
	};

	const report = (context: Context, request: PullStatus) => {
		const { BeginTime = Number.POSITIVE_INFINITY, Offset, Limit = 0, PhoneNumber = '' } = request;
		if (Offset !== 0 || Limit > 100) return refuse(context, 'InvalidParameterValue.LimitVerifyFail', 'Limit');
		return answer(context, {
			PullSmsSendStatusSet: carrier
				.to(PhoneNumber)
				.filter(({ at }) => Date.parse(at) >= BeginTime * 1000)
				.slice(0, Limit)
				.map(({ receipt, at, isDelivered }) => ({
					UserReceiveTime: Math.floor(Date.parse(at) / 1000),
					CountryCode: '86',
					SubscriberNumber: PhoneNumber.replace(/^\+86/, ''),
					PhoneNumber,
					SerialNo: receipt,
					ReportStatus: isDelivered ? 'SUCCESS' : 'FAIL',
					Description: isDelivered ? 'DELIVRD' : 'MI:0029',
				})),
		});
	};

	return new Hono().post('/', async (context, next) => {
		const action = context.req.header('x-tc-action');
		if (action === undefined) return next();
		const body = await context.req.text();
		const refusal = checkTencentSignature({ headers: context.req.raw.headers, body }, account, machineTime());
		if (refusal !== undefined) return refuse(context, refusal.code, refusal.message);
		if (context.req.header('x-tc-version') !== '2021-01-11')
			return refuse(context, 'NoSuchVersion', 'No such version.');
		if (context.req.header('x-tc-region') === undefined) return refuse(context, 'MissingParameter', 'Region');
		const request = JSON.parse(body) as SendSms & PullStatus;
		if (request.SmsSdkAppId !== account.sdkAppId) {
			return refuse(context, 'UnauthorizedOperation.SmsSdkAppIdVerifyFail', 'SmsSdkAppId');
		}
		if (action === 'SendSms') return await send(context, request);
		if (action === 'PullSmsSendStatusByPhoneNumber') return report(context, request);
		return refuse(context, 'InvalidAction', 'The action is not valid.');
	});
};
