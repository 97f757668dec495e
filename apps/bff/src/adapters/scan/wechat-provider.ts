import { z } from 'zod';
import type { Identification, IdentityProvider } from '../../scans/identity-provider.ts';
import { askPlatform, type Deadline } from './platform-request.ts';

/** Of a service account (服务号). */
export interface WechatSettings {
	readonly appId: string;
	readonly appSecret: string;
	readonly authoriseOrigin: string;
	readonly apiOrigin: string;
}

/** Errors come with HTTP 200 too, so the body decides. */
const answerSchema = z.union([
	z.object({ errcode: z.number().refine((code) => code !== 0), errmsg: z.string().default('') }),
	z.object({
		errcode: z.literal(0).optional(),
		openid: z.string().regex(/^[\w-]{1,128}$/),
		is_snapshotuser: z.unknown().optional(),
	}),
]);

/** The code is unknown or too old, has been used, is missing, has run out. */
const codeErrors = new Set([40029, 40163, 41008, 42003]);

/** The number by which WeChat's own people find a request again. */
const requestOf = (errmsg: string): string => {
	const [, id] = /\brid: ([\w-]{1,64})/.exec(errmsg) ?? [];
	return id === undefined ? '' : `, rid ${id}`;
};

/**
 * WeChat's web authorisation for pages opened in WeChat, with the scope that asks its person nothing (`snsapi_base`): the
 * answer names them to this service account (`openid`) and does not say what they are called.
 */
export const createWechatProvider = (settings: WechatSettings, deadline: Deadline): IdentityProvider => {
	const { appId, appSecret, authoriseOrigin, apiOrigin } = settings;

	const judge = (status: number, json: unknown): Identification => {
		const { success, data } = answerSchema.safeParse(json);
		if (!success) return { result: 'failed', detail: `HTTP ${status}, an answer of another form` };
		if ('errmsg' in data) {
			const detail = `errcode ${data.errcode}${requestOf(data.errmsg)}`;
			return { result: codeErrors.has(data.errcode) ? 'code-refused' : 'failed', detail };
		}
		if (status !== 200) return { result: 'failed', detail: `HTTP ${status}` };
		// Whatever is said about it but "no" makes the identity a made-up one.
		if (data.is_snapshotuser !== undefined && data.is_snapshotuser !== 0) return { result: 'preview-mode' };
		return { result: 'identified', subject: data.openid, name: '' };
	};

	return {
		kind: 'wechat',
		// WeCom (企业微信) calls itself both.
		isOwnBrowser: (userAgent) => /MicroMessenger/i.test(userAgent) && !/wxwork/i.test(userAgent),
		// WeChat compares the address with a pattern: parameters in another order are refused.
		authorisationUrl: ({ state, returnTo }) =>
			`${authoriseOrigin}/connect/oauth2/authorize?appid=${encodeURIComponent(appId)}` +
			`&redirect_uri=${encodeURIComponent(returnTo)}&response_type=code&scope=snsapi_base` +
			`&state=${encodeURIComponent(state)}#wechat_redirect`,
		async identify(code) {
			const url = new URL('/sns/oauth2/access_token', apiOrigin);
			url.search = new URLSearchParams({
				appid: appId,
				secret: appSecret,
				code,
				grant_type: 'authorization_code',
			}).toString();
			const answer = await askPlatform(url, {}, deadline);
			return 'failure' in answer ? { result: 'failed', detail: answer.failure } : judge(answer.status, answer.json);
		},
	};
};
