import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { dingtalkPersonCookie, dingtalkPersonOf } from '../dingtalk/people.ts';
import { wechatPersonCookie, wechatPersonOf } from '../wechat/people.ts';

/** What a link can be opened with on the demo phone. */
export const phoneApps = ['wechat', 'dingtalk', 'browser'] as const;
export type PhoneApp = (typeof phoneApps)[number];

/** Which of them is in front, in the browser's cookies. */
export const phoneAppCookie = 'phone_app';

/** How each names itself (RFC 9110, 10.1.5), as phones of this decade do. */
export const userAgents: Readonly<Record<PhoneApp, string>> = {
	wechat:
		'Mozilla/5.0 (Linux; Android 14; HBN-AL00 Build/HUAWEIHBN-AL00; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.188 Mobile Safari/537.36 XWEB/1260117 MMWEBSDK/20240501 MicroMessenger/8.0.50.2701(0x28003255) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64',
	dingtalk:
		'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 AliApp(DingTalk/7.6.0) com.laiwang.DingTalk/36960021 Channel/201200 language/zh-Hans-CN',
	browser:
		'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
};

/** The app in front and who holds the phone: each pair has cookies of its own. */
export const holderOf = (context: Context): { app: PhoneApp; holder: string } => {
	const chosen = getCookie(context, phoneAppCookie);
	const app = phoneApps.find((each) => each === chosen) ?? 'browser';
	const people = {
		wechat: () => wechatPersonOf(getCookie(context, wechatPersonCookie)).id,
		dingtalk: () => dingtalkPersonOf(getCookie(context, dingtalkPersonCookie)).id,
		browser: () => '',
	};
	return { app, holder: `${app}/${people[app]()}` };
};
