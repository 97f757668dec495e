import { type RandomBytes, randomId } from '@mailward/bff/crypto/random.ts';
import { type Clock, second } from '@mailward/bff/time/clock.ts';
import { type Context, Hono } from 'hono';
import { type Authorised, createAuthorisationCodes } from '../authorisation-codes.ts';
import type { Faults } from '../faults.ts';
import { platformFault } from '../platform-fault.ts';
import { type ConsentRequest, createConsent } from './consent.ts';
import type { DingtalkApp } from './dingtalk-app.ts';
import { dingtalkPersonOf } from './people.ts';

interface Grant extends Authorised {
	/** Of the organisation that the person chose; absent where the app did not ask. */
	readonly corpId: string | undefined;
}

/** Seconds. */
const tokenLifetime = 7200;

const bodies = {
	busy: { code: 'unknownError', message: '未知错误' },
	tooOften: {
		code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi',
		message: '当前企业应用调用开放接口触发了QPS限流',
	},
};

/** DingTalk's login for web pages, with the replies and error codes that its documents list. */
export const createDingtalkPlatform = (parts: {
	app: DingtalkApp;
	faults: Faults;
	clock: Pick<Clock, 'now'>;
	random: RandomBytes;
}): Hono => {
	const { app, faults, clock, random } = parts;
	const codes = createAuthorisationCodes<Grant>(clock, random);
	const tokens = new Map<string, { readonly person: string; readonly until: number }>();
	const platform = new Hono();

	const error = (context: Context, code: string, message: string) =>
		context.json({ code, message, requestid: random(8).toString('hex').toUpperCase() }, 400);

	const consented = ({ clientId, person, corpId }: ConsentRequest): string => {
		const earlier = codes.lastOf(person);
		const again = earlier !== undefined && faults.take('dingtalk', ['duplicate-callback']) !== undefined;
		return again ? earlier : codes.issue({ clientId, person, corpId });
	};
	platform.route('/', createConsent(app, consented));

	platform.post('/v1.0/oauth2/userAccessToken', async (context) => {
		const failing = await platformFault(context, { faults, vendor: 'dingtalk', bodies });
		if (failing !== undefined) return failing;
		const body = (await context.req.json().catch(() => ({}))) as Record<string, unknown>;
		if (body.clientId !== app.clientId || body.clientSecret !== app.clientSecret) {
			return error(context, 'invalidParameter.idOrSecret.notFound', '无效的clientId或者clientSecret');
		}
		if (body.grantType !== 'authorization_code') {
			return error(context, 'invalidParameter.grantType', '无效的grantType');
		}
		const redeemed = typeof body.code === 'string' ? codes.redeem(body.code, app.clientId) : 'unknown';
		if (typeof redeemed === 'string') {
			return error(context, 'invalidParameter.authCode.notFound', '不存在的authCode');
		}
		const accessToken = randomId(random);
		tokens.set(accessToken, { person: redeemed.person, until: clock.now() + tokenLifetime * second });
		return context.json({
			accessToken,
			refreshToken: randomId(random),
			expireIn: tokenLifetime,
			...(redeemed.corpId !== undefined && { corpId: redeemed.corpId }),
		});
	});

	platform.get('/v1.0/contact/users/me', async (context) => {
		const failing = await platformFault(context, { faults, vendor: 'dingtalk', bodies });
		if (failing !== undefined) return failing;
		const token = context.req.header('x-acs-dingtalk-access-token');
		if (token === undefined) {
			return error(context, 'AuthenticationFailed.MissingParameter', '缺少参数：x-acs-dingtalk-access-token');
		}
		const known = tokens.get(token);
		if (known === undefined || clock.now() >= known.until) {
			return error(context, 'InvalidAuthentication', '不合法的access_token');
		}
		const { nick, openId, unionId } = dingtalkPersonOf(known.person);
		return context.json({ nick, openId, unionId, avatarUrl: '', stateCode: '86' });
	});
	return platform;
};
