import type { Wording } from '../languages.ts';

export interface Organisation {
	readonly corpId: string;
	readonly name: Wording;
}

/** The organisation of the demo. */
export const campus: Organisation = {
	corpId: 'ding4c61d5a0e8b7f2936f2c783f7214b6d69',
	name: { zh: '示范大学', en: 'Campus University' },
};

const hospital: Organisation = {
	corpId: 'ding90b3f7e1c2a64d58a1320dcb25e91351',
	name: { zh: '附近的医院', en: 'A hospital nearby' },
};

/** Somebody with DingTalk on the demo phone. */
export interface DingtalkPerson {
	readonly id: string;
	readonly name: Wording;
	readonly about: Wording;
	/** What DingTalk calls them. */
	readonly nick: string;
	/** Names them to one app. */
	readonly openId: string;
	/** Names them to all apps of one developer. */
	readonly unionId: string;
	/** They choose one of these at each sign-in. */
	readonly organisations: readonly [Organisation, ...Organisation[]];
}

/** The first is who the phone acts as until somebody else is chosen. */
export const dingtalkPeople = [
	{
		id: 'lin',
		name: { zh: '林雯', en: 'Lin Wen' },
		about: { zh: '示范大学', en: 'Campus University' },
		nick: '林雯',
		openId: 'Q2kLinWenDemoiEiE',
		unionId: 'dK7LinWenDemoUnioniEiE',
		organisations: [campus],
	},
	{
		id: 'chen',
		name: { zh: '陈默', en: 'Chen Mo' },
		about: { zh: '示范大学，也在附近的医院', en: 'Campus University, and a hospital nearby' },
		nick: '陈默',
		openId: 'Q2kChenMoDemoiEiE',
		unionId: 'dK7ChenMoDemoUnioniEiE',
		organisations: [campus, hospital],
	},
	{
		id: 'wang',
		name: { zh: '王珊', en: 'Wang Shan' },
		about: { zh: '示范大学', en: 'Campus University' },
		nick: '王珊',
		openId: 'Q2kWangMinDemoiEiE',
		unionId: 'dK7WangMinDemoUnioniEiE',
		organisations: [campus],
	},
	{
		id: 'guest',
		name: { zh: '何苏', en: 'He Su' },
		about: { zh: '只在附近的医院', en: 'only at a hospital nearby' },
		nick: '何苏',
		openId: 'Q2kHeSuDemoiEiE',
		unionId: 'dK7HeSuDemoUnioniEiE',
		organisations: [hospital],
	},
] as const satisfies readonly DingtalkPerson[];

/** Who DingTalk acts as, in the browser's cookies; the first of `dingtalkPeople` without one. */
export const dingtalkPersonCookie = 'dingtalk_person';

export const dingtalkPersonOf = (id: string | undefined): DingtalkPerson =>
	dingtalkPeople.find((person) => person.id === id) ?? dingtalkPeople[0];
