import { type RandomBytes, randomId } from '@mailward/bff/crypto/random.ts';
import type { Clock } from '@mailward/bff/time/clock.ts';
import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { createAuthorisationCodes } from '../authorisation-codes.ts';
import type { Faults } from '../faults.ts';
import { languageOf, type Wording } from '../languages.ts';
import { platformFault } from '../platform-fault.ts';
import { platformPage } from '../platform-page.ts';
import { wechatPersonCookie, wechatPersonOf } from './people.ts';

/** A service account as its console shows it. */
export interface WechatApp {
	readonly appId: string;
	readonly appSecret: string;
	/** 网页授权域名: a host, without scheme and port. */
	readonly domain: string;
}

export const wechatAuthorisePath = '/connect/oauth2/authorize';

/** WeChat holds the address against a pattern; `state` is letters and digits only, up to 128 of them. */
const wellFormed =
	/^\?appid=[^&]*&redirect_uri=[^&]*&response_type=code&scope=snsapi_base(&state=[a-zA-Z0-9]{0,128})?(&connect_redirect=1)?$/;

const words = {
	title: { zh: '微信', en: 'WeChat' },
	outside: { zh: '请在微信客户端打开链接', en: 'Open this link in WeChat' },
	malformed: { zh: '请求参数格式错误', en: 'The parameters of the address are not in order' },
	unknownApp: { zh: 'appid 不存在', en: 'There is no such appid' },
	foreignDomain: {
		zh: '错误码 10003：redirect_uri 域名与后台配置不一致',
		en: 'Error 10003: the domain of redirect_uri is not the one that is registered',
	},
} as const satisfies Record<string, Wording>;

const bodies = {
	busy: { errcode: -1, errmsg: 'system error' },
	tooOften: { errcode: 45011, errmsg: 'api minute-quota reach limit, must slower, retry next minute' },
};

/**
 * WeChat's web authorisation for service accounts, with the replies and error codes that its documents list. Errors of
 * the API come with HTTP 200.
 */
export const createWechatPlatform = (parts: {
	app: WechatApp;
	faults: Faults;
	clock: Pick<Clock, 'now'>;
	random: RandomBytes;
}): Hono => {
	const { app, faults, random } = parts;
	const codes = createAuthorisationCodes(parts.clock, random);
	const platform = new Hono();

	const refuse = (context: Context, reason: keyof typeof words) => {
		const language = languageOf(context);
		return context.html(platformPage(language, words.title[language], html`<h1>${words[reason][language]}</h1>`), 400);
	};

	platform.get(wechatAuthorisePath, (context) => {
		if (!/MicroMessenger/.test(context.req.header('User-Agent') ?? '')) return refuse(context, 'outside');
		const { search, searchParams } = new URL(context.req.url);
		if (!wellFormed.test(search)) return refuse(context, 'malformed');
		if (searchParams.get('appid') !== app.appId) return refuse(context, 'unknownApp');
		const returnTo = URL.parse(searchParams.get('redirect_uri') ?? '');
		if (returnTo === null || returnTo.hostname !== app.domain) return refuse(context, 'foreignDomain');

		const { id: person } = wechatPersonOf(getCookie(context, wechatPersonCookie));
		const earlier = codes.lastOf(person);
		const again = earlier !== undefined && faults.take('wechat', ['duplicate-callback']) !== undefined;
		returnTo.searchParams.set('code', again ? earlier : codes.issue({ clientId: app.appId, person }));
		returnTo.searchParams.set('state', searchParams.get('state') ?? '');
		return context.redirect(returnTo.href);
	});

	platform.get('/sns/oauth2/access_token', async (context) => {
		const failing = await platformFault(context, { faults, vendor: 'wechat', bodies });
		if (failing !== undefined) return failing;
		const { appid, secret, code, grant_type: grantType } = context.req.query();
		const error = (errcode: number, errmsg: string) =>
			context.json({ errcode, errmsg: `${errmsg}, rid: ${random(4).toString('hex')}-${random(4).toString('hex')}` });
		if (appid !== app.appId) return error(40013, 'invalid appid');
		if (secret !== app.appSecret) return error(40125, 'invalid appsecret');
		if (grantType !== 'authorization_code') return error(40002, 'invalid grant_type');
		if (!code) return error(41008, 'missing code');
		const redeemed = codes.redeem(code, appid);
		if (redeemed === 'unknown') return error(40029, 'invalid code');
		if (redeemed === 'used') return error(40163, 'code been used');
		const person = wechatPersonOf(redeemed.person);
		return context.json({
			access_token: randomId(random),
			expires_in: 7200,
			refresh_token: randomId(random),
			openid: person.preview === true ? `o5xSnap${random(10).toString('hex')}` : person.openid,
			scope: 'snsapi_base',
			...(person.preview === true && { is_snapshotuser: 1 }),
		});
	});
	return platform;
};
