import { z } from 'zod';
import type { Identification, IdentityProvider } from '../../scans/identity-provider.ts';
import { askPlatform, type Deadline } from './platform-request.ts';

/** Of an internal app (企业内部应用) of the organisation. */
export interface DingtalkSettings {
	readonly clientId: string;
	readonly clientSecret: string;
	/** The one organisation whose people are let in. */
	readonly corpId: string;
	readonly loginOrigin: string;
	readonly apiOrigin: string;
}

/** `corpId`: the organisation that the person chose on DingTalk's page; absent where they gave none. */
const grantSchema = z.object({ accessToken: z.string().min(1), corpId: z.string().optional() });

const personSchema = z.object({
	/** The same in every app of one developer, so it outlives the app that we are today; `openId` would not. */
	unionId: z.string().regex(/^[\x21-\x7e]{1,128}$/),
	/** Whatever its person likes; what would turn the line around or hide in it is left out. */
	nick: z
		.string()
		.max(200)
		.catch('')
		.transform((text) => text.replace(/[\p{Cc}\p{Cf}]/gu, '')),
});

/** Errors are told in the body: some come with HTTP 400, some with 403. Words are left out: they may quote anything. */
const errorSchema = z.object({
	code: z.string().regex(/^[\w.-]{1,100}$/),
	requestid: z
		.string()
		.regex(/^[\w-]{1,64}$/)
		.optional()
		.catch(undefined),
});

type Failure = Extract<Identification, { detail: string }>;

/** The code is unknown, used or too old. */
const isAboutTheCode = (code: string) => /^invalidParameter\.authCode\b/i.test(code);

const failureOf = (step: string, status: number, json: unknown): Failure => {
	const { success, data } = errorSchema.safeParse(json);
	if (!success) return { result: 'failed', detail: `${step}: HTTP ${status}, an answer of another form` };
	const request = data.requestid === undefined ? '' : `, requestid ${data.requestid}`;
	return {
		result: isAboutTheCode(data.code) ? 'code-refused' : 'failed',
		detail: `${step}: HTTP ${status}, ${data.code}${request}`,
	};
};

/**
 * DingTalk's login for web pages. Anybody with DingTalk may sign in there and chooses the organisation themselves, so
 * the organisation is checked before anything else is asked about them.
 */
export const createDingtalkProvider = (settings: DingtalkSettings, deadline: Deadline): IdentityProvider => {
	const { clientId, clientSecret, corpId, loginOrigin, apiOrigin } = settings;

	const ask = async <T>(step: string, path: string, init: RequestInit, schema: z.ZodType<T>): Promise<T | Failure> => {
		const answer = await askPlatform(new URL(path, apiOrigin), init, deadline);
		if ('failure' in answer) return { result: 'failed', detail: `${step}: ${answer.failure}` };
		const parsed = schema.safeParse(answer.json);
		return answer.status === 200 && parsed.success ? parsed.data : failureOf(step, answer.status, answer.json);
	};

	return {
		kind: 'dingtalk',
		isOwnBrowser: (userAgent) => /DingTalk/i.test(userAgent),
		authorisationUrl: ({ state, returnTo }) =>
			`${loginOrigin}/oauth2/auth?redirect_uri=${encodeURIComponent(returnTo)}&response_type=code` +
			`&client_id=${encodeURIComponent(clientId)}&scope=openid%20corpid` +
			`&state=${encodeURIComponent(state)}&prompt=consent`,
		async identify(code) {
			const grant = await ask(
				'userAccessToken',
				'/v1.0/oauth2/userAccessToken',
				{
					method: 'POST',
					headers: { 'Content-Type': 'application/json' },
					body: JSON.stringify({ clientId, clientSecret, code, grantType: 'authorization_code' }),
				},
				grantSchema,
			);
			if ('result' in grant) return grant;
			if (grant.corpId !== corpId) return { result: 'foreign-organisation' };
			const person = await ask(
				'users/me',
				'/v1.0/contact/users/me',
				{ headers: { 'x-acs-dingtalk-access-token': grant.accessToken } },
				personSchema,
			);
			return 'result' in person ? person : { result: 'identified', subject: person.unionId, name: person.nick };
		},
	};
};
