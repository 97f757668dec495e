import { type Context, Hono } from 'hono';
import { createAliyunSignature } from './aliyun-signature.ts';
import { createCarrier } from './carrier.ts';
import type { SmsAccounts } from './sms-accounts.ts';
import { approvedText, isMainlandMobile, type SdkVendor } from './vendor.ts';

type AliyunVendor = SdkVendor<SmsAccounts['aliyun']>;

/** In the order in which the vendor would notice. */
const problemOf = (query: URLSearchParams, account: AliyunVendor['account'], values: Record<string, unknown>) => {
	if (query.get('SignName') !== account.signName) return ['isv.SMS_SIGNATURE_ILLEGAL', '短信签名不合法'];
	if (query.get('TemplateCode') !== account.templateCode) return ['isv.SMS_TEMPLATE_ILLEGAL', '短信模板不合法'];
	if (typeof values.code !== 'string' || typeof values.minutes !== 'string') {
		return ['isv.TEMPLATE_MISSING_PARAMETERS', '模板缺少变量'];
	}
	return isMainlandMobile(query.get('PhoneNumbers') ?? '') ? undefined : ['isv.MOBILE_NUMBER_ILLEGAL', '非法手机号'];
};

const valuesOf = (template: string): Record<string, unknown> => {
	try {
		return { ...(JSON.parse(template) as object) };
	} catch {
		return {};
	}
};

/** The day in China's time: `20260302`. */
const dayOf = (at: string) =>
	new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(new Date(at)).replaceAll('-', '');

/**
 * Plays dysmsapi.aliyuncs.com, API 2017-05-25: SendSms and QuerySendDetails. It answers `POST /` of whoever calls for an
 * action by Alibaba Cloud's header, and leaves everything else to others.
 */
export const createAliyunSms = ({ account, inbox, faults, now, machineTime = now }: AliyunVendor): Hono => {
	const carrier = createCarrier('aliyun', inbox, now);
	const check = createAliyunSignature(account, machineTime);
	let requests = 0;
	const body = (Code: string, Message: string, more: object = {}) => {
		requests += 1;
		return { Code, Message, RequestId: `request-${requests}`, ...more };
	};

	const send = async (context: Context, query: URLSearchParams) => {
		const fault = faults.take('aliyun');
		if (fault === 'error-500') return context.json(body('InternalError', 'The request processing has failed.'), 500);
		if (fault === 'rate-limit-429') return context.json(body('Throttling.User', 'Request was denied.'), 429);
		if (fault === 'garbage') return context.html('<h1>OK</h1>');
		if (fault === 'limit-reached') return context.json(body('isv.BUSINESS_LIMIT_CONTROL', '触发小时级流控Permits:5'));
		if (fault === 'error-in-200') return context.json(body('isv.AMOUNT_NOT_ENOUGH', '账户余额不足'));
		const values = valuesOf(query.get('TemplateParam') ?? '');
		const [code, words = ''] =
			fault === 'number-refused' ? ['isv.MOBILE_NUMBER_ILLEGAL'] : (problemOf(query, account, values) ?? []);
		if (code !== undefined) return context.json(body(code, words));
		const text = approvedText(account.signName, String(values.code), String(values.minutes));
		const { receipt } = carrier.carry(`+86${query.get('PhoneNumbers')}`, text, fault);
		if (fault === 'slow') await faults.hold('aliyun', context.req.raw.signal);
		return context.json(body('OK', 'OK', { BizId: receipt }));
	};

	const report = (context: Context, query: URLSearchParams) => {
		const found = carrier.report(query.get('BizId') ?? '');
		const isIt =
			found !== undefined &&
			found.to === `+86${query.get('PhoneNumber')}` &&
			dayOf(found.at) === query.get('SendDate') &&
			query.get('CurrentPage') !== null &&
			query.get('PageSize') !== null;
		const details = isIt
			? [
					{
						PhoneNum: query.get('PhoneNumber'),
						SendStatus: found.isDelivered ? 3 : 2,
						ErrCode: found.isDelivered ? 'DELIVERED' : 'MOBILE_NOT_ON_SERVICE',
						TemplateCode: account.templateCode,
						Content: found.text,
						SendDate: found.at,
					},
				]
			: [];
		return context.json(
			body('OK', 'OK', { TotalCount: String(details.length), SmsSendDetailDTOs: { SmsSendDetailDTO: details } }),
		);
	};

	return new Hono().post('/', async (context, next) => {
		const action = context.req.header('x-acs-action');
		if (action === undefined) return next();
		const url = new URL(context.req.url);
		const { method, headers } = context.req.raw;
		const refusal = check({ method, url, headers, body: await context.req.text() });
		if (refusal !== undefined) return context.json(body(refusal.code, refusal.message), refusal.status);
		if (context.req.header('x-acs-version') !== '2017-05-25') {
			return context.json(body('InvalidVersion', 'Specified parameter Version is not valid.'), 400);
		}
		if (action === 'SendSms') return await send(context, url.searchParams);
		if (action === 'QuerySendDetails') return report(context, url.searchParams);
		return context.json(body('InvalidAction.NotFound', 'Specified api is not found.'), 404);
	});
};
