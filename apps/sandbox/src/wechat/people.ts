import type { Wording } from '../languages.ts';

/** Somebody with WeChat on the demo phone. */
export interface WechatPerson {
	readonly id: string;
	readonly name: Wording;
	readonly about: Wording;
	/** Names them to our service account. */
	readonly openid: string;
	/** They look at pages in the preview mode, in which WeChat makes an identity up at each visit. */
	readonly preview?: true;
}

/** The first is who the phone acts as until somebody else is chosen. */
export const wechatPeople = [
	{
		id: 'lin',
		name: { zh: '林雯', en: 'Lin Wen' },
		about: { zh: 'lin 的手机', en: "lin's phone" },
		openid: 'o5xDemo1iNwEnA7cQ2vR8sT0uK4M',
	},
	{
		id: 'chen',
		name: { zh: '陈默', en: 'Chen Mo' },
		about: { zh: 'chen 的手机', en: "chen's phone" },
		openid: 'o5xDemo2cHeNmOB8dW3xS9tU1vL5',
	},
	{
		id: 'wang',
		name: { zh: '王珊', en: 'Wang Shan' },
		about: { zh: 'wang 的手机', en: "wang's phone" },
		openid: 'o5xDemo5wAnGmInC1fZ6aV2wX4yP7',
	},
	{
		id: 'stranger',
		name: { zh: '路过的人', en: 'A passer-by' },
		about: { zh: '不属于任何邮箱账号', en: 'belongs to no account' },
		openid: 'o5xDemo3sTrAnGeR9eX4yT0uV2wN',
	},
	{
		id: 'preview',
		name: { zh: '未登录的访客', en: 'A visitor' },
		about: { zh: '快照页模式：身份是虚拟的', en: 'in preview mode: a made-up identity' },
		openid: 'o5xDemo4pReViEw0fY5zU1vW3xO6',
		preview: true,
	},
] as const satisfies readonly WechatPerson[];

/** Who WeChat acts as, in the browser's cookies; the first of `wechatPeople` without one. */
export const wechatPersonCookie = 'wechat_person';

export const wechatPersonOf = (id: string | undefined): WechatPerson =>
	wechatPeople.find((person) => person.id === id) ?? wechatPeople[0];
